package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.risk.MaxQuantity;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.indicator.WilderAtr;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.sizing.PositionSize;
import io.robotrader.risk.sizing.PositionSizers;
import io.robotrader.risk.sizing.SizeBound;
import io.robotrader.risk.sizing.SizeLimit;
import io.robotrader.risk.sizing.SizingRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a bar to an order, and of a fill to the books. Every method runs on the engine's one writing thread.
 */
public final class TradingLoop {

    private static final Logger LOG = LoggerFactory.getLogger(TradingLoop.class);

    private final Desk desk;
    private final EngineClock clock;
    private final Host host;
    private final BarDoor door;
    private final WorkingOrders working = new WorkingOrders();
    private final Map<String, WilderAtr> trueRanges = new HashMap<>();
    // What is wished of a symbol whose orders are still being taken back.
    private final Map<String, Direction> waiting = new HashMap<>();
    // What was wished of a symbol last.
    private final Map<String, Direction> wishes = new HashMap<>();
    private volatile boolean deciding = true;
    private boolean awaitingEnds;
    private Instant newestClose = Instant.MIN;
    private @Nullable LocalDate tradeDate;
    private double startOfDayEquity;

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
        this.door = new BarDoor(desk.symbols(), desk.calendar(), clock);
        startOfDayEquity = desk.portfolio().cash().doubleValue();
        tellGate();
    }

    /** From now on nothing is traded any more. May be called from any thread; what is under way is still booked. */
    public void decideNoMore() {
        deciding = false;
    }

    /**
     * Asks the broker to take back whatever works, whatever breaks, for a loop that has failed.
     *
     * @return the ids of the orders
     */
    public List<String> abandon() {
        decideNoMore();
        List<String> ids = working.ids();
        for (String id : ids) {
            try {
                desk.broker().cancel(id);
            } catch (Throwable trouble) {
                LOG.error("The broker did not take the request to cancel order {}", id, trouble);
            }
        }
        return ids;
    }

    void onBarArrived(Bar bar) {
        if (!deciding || !door.letsIn(bar)) {
            return;
        }
        LocalDate date = desk.calendar().tradeDate(bar.time());
        boolean another = !date.equals(tradeDate);
        if (another) {
            endTradeDate();
        }
        clock.advanceTo(bar.time());
        if (another) {
            beginTradeDate(date);
        }
        desk.broker().onMarket(bar);
        host.next(new EngineInput.BarReady(bar));
    }

    void onBarReady(Bar bar) {
        trueRanges
                .computeIfAbsent(bar.symbol(), symbol -> new WilderAtr(desk.atrPeriod()))
                .add(bar.high(), bar.low(), bar.close());
        correlate(bar);
        desk.gate().update(new MarketData(bar.symbol(), bar.time(), bar.close(), atrOf(bar.symbol())));
        if (deciding) {
            desk.strategy().onBar(bar).ifPresentOrElse(this::onSignal, () -> exitAgain(bar.symbol()));
        }
    }

    /** The tracker takes single prices in order of time over all symbols, and others as a piece of history. */
    private void correlate(Bar bar) {
        if (bar.time().isBefore(newestClose)) {
            desk.correlations().addSeries(bar.symbol(), new TreeMap<>(Map.of(bar.time(), bar.close())));
        } else {
            newestClose = bar.time();
            desk.correlations().add(bar.symbol(), bar.time(), bar.close());
        }
    }

    private void onSignal(Signal signal) {
        host.publish(new SignalRaised(now(), signal));
        String symbol = signal.symbol();
        if (door.latest(symbol) == null) {
            throw new IllegalStateException(
                    "symbol of a signal must be one of which a bar has come, but was " + symbol);
        }
        Direction wish =
                signal.direction() == Direction.SHORT && !desk.shortSelling() ? Direction.FLAT : signal.direction();
        wishes.put(symbol, wish);
        waiting.put(symbol, wish);
        working.in(symbol).forEach(order -> desk.broker().cancel(order.id()));
        actIfNothingWorks(symbol);
        if (!working.areNoneIn(symbol)) {
            exitAgain(symbol);
        }
    }

    /**
     * An order that is being taken back may still be filled. Only when its end is known is it known what is held, and with
     * that what is to be traded.
     */
    private void actIfNothingWorks(String symbol) {
        if (deciding && working.areNoneIn(symbol)) {
            Direction wish = waiting.remove(symbol);
            if (wish != null) {
                act(symbol, wish);
            }
        }
    }

    private void act(String symbol, Direction wish) {
        long held = desk.portfolio().quantity(symbol);
        if (contradicts(held, wish)) {
            exit(symbol, held);
        }
        if (wish != Direction.FLAT && Long.signum(held) != entryOf(wish).sign()) {
            enter(symbol, entryOf(wish));
        }
    }

    /**
     * An exit that did not come about is wished for still: to hold what nobody wants is a risk. Not so an entry. An order
     * whose fate is unknown keeps no exit waiting, but what it may sell itself is not sold twice.
     */
    private void exitAgain(String symbol) {
        Direction wish = wishes.get(symbol);
        long held = desk.portfolio().quantity(symbol);
        if (wish == null || !contradicts(held, wish) || !working.areNoneKnownIn(symbol)) {
            return;
        }
        long left = Math.abs(held) - working.shares(symbol, exitOf(held));
        if (left > 0) {
            LOG.warn("{} shares of {} are held although {} is wished; {} are exited", held, symbol, wish, left);
            exit(symbol, Long.signum(held) * left);
        }
    }

    private static boolean contradicts(long held, Direction wish) {
        return held != 0
                && (wish == Direction.FLAT || Long.signum(held) != entryOf(wish).sign());
    }

    private static Side entryOf(Direction wish) {
        return wish == Direction.SHORT ? Side.SELL : Side.BUY;
    }

    private void exit(String symbol, long held) {
        send(OrderIntent.market(newId(symbol), symbol, exitOf(held), Math.abs(held)));
    }

    private static Side exitOf(long held) {
        return held > 0 ? Side.SELL : Side.BUY;
    }

    private void enter(String symbol, Side side) {
        PositionSize size = sizeOf(symbol, side);
        host.publish(new EntrySized(now(), symbol, size));
        if (!size.isNothing()) {
            send(OrderIntent.market(newId(symbol), symbol, side, size.quantity()));
        }
    }

    private PositionSize sizeOf(String symbol, Side side) {
        double price = Objects.requireNonNull(door.latest(symbol)).close();
        AccountFigures account = desk.gate().figures();
        if (!Double.isFinite(account.equity()) || !Double.isFinite(account.buyingPower())) {
            // Something is held of which no price is known: nobody can say how much of the equity a size would be.
            return new PositionSize(0, SizeBound.NO_EQUITY);
        }
        SizingRequest request = new SizingRequest(
                        Instrument.of(symbol), price, account.equity(), account.buyingPower(), atrOf(symbol))
                .withSide(side);
        PositionSize wanted = desk.sizer().size(request);
        PositionSize within = PositionSizers.capped(asked -> wanted, (asked, shares) -> room(symbol, side, shares))
                .size(request);
        // Where not one lot has room, the gate is asked for what was wanted, so that its reasons are on record.
        return within.isNothing() ? wanted : within;
    }

    private SizeLimit room(String symbol, Side side, long shares) {
        // A question and not an order, so its id is nobody's.
        MaxQuantity most = desk.gate().maxQuantity(OrderIntent.market("room", symbol, side, Math.max(1, shares)));
        return new SizeLimit(most.boundBy().map(Limit::name).orElse("the gate"), most.quantity());
    }

    private void send(OrderIntent order) {
        RiskDecision decision = desk.gate().reserve(order);
        host.publish(new OrderDecided(now(), order, decision));
        if (decision.isApproved()) {
            working.sent(order);
            desk.broker().submit(order);
        }
    }

    void onFill(Fill fill) {
        if (desk.portfolio().hasBooked(fill.id())) {
            LOG.warn("A fill that was told before is ignored: {}", fill);
            return;
        }
        BigDecimal realizedPnl = desk.portfolio().book(fill);
        host.publish(new OrderFilled(now(), fill, realizedPnl));
        // The books first and the hold after: for an instant the shares count twice, never zero times.
        tellGate();
        desk.gate().filled(fill.orderId(), fill.quantity());
        working.filled(fill);
        goOn(fill.symbol());
    }

    void onOrderOver(OrderEnd end) {
        host.publish(new OrderEnded(now(), end));
        if (end.kind() == OrderEnd.Kind.UNKNOWN) {
            // It may still work: it stays held and blocks whatever would open in its symbol.
            working.unknown(end.orderId());
            desk.gate().unknown(end.orderId());
            return;
        }
        OrderIntent ended = working.ended(end.orderId());
        desk.gate().closed(end.orderId());
        if (ended != null) {
            goOn(ended.symbol());
        }
    }

    private void goOn(String symbol) {
        actIfNothingWorks(symbol);
        if (awaitingEnds && working.areNone()) {
            finish();
        }
    }

    void onStopRequested() {
        decideNoMore();
        working.ids().forEach(desk.broker()::cancel);
        host.next(new EngineInput.StopReady());
    }

    void onStopReady() {
        if (working.areNone()) {
            finish();
        } else {
            awaitingEnds = true;
            host.later(desk.stopDeadline(), new EngineInput.StopOverdue());
        }
    }

    void onStopOverdue() {
        for (String id : working.ids()) {
            LOG.error(
                    "Order {} has not ended within {} of the stop: it may work or be filled yet",
                    id,
                    desk.stopDeadline());
            String reason = "the broker has not told its end within " + desk.stopDeadline() + " of the stop";
            host.publish(new OrderEnded(now(), new OrderEnd(id, OrderEnd.Kind.UNKNOWN, reason)));
        }
        finish();
    }

    private void finish() {
        awaitingEnds = false;
        endTradeDate();
        host.stopped();
    }

    private OptionalDouble atrOf(String symbol) {
        WilderAtr ranges = trueRanges.get(symbol);
        OptionalDouble atr = ranges == null ? OptionalDouble.empty() : ranges.value();
        // Bars of one price each have no range, and a range of zero would make any size look safe.
        return atr.isPresent() && atr.getAsDouble() > 0 ? atr : OptionalDouble.empty();
    }

    private void beginTradeDate(LocalDate date) {
        tradeDate = date;
        desk.gate().beginTradeDate();
        double equity = desk.gate().figures().equity();
        if (Double.isFinite(equity)) {
            startOfDayEquity = equity;
        } else {
            LOG.warn(
                    "The equity at the start of {} is not known, as a price is missing: its loss is counted from {}, the last"
                            + " start of a trade date that was known",
                    date,
                    startOfDayEquity);
        }
        tellGate();
        // What is known of correlations changes once a trade date: all its decisions look at the same matrix.
        desk.gate().use(desk.correlations().snapshot()::coefficient);
    }

    private void endTradeDate() {
        if (tradeDate != null) {
            host.publish(new DayClosed(now(), tradeDate, desk.gate().figures()));
        }
    }

    private void tellGate() {
        desk.gate().update(desk.portfolio().snapshot(startOfDayEquity));
    }

    /** Ends in the number that the order's decision gets in the journal, so no later run on it gives the id again. */
    private String newId(String symbol) {
        String day = tradeDate == null ? "none" : DateTimeFormatter.BASIC_ISO_DATE.format(tradeDate);
        return symbol + "-" + day + "-" + (host.lastSequence() + 1);
    }

    private Instant now() {
        return clock.instant();
    }
}
