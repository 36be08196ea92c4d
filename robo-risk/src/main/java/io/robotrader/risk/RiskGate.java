package io.robotrader.risk;

import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.halt.KillSwitch;
import io.robotrader.risk.internal.Require;
import io.robotrader.risk.rule.CorrelationLookup;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an order may be sent, and holds the exposure of those that were.
 *
 * <p>Tell the gate what the account and the market look like with {@code update}, ask about an order with
 * {@link #check}, or better with {@link #reserve}, which also holds the order's exposure, so that two orders cannot both
 * use the same room. Then tell what became of the order: {@link #filled}, {@link #closed}, {@link #unknown}. On a fill,
 * update the account first and release the hold after, so that the shares count for an instant twice and never zero times;
 * or let {@link #book} do both in one step.
 *
 * <p>Orders that only reduce a position are never refused for want of room or of data, whatever the limits. An order
 * that would turn a long position into a short one, or the reverse, is judged by its opening part.
 *
 * <p>Thread-safe: one lock guards the whole, and each method is one atomic step. Lookups and rules of the user's own are
 * called under that lock and must not call the gate; listeners of the kill switch are not, and may.
 */
public final class RiskGate {

    private final ReentrantLock lock = new ReentrantLock();
    private final LiveAccount account;
    private final DayCounts day = new DayCounts();
    private final Reservations reservations;
    private final InstantSource clock;
    private final Judge judge;
    private final @Nullable KillSwitch killSwitch;
    private final @Nullable PortfolioAlarm alarm;
    private RiskPolicy policy;

    RiskGate(RiskGateBuilder builder) {
        policy = builder.policy;
        killSwitch = builder.killSwitch;
        alarm = killSwitch == null ? null : new PortfolioAlarm(killSwitch);
        clock = builder.clock;
        account = new LiveAccount(builder.instruments, policy.stopDistance(), builder.correlations, day);
        reservations = new Reservations(account, day);
        judge = new Judge(account, reservations, day, builder);
    }

    /** {@return a builder that starts with the default limits} */
    public static RiskGateBuilder builder() {
        return new RiskGateBuilder();
    }

    /**
     * {@return a gate with an empty account: without cash and market data it approves nothing that opens risk}
     *
     * @param limits the bounds of the built-in limits
     */
    public static RiskGate of(RiskLimits limits) {
        return builder().limits(limits).build();
    }

    /**
     * Puts other limits in place of those in force, watched by the built-in rules. Holds stay. {@link RiskLimits#diff}
     * tells what such a change does.
     *
     * @param limits the bounds from now on
     */
    public void use(RiskLimits limits) {
        use(RiskPolicy.of(limits));
    }

    /**
     * Puts another policy in place of the one in force. Holds stay. What {@link #monitor} warned of is taken back where the new
     * policy has no such limit; a halt that such a limit brought about stays until it is reset. The warnings are taken back
     * just after the change and not in one step with it: until this returns, one of a limit that is gone may still stand, and
     * one of a limit that another thread turns on again in that moment may be gone until the next {@link #monitor}.
     *
     * @param newPolicy the limits and rules from now on
     */
    public void use(RiskPolicy newPolicy) {
        Objects.requireNonNull(newPolicy, "newPolicy");
        RiskPolicy before = locked(() -> {
            RiskPolicy replaced = policy;
            policy = newPolicy;
            account.assume(newPolicy.stopDistance());
            return replaced;
        });
        if (alarm != null) {
            // It may have been replaced again since by one that has the limit, and of that the warning must stand.
            alarm.takeBack(before, () -> locked(() -> policy));
        }
    }

    /**
     * Tells the gate where correlations are to be had; until then none is known. What was looked up is kept until this is
     * called again, so hand a new lookup whenever there is a new matrix.
     *
     * @param correlations asked under the gate's lock
     */
    public void use(CorrelationLookup correlations) {
        Objects.requireNonNull(correlations, "correlations");
        locked(() -> account.use(correlations));
    }

    /**
     * Takes the account's word for cash and positions: what is not in the snapshot is not held. Holds of working orders
     * stay; market data that the snapshot does not mention stays too.
     *
     * @param snapshot the account now
     */
    public void update(AccountSnapshot snapshot) {
        Objects.requireNonNull(snapshot, "snapshot");
        locked(() -> account.replace(snapshot, clock.millis()));
    }

    /**
     * Takes in what the market says of a symbol, in time that does not grow with the number of positions. A message that
     * is older than the one before, by its own time, changes nothing.
     *
     * @param data the message
     */
    public void update(MarketData data) {
        Objects.requireNonNull(data, "data");
        locked(() -> {
            long now = clock.millis();
            account.change(account.holdingOf(data.symbol()), holding -> holding.mark(data, now));
        });
    }

    /**
     * Takes in facts about a symbol. Facts that are older than those before, by their own time, change nothing.
     *
     * @param facts the facts
     */
    public void update(InstrumentFacts facts) {
        Objects.requireNonNull(facts, "facts");
        locked(() -> {
            long now = clock.millis();
            account.change(account.holdingOf(facts.symbol()), holding -> holding.learn(facts, now));
        });
    }

    /**
     * Tells how much the market moves, for value at risk.
     *
     * @param dailyDeviation the standard deviation of its daily returns as a fraction, positive
     */
    public void marketVolatility(double dailyDeviation) {
        Require.positive(dailyDeviation, "dailyDeviation");
        locked(() -> account.marketVolatility(dailyDeviation));
    }

    /**
     * Begins a trade date: orders and notional are counted from zero, but for orders that are working still, and the equity now
     * is the one that the day's loss is counted from, until a snapshot tells another.
     */
    public void beginTradeDate() {
        locked(() -> {
            reservations.beginTradeDate();
            account.beginTradeDate();
        });
    }

    /**
     * Tells of a trade that is over, for the count of losses in a row.
     *
     * @param pnl what it made, in money, negative for a loss; finite
     */
    public void tradeClosed(double pnl) {
        Require.finite(pnl, "pnl");
        locked(() -> day.lossStreak = pnl < 0 ? day.lossStreak + 1 : pnl > 0 ? 0 : day.lossStreak);
    }

    /**
     * Judges an order and changes nothing.
     *
     * @param order the order
     * @return approved, or rejected with every violation
     */
    public RiskDecision check(OrderIntent order) {
        Objects.requireNonNull(order, "order");
        enter();
        try {
            return judge.judge(order, policy);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Judges an order and tells of every limit how it stands. Changes nothing.
     *
     * @param order the order
     * @return the decision and each limit; no limits if the order opens nothing or its symbol is unknown
     */
    public Explanation explain(OrderIntent order) {
        Objects.requireNonNull(order, "order");
        return locked(() -> judge.explain(order, policy));
    }

    /**
     * The largest order of this kind that would be approved now: what only reduces, and above that the most whole lots that
     * every limit admits. That quantity passes and one lot more does not.
     *
     * @param order the order; its quantity does not matter
     * @return the quantity and the limit that binds
     */
    public MaxQuantity maxQuantity(OrderIntent order) {
        Objects.requireNonNull(order, "order");
        return locked(() -> judge.maxQuantity(order, policy));
    }

    /**
     * What a bad day may cost before and after an order.
     *
     * @param order the order
     * @return losses in money; empty where a number that is needed is not known
     */
    public OrderTailRisk tailRisk(OrderIntent order) {
        Objects.requireNonNull(order, "order");
        return locked(() -> judge.tailRisk(order, policy));
    }

    /**
     * Judges an order and, if it is approved, holds its exposure until {@link #filled} or {@link #closed} releases it. A
     * refused order that would open is told to the kill switch.
     *
     * @param order the order; its id names the hold
     * @return approved and held, or rejected with every violation and nothing held
     */
    public RiskDecision reserve(OrderIntent order) {
        Objects.requireNonNull(order, "order");
        RiskDecision decision;
        boolean refusedToOpen = false;
        enter();
        try {
            decision = judge.judge(order, policy);
            if (decision.isApproved()) {
                reservations.hold(judge.assessment());
            } else {
                refusedToOpen = account.holding(order.symbol()) == null
                        || judge.assessment().openingQuantity() > 0;
            }
        } finally {
            lock.unlock();
        }
        if (killSwitch != null && refusedToOpen) {
            killSwitch.rejected(order);
        }
        return decision;
    }

    /**
     * Holds an order that was approved before, in an earlier run of the program: it is not judged again, as it may work by
     * now, and it counts for the trade date. Tell of the market or of a position in its symbol first; without either what
     * it costs is not known, and neither is the room that is left.
     *
     * @param order the order as it was approved
     * @return whether it is held from now on; false if the gate has an order with its id
     */
    public boolean restore(OrderIntent order) {
        Objects.requireNonNull(order, "order");
        return locked(() -> {
            if (reservations.has(order.id())) {
                return false;
            }
            reservations.hold(judge.assess(order, policy));
            return true;
        });
    }

    /**
     * Releases the part of a hold that was filled. Shares beyond what is held release what is left. A fill that crossed its
     * order's end is told here, too: it releases nothing more, but it traded, and so it counts for the day after all.
     *
     * @param orderId the id of an order that was reserved
     * @param quantity the shares of this fill, 1 or more
     * @return whether there was such a hold; the last share, {@link #closed} and an unknown id all leave none
     */
    public boolean filled(String orderId, long quantity) {
        Objects.requireNonNull(orderId, "orderId");
        Require.atLeast(quantity, 1, "quantity");
        return locked(() -> reservations.filled(orderId, quantity));
    }

    /**
     * Books a fill into the gate's own account and releases that part of the hold, in one step and in constant time: for
     * who keeps no books of his own. A position that this opens has the order's stop; one that grows has the one of the two
     * that is farther away, or none if either is missing. Commissions are not known here; the next snapshot has them.
     *
     * @param orderId the id of an order that was reserved
     * @param quantity the shares of this fill, 1 or more, and not more than the order had left
     * @param price money per share, positive
     * @return whether the order was reserved on this trade date, be it held or over; if not, nothing was booked
     * @throws IllegalArgumentException if more shares were filled than the order had left
     */
    public boolean book(String orderId, long quantity, double price) {
        Objects.requireNonNull(orderId, "orderId");
        Require.atLeast(quantity, 1, "quantity");
        Require.positive(price, "price");
        return locked(() -> reservations.book(orderId, quantity, price));
    }

    /**
     * Releases what is left of a hold: the order was cancelled, rejected, or has expired.
     *
     * @param orderId the id of an order that was reserved
     * @return whether there was such a hold, so that a second release is told from the first
     */
    public boolean closed(String orderId) {
        Objects.requireNonNull(orderId, "orderId");
        return locked(() -> reservations.closed(orderId));
    }

    /**
     * Marks an order whose fate is in doubt. It stays held, so that it counts and cannot be sent a second time, until
     * {@link #filled} or {@link #closed} tells what became of it.
     *
     * @param orderId the id of an order that was reserved
     * @return whether there is such a hold
     */
    public boolean unknown(String orderId) {
        Objects.requireNonNull(orderId, "orderId");
        return locked(() -> reservations.unknown(orderId));
    }

    /** {@return the orders whose exposure is held, in the order in which they were reserved} */
    public List<HeldOrder> held() {
        return locked(reservations::all);
    }

    /** {@return the sums of the account now, holds included} */
    public AccountFigures figures() {
        return locked(() -> AccountFigures.of(account));
    }

    /** {@return how the book stands to its limits now, of which nobody is told: for who only looks on} */
    public PortfolioReport report() {
        return locked(() -> PortfolioMonitor.look(account, policy));
    }

    /**
     * Looks at the positions as they are, and tells the kill switch of the daily loss, the drawdown, the leverage and the
     * heat: a breach of the real book trips it, four fifths of a limit and a number that is not known warn. Call it after
     * each change, or by a timer.
     *
     * @return how the book stands to its limits
     */
    public PortfolioReport monitor() {
        enter();
        RiskPolicy watched;
        PortfolioReport report;
        try {
            watched = policy;
            report = PortfolioMonitor.look(account, watched);
        } finally {
            lock.unlock();
        }
        if (alarm != null) {
            alarm.tell(report);
            // The policy may have been replaced since, and then nobody else would take back what was told just now.
            alarm.takeBack(watched, () -> locked(() -> policy));
        }
        return report;
    }

    // A rule, a lookup or a clock that asks the gate again would have it answer about the order of the other question.
    private void enter() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a rule, a lookup or a clock must not call the gate that is asking it");
        }
        lock.lock();
    }

    private void locked(Runnable step) {
        enter();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> step) {
        enter();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
