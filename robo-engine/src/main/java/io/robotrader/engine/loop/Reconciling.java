package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.Books;
import io.robotrader.engine.execution.BrokerAccount;
import io.robotrader.engine.execution.BrokerAccount.Held;
import io.robotrader.engine.execution.Difference;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.Protection;
import io.robotrader.engine.execution.Reconciler;
import io.robotrader.engine.execution.Reconciliation;
import io.robotrader.engine.execution.Reconciliation.Adoption;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.engine.view.OpenOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the books against the broker's and sets them right: at the start and after each reconnect before anything opens
 * risk, and every so often. A broker that does not show its books is asked once.
 */
final class Reconciling {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 4;
    private static final int MOST_REPEATS = 5;

    private final Floor floor;
    private final DayBook day;
    private final Guards guards;
    private final OrderDesk orders;
    private final Consumer<String> exitAgain;
    private final Booking booking;
    private final Reconciler reconciler;
    private Set<Difference> standing = Set.of();
    private Set<Difference> seenByPerson = Set.of();
    private boolean unable;
    private boolean down;
    private boolean open = true;
    // Somebody else's hold is not ours to release.
    private boolean holding;
    private long asked;
    // Answers to questions up to this one are of no use any more.
    private long outdated;
    private int failures;
    private int repeats;

    /** Where what the broker's books tell is booked, as if the broker had told it. */
    interface Booking {
        void onFill(Fill fill);

        void onOrderOver(OrderEnd end);

        void onOrderAccepted(String orderId, String brokerId);
    }

    Reconciling(
            Floor floor, DayBook day, Guards guards, OrderDesk orders, Consumer<String> exitAgain, Booking booking) {
        this.floor = floor;
        this.day = day;
        this.guards = guards;
        this.orders = orders;
        this.exitAgain = exitAgain;
        this.booking = booking;
        this.reconciler = new Reconciler(floor.desk.rules().reconcilePolicy());
    }

    /** Whether there is something to reconcile with, as far as is known. */
    boolean isPossible() {
        return !unable;
    }

    /** Nothing is opened from now on until the two agree, or what differs is settled. */
    void require(String why) {
        down = false;
        if (!unable) {
            open = false;
            failures = 0;
            repeats = 0;
            ask(why);
        }
    }

    /** What is asked, and was, is of no use any more. */
    void connectionLost() {
        down = true;
        outdated = asked;
        // Nothing can be given back now; what was withheld is when there is an answer again.
        floor.awaitsTheirs = false;
    }

    /** Looks again, without a hold: what works and what is decided meanwhile goes on. */
    void round() {
        if (!unable && !down && open && floor.deciding && asked == outdated) {
            repeats = 0;
            ask("");
        }
    }

    /** A person has seen what stands, and wants to go on with it. */
    void seenByPerson() {
        seenByPerson = standing;
        floor.blocked.clear();
        giveUpTheLost();
        if (open) {
            release();
        }
    }

    /** Else an exit that never arrived would keep its position from being left for ever. */
    private void giveUpTheLost() {
        List<String> unknown = floor.working.ids(OpenOrder::isUnknown);
        for (Difference difference : standing) {
            if (difference.kind() == Difference.Kind.LOST_ORDER && unknown.contains(difference.subject())) {
                booking.onOrderOver(new OrderEnd(
                        difference.subject(),
                        OrderEnd.Kind.CANCELLED,
                        "the broker names it nowhere, and a person has seen that"));
            }
        }
    }

    private void ask(String why) {
        long number = ++asked;
        long sent = floor.ledger.count();
        CompletableFuture<BrokerAccount> answer;
        try {
            answer = floor.desk.broker().account();
        } catch (RuntimeException broken) {
            answer = CompletableFuture.failedFuture(broken);
        }
        if (answer.isDone()) {
            // At once, so that nothing comes in between and no hold is needed.
            Throwable failure = answer.handle((account, thrown) -> thrown).join();
            answered(number, sent, failure == null ? answer.join() : null, failure);
            return;
        }
        if (!open) {
            holding = true;
            floor.host.holdNew(HoldReason.RECONCILIATION, why);
            // Once, and not for longer than an answer may take: no exit waits for a broker that is silent.
            floor.awaitsTheirs = failures == 0;
        }
        CompletableFuture<BrokerAccount> unused = answer.whenComplete((account, failure) ->
                floor.host.next(new EngineInput.Errand(() -> answered(number, sent, account, failure), () -> {})));
        // Brokers answer in real time, also where bars move the engine's.
        floor.host.later(floor.desk.rules().reconcileWithin(), new EngineInput.Errand(() -> overdue(number), () -> {}));
    }

    private void overdue(long number) {
        if (floor.deciding && number > outdated && number == asked) {
            // Should it come yet, it is as good as any.
            failed("the broker has not shown its books within "
                    + floor.desk.rules().reconcileWithin());
        }
    }

    private void answered(long number, long sent, @Nullable BrokerAccount account, @Nullable Throwable failure) {
        if (!floor.deciding || number <= outdated) {
            return;
        }
        if (account == null) {
            Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                    ? failure.getCause()
                    : Objects.requireNonNull(failure);
            if (cause instanceof UnsupportedOperationException) {
                unable = true;
                open = true;
                release();
                takeStopsBack();
                waitNoMore();
            } else if (number == asked) {
                outdated = number;
                failed("the broker does not show its books: " + cause);
            }
        } else if (sent != floor.ledger.count() && repeats++ < MOST_REPEATS) {
            outdated = asked;
            ask("orders were sent while the broker's books were read");
        } else if (sent != floor.ledger.count()) {
            outdated = asked;
            repeats = 0;
            failed("orders are sent each time while the broker's books are read");
        } else {
            outdated = asked;
            failures = 0;
            apply(reconciler.reconcile(books(), known(account)), account);
        }
    }

    private void release() {
        if (holding) {
            holding = false;
            floor.host.release(HoldReason.RECONCILIATION);
        }
    }

    private void failed(String what) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
        open = false;
        holding = true;
        floor.host.holdNew(HoldReason.RECONCILIATION, what);
        long last = asked;
        floor.host.schedule(pause, new EngineInput.Errand(() -> askAgain(last, what), () -> {}));
        LOG.warn("Nothing is opened, as the books could not be held against the broker's: {}", what);
        floor.host.publish(new TroubleNoted(floor.now(), "reconciliation", what));
        waitNoMore();
    }

    /** What was to be given back meanwhile is given back, as far as the broker has it. */
    private void waitNoMore() {
        floor.awaitsTheirs = false;
        List<String> symbols = List.copyOf(floor.withheld);
        floor.withheld.clear();
        if (floor.deciding) {
            symbols.forEach(exitAgain);
        }
    }

    private void askAgain(long last, String why) {
        if (floor.deciding && !down && asked == last) {
            ask(why);
        }
    }

    private Books books() {
        Map<String, Long> positions = new HashMap<>();
        floor.desk.portfolio().symbols().forEach(symbol -> positions.put(symbol, floor.held(symbol)));
        return new Books(
                floor.desk.portfolio().cash(), positions, floor.ledger.orders(), floor.ledger.fills(), standing);
    }

    /**
     * Without stops that the broker holds and no run of ours has left there, and without fills that were booked long ago, or
     * that were in what the account had when the journal began.
     */
    private BrokerAccount known(BrokerAccount account) {
        Map<String, Fill> recent = floor.ledger.fills();
        Set<String> ours =
                floor.ledger.orders().stream().map(life -> life.intent().id()).collect(Collectors.toSet());
        return new BrokerAccount(
                account.asOf(),
                account.cash(),
                account.positions(),
                account.others(),
                account.openOrders().stream()
                        .filter(order -> order.foreign()
                                || !Protection.isProtective(order.orderId())
                                || ours.contains(order.orderId()))
                        .toList(),
                account.trades().stream()
                        .filter(trade -> recent.containsKey(trade.fill().id())
                                || !(floor.ledger.isFromBefore(trade.fill())
                                        || floor.desk
                                                .portfolio()
                                                .hasBooked(trade.fill().id())))
                        .toList(),
                account.ends(),
                account.complete());
    }

    private void apply(Reconciliation found, BrokerAccount account) {
        floor.host.publish(new Reconciled(floor.now(), found.differences()));
        found.differences().forEach(difference -> LOG.warn("The books and the broker's differ: {}", difference));
        standing = found.standing();
        boolean isSeen = seenByPerson.containsAll(standing);
        floor.blocked.clear();
        if (!isSeen) {
            // Before anything is booked, as what is booked can bring orders about.
            floor.blocked.addAll(found.blocked());
        }
        boolean blocksAll = found.blocksAll() && !isSeen;
        noteTheirs(account);
        if (blocksAll) {
            holding = true;
            floor.host.hold(HoldReason.RECONCILIATION, "the books and the broker's differ: " + standing);
        }
        found.fills().forEach(booking::onFill);
        // The fills that were missed are in the broker's positions.
        noteTheirs(account);
        found.ends().forEach(booking::onOrderOver);
        found.found().forEach(booking::onOrderAccepted);
        if (!floor.desk.rules().shadow()) {
            found.cancel().forEach(id -> orders.cancel(id, "it works although it has ended in the books"));
        }
        found.positions().forEach(this::adopt);
        found.cash().ifPresent(this::adopt);
        orders.cancelOnce(
                order -> floor.blocked.contains(order.order().symbol()) && orders.opens(order),
                "its symbol is blocked by a difference with the broker's books");
        orders.cancelOnce(this::givesBackTooMuch, "the broker has fewer shares than it would give back");
        open = true;
        if (!blocksAll) {
            release();
        }
        floor.readings++;
        takeStopsBack();
        waitNoMore();
    }

    /** What an earlier run has left at the broker, as far as it is known to work: an unknown one is not known by it. */
    private void takeStopsBack() {
        if (!floor.desk.rules().shadow()) {
            orders.cancelOnce(
                    order -> Protection.isProtective(order.order().id()), "the engine holds the stop itself again");
        }
    }

    private void noteTheirs(BrokerAccount account) {
        floor.theirs.clear();
        for (Difference difference : standing) {
            if (difference.kind() == Difference.Kind.POSITION) {
                floor.theirs.put(
                        difference.subject(),
                        account.positions().stream()
                                .filter(held -> held.symbol().equals(difference.subject()))
                                .mapToLong(Held::quantity)
                                .sum());
            }
        }
    }

    /** Whether what works in a symbol would turn what the broker has. */
    private boolean givesBackTooMuch(OpenOrder open) {
        String symbol = open.order().symbol();
        long held = floor.held(symbol);
        return floor.theirs.containsKey(symbol)
                && open.order().side().sign() == -Long.signum(held)
                && floor.working.shares(symbol, open.order().side()) > Math.abs(floor.heldByBoth(symbol));
    }

    private void adopt(Adoption adoption) {
        String symbol = adoption.symbol();
        BigDecimal price = priceOf(adoption);
        if (adoption.quantity() != 0 && price.signum() <= 0) {
            floor.blocked.add(symbol);
            floor.host.publish(new TroubleNoted(
                    floor.now(),
                    "reconciliation",
                    "what the broker has in " + symbol + " is not adopted, as no price of it is known"));
            return;
        }
        OptionalDouble mark = floor.tape.markOf(symbol);
        BigDecimal worth = mark.isPresent() ? BigDecimal.valueOf(mark.getAsDouble()) : price;
        BigDecimal moved = worth.multiply(BigDecimal.valueOf(adoption.quantity() - floor.held(symbol)));
        floor.host.publish(new PositionAdopted(floor.now(), symbol, adoption.quantity(), price, moved));
        floor.desk.portfolio().adopt(symbol, adoption.quantity(), price);
        floor.trips.adopted(symbol, adoption.quantity());
        guards.follow(symbol);
        day.paidIn(moved);
        day.tellGate();
    }

    private BigDecimal priceOf(Adoption adoption) {
        if (adoption.quantity() == 0 || adoption.averagePrice().signum() > 0) {
            return adoption.averagePrice();
        }
        OptionalDouble mark = floor.tape.markOf(adoption.symbol());
        return mark.isPresent() ? BigDecimal.valueOf(mark.getAsDouble()) : BigDecimal.ZERO;
    }

    private void adopt(BigDecimal cash) {
        BigDecimal moved = cash.subtract(floor.desk.portfolio().cash());
        floor.host.publish(new CashAdopted(floor.now(), cash, moved));
        floor.desk.portfolio().adoptCash(cash);
        day.paidIn(moved);
        day.tellGate();
    }
}
