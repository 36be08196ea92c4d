package io.robotrader.engine.loop;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderAcknowledged;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.view.EngineView;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.halt.Halt;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a bar to an order, and of a fill to the books. Every method runs on the engine's one writing thread, but for
 * {@link #decideNoMore}.
 */
public final class TradingLoop {

    private static final Logger LOG = LoggerFactory.getLogger(TradingLoop.class);

    private final Desk desk;
    private final EngineClock clock;
    private final Host host;
    private final Floor floor;
    private final OrderDesk orders;
    private final Guards guards;
    private final DayBook day;
    private final Wishes wishes;
    private final Emergency emergency;
    private final Reconciling reconciling;
    private final Rounds rounds;
    private final Intake intake;
    private final Stopping stopping;

    /**
     * Makes a loop over a desk.
     *
     * @param desk who does the work
     * @param clock what time it is
     * @param host the engine around the loop
     */
    public TradingLoop(Desk desk, EngineClock clock, Host host) {
        this.desk = desk;
        this.clock = clock;
        this.host = host;
        floor = new Floor(desk, clock, host);
        orders = new OrderDesk(floor);
        guards = new Guards(floor);
        day = new DayBook(floor, guards);
        wishes = new Wishes(floor, orders, day::tradeDate);
        intake = new Intake(floor, orders, guards, wishes);
        reconciling = new Reconciling(floor, day, guards, orders, wishes::exitAgain, new Told());
        emergency = new Emergency(floor, orders, wishes, day::tradeDate, reconciling::round);
        rounds = new Rounds(floor, day, guards, orders, emergency, reconciling, this::leave);
        stopping = new Stopping(floor, day, orders, new StopsLeft(floor, day, guards, orders));
        day.tellGate();
    }

    /**
     * Brings books, holds, counts, baselines and stops to where they were when the journal ended. Sends nothing, and
     * names to the broker the orders that it may have still.
     *
     * @param past the events of earlier runs, in order
     */
    public void recover(Stream<EngineEvent> past) {
        new Recovery(floor, day, guards, wishes, intake).take(past).forEach(orders::recall);
    }

    /**
     * Learns from bars of before and acts upon none of them: what the journal knows already is left out.
     *
     * @param bars in order of time
     */
    public void learn(List<Bar> bars) {
        if (bars.isEmpty()) {
            return;
        }
        for (Bar bar : bars) {
            if (floor.tape.isNews(bar) && intake.mayLearn(bar)) {
                if (desk.rules().journalBars()) {
                    host.publish(new BarTaken(clock.now(), bar));
                }
                floor.tape.remember(bar);
                // It learns; what it wishes now is late.
                desk.strategy().onBar(bar);
            }
        }
        day.useCorrelations();
        day.tellGate();
    }

    /**
     * Holds the books against the broker's, which is connected, if it shows its own: nothing is opened before. What an
     * answer at once tells is booked when this returns.
     */
    public void reconcile() {
        reconciling.require("the books are to be held against the broker's first");
    }

    /** Begins the rounds of the supervised loops, and what a halt asks for that was in force before. */
    public void begin() {
        floor.tally.started(clock.now());
        rounds.begin();
        desk.killSwitch().halt().ifPresent(emergency::onHalt);
    }

    /** From now on nothing is traded any more. May be called from any thread; what is under way is still booked. */
    public void decideNoMore() {
        floor.deciding = false;
    }

    /**
     * Asks the broker to take back whatever works, whatever breaks, for a loop that has failed.
     *
     * @return the ids of the orders
     */
    public List<String> abandon() {
        decideNoMore();
        return orders.abandonAll();
    }

    /**
     * Takes back what would open risk, as nothing is opened for now.
     *
     * @param reason why
     */
    public void holdBack(String reason) {
        emergency.holdBack(reason);
    }

    /**
     * {@return the engine now}
     *
     * @param state where it is in its life
     * @param holds why it opens nothing
     */
    public EngineView view(EngineState state, Map<HoldReason, String> holds) {
        return Snapshots.take(floor, day, guards, rounds.statuses(), state, holds);
    }

    /**
     * Places or releases a hold on a symbol's prices again, or releases a person's, which confirms no prices by itself.
     *
     * @param hold a hold of before
     */
    public void replay(HoldChanged hold) {
        if (hold.reason().equals(HoldReason.PERSON.name())) {
            reconciling.seenByPerson();
            // Whoever paused it again meanwhile did so in other words.
            host.hold(HoldReason.PERSON, hold.why());
            host.release(HoldReason.PERSON);
        } else {
            intake.replay(hold);
        }
    }

    void onBarArrived(Bar bar) {
        if (!floor.deciding || !intake.letsIn(bar)) {
            return;
        }
        LocalDate date = desk.calendar().tradeDate(bar.time());
        boolean another = !date.equals(day.tradeDate());
        if (another) {
            day.end();
        }
        rounds.heardOfMarket(bar.time());
        clock.advanceTo(bar.time());
        if (another) {
            day.begin(date);
        }
        if (desk.rules().journalBars()) {
            host.publish(new BarTaken(clock.now(), bar));
        }
        // Behind what fell due on the way.
        host.next(new EngineInput.BarAtBroker(bar));
    }

    void onBarAtBroker(Bar bar) {
        desk.broker().onMarket(bar);
        host.next(new EngineInput.BarReady(bar));
    }

    void onBarReady(Bar bar) {
        floor.tape.learn(bar);
        String symbol = bar.symbol();
        // A person has said that it is right, and it may be hours old.
        boolean isDoubted = floor.doubted.containsKey(symbol);
        if (floor.held(symbol) != 0) {
            OptionalDouble stop = guards.stopOf(symbol);
            Optional<String> why = guards.onBar(bar);
            if (!stop.equals(guards.stopOf(symbol))) {
                day.tellGate();
            }
            why.ifPresent(reason -> leave(symbol, "protection", reason));
            rounds.watch();
        }
        if (floor.deciding) {
            desk.strategy()
                    .onBar(bar)
                    .ifPresentOrElse(isDoubted ? wishes::raiseToLeave : wishes::raise, () -> wishes.exitAgain(symbol));
        }
        intake.decidedOn(bar);
    }

    /** A position is to be left for a reason of the engine's own, unless all of it is being left. */
    private void leave(String symbol, String who, String why) {
        if (floor.deciding && orders.isLeftToExit(symbol)) {
            wishes.raise(new Signal(who, symbol, Direction.FLAT, why));
        }
    }

    void onFill(Fill fill) {
        if (desk.portfolio().hasBooked(fill.id())) {
            LOG.warn("A fill that was told before is ignored: {}", fill);
            BigDecimal more = floor.costs.toldAgain(fill);
            charge(new LateCommission(fill.id(), fill.orderId(), fill.symbol(), more, fill.time()));
            return;
        }
        long before = floor.held(fill.symbol());
        BigDecimal realizedPnl = desk.portfolio().book(fill);
        floor.trips.book(fill, before, realizedPnl);
        floor.costs.book(fill);
        floor.theirs.computeIfPresent(
                fill.symbol(), (symbol, shares) -> shares + fill.side().sign() * fill.quantity());
        host.publish(new OrderFilled(clock.now(), fill, realizedPnl));
        floor.tally.traded(clock.now());
        guards.follow(fill.symbol());
        // The books first and the hold after: for an instant the shares count twice, never zero times.
        day.tellGate();
        desk.gate().filled(fill.orderId(), fill.quantity());
        floor.working.filled(fill);
        floor.ledger.filled(fill);
        rounds.watch();
        goOn(fill.symbol());
        wishes.exitBesideTheLost(fill.symbol());
    }

    void onCommission(LateCommission told) {
        charge(new LateCommission(told.fillId(), told.orderId(), told.symbol(), floor.costs.told(told), told.time()));
    }

    private void charge(LateCommission commission) {
        if (commission.amount().signum() != 0) {
            desk.portfolio().charge(commission);
            floor.costs.book(commission);
            floor.trips.charge(commission);
            host.publish(new CommissionCharged(clock.now(), commission));
            day.tellGate();
        }
    }

    void onOrderOver(OrderEnd end) {
        host.publish(new OrderEnded(clock.now(), end));
        floor.ledger.ended(end);
        if (end.kind() == OrderEnd.Kind.UNKNOWN) {
            // It may still work: it stays held and blocks whatever would open in its symbol.
            OrderIntent lost = floor.working.unknown(end.orderId());
            desk.gate().unknown(end.orderId());
            if (lost != null) {
                wishes.exitBesideTheLost(lost.symbol());
            }
            stopping.goOn();
            return;
        }
        OrderIntent ended = floor.working.ended(end.orderId());
        desk.gate().closed(end.orderId());
        if (ended != null) {
            goOn(ended.symbol());
        }
        if (end.kind() == OrderEnd.Kind.CANCELLED) {
            // What was rejected is tried again by the next round, lest a broker that rejects everything is asked
            // without end.
            emergency.goOn();
        }
    }

    private void goOn(String symbol) {
        wishes.actIfNothingWorks(symbol);
        stopping.goOn();
    }

    void onOrderAccepted(String orderId, String brokerId) {
        host.publish(new OrderAcknowledged(clock.now(), orderId, brokerId));
        floor.working.known(orderId);
        floor.ledger.acknowledged(orderId, brokerId);
        orders.cancelIfBarred(orderId);
        stopping.onAccepted(orderId);
    }

    void onConnection(boolean up, String detail) {
        host.publish(new ConnectionChanged(clock.now(), up, detail));
        if (up) {
            // The one hold is there before the other goes.
            reconciling.require("the connection was lost: the books are to be held against the broker's first");
            host.release(HoldReason.CONNECTION);
        } else {
            reconciling.connectionLost();
            host.hold(HoldReason.CONNECTION, detail.isBlank() ? "the connection is lost" : detail);
        }
    }

    void onHalt(Halt halt) {
        if (floor.deciding) {
            emergency.onHalt(halt);
        }
    }

    void onHaltLifted() {
        floor.trips.forgive();
        emergency.onLifted();
    }

    void onEmergencyStop() {
        emergency.stopWhenDone();
    }

    void onHold(HoldReason reason, String why) {
        if (reason == HoldReason.PERSON) {
            intake.whenConfirmed(() -> {});
        }
        host.hold(reason, why);
    }

    void onRelease(HoldReason reason) {
        if (reason == HoldReason.PERSON) {
            reconciling.seenByPerson();
            intake.confirm(() -> host.release(reason));
        } else {
            host.release(reason);
        }
    }

    void onLoopDue(SupervisedLoop loop) {
        rounds.run(loop);
    }

    void onStopRequested(Duration deadline) {
        decideNoMore();
        stopping.begin(deadline);
    }

    void onStopReady() {
        stopping.ready();
    }

    void onStopOverdue() {
        stopping.overdue();
    }

    /** What the broker's books tell is taken as if the broker had told it. */
    private final class Told implements Reconciling.Booking {
        @Override
        public void onFill(Fill fill) {
            TradingLoop.this.onFill(fill);
        }

        @Override
        public void onOrderOver(OrderEnd end) {
            TradingLoop.this.onOrderOver(end);
        }

        @Override
        public void onOrderAccepted(String orderId, String brokerId) {
            TradingLoop.this.onOrderAccepted(orderId, brokerId);
        }
    }
}
