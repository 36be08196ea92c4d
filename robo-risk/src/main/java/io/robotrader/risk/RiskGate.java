package io.robotrader.risk;

import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.internal.Require;
import io.robotrader.risk.rule.CorrelationLookup;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an order may be sent, and holds the exposure of those that were.
 *
 * <p>Tell the gate what the account and the market look like with {@code update}, ask about an order with
 * {@link #check}, or better with {@link #reserve}, which also holds the order's exposure, so that two orders cannot both
 * use the same room. Then tell what became of the order: {@link #filled} and {@link #closed}. On a fill, update the
 * account first and release the hold after: for an instant the shares count twice, never zero times.
 *
 * <p>Orders that only reduce a position are never refused for want of room or of data, whatever the limits. An order
 * that would turn a long position into a short one, or the reverse, is judged by its opening part.
 *
 * <p>Thread-safe: one lock guards the whole, and each method is one atomic step.
 */
public final class RiskGate {

    private final ReentrantLock lock = new ReentrantLock();
    private final LiveAccount account;
    private final Assessment assessment = new Assessment();
    private final Map<String, Hold> holds = new HashMap<>();
    private RiskPolicy policy;

    private RiskGate(RiskPolicy policy, Map<String, Instrument> instruments) {
        this.policy = policy;
        this.account = new LiveAccount(instruments, policy.stopDistance());
    }

    /**
     * {@return a gate with an empty account: without cash and market data it approves nothing that opens risk}
     *
     * @param limits the bounds of the built-in limits
     */
    public static RiskGate of(RiskLimits limits) {
        return of(RiskPolicy.of(limits), List.of());
    }

    /**
     * {@return a gate with an empty account}
     *
     * @param policy the limits and rules
     * @param instruments what is known of symbols; one that is not listed trades share by share in an unknown sector
     */
    public static RiskGate of(RiskPolicy policy, Collection<Instrument> instruments) {
        Map<String, Instrument> bySymbol = new HashMap<>();
        instruments.forEach(instrument -> bySymbol.put(instrument.symbol(), instrument));
        return new RiskGate(Objects.requireNonNull(policy, "policy"), bySymbol);
    }

    /**
     * Puts another policy in place of the one in force. Holds stay.
     *
     * @param newPolicy the limits and rules from now on
     */
    public void use(RiskPolicy newPolicy) {
        Objects.requireNonNull(newPolicy, "newPolicy");
        locked(() -> {
            policy = newPolicy;
            account.assume(newPolicy.stopDistance());
        });
    }

    /**
     * Tells the gate where correlations are to be had; until then none is known.
     *
     * @param correlations asked under the gate's lock, once for each symbol held when an order opens
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
        locked(() -> account.replace(snapshot));
    }

    /**
     * Takes in what the market says of a symbol, in time that does not grow with the number of positions. A message that
     * is older than the one before, by its own time, changes nothing.
     *
     * @param data the message
     */
    public void update(MarketData data) {
        Objects.requireNonNull(data, "data");
        locked(() -> account.update(data));
    }

    /**
     * Judges an order and changes nothing.
     *
     * @param order the order
     * @return approved, or rejected with every violation
     */
    public RiskDecision check(OrderIntent order) {
        Objects.requireNonNull(order, "order");
        lock.lock();
        try {
            return judge(order);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Judges an order and, if it is approved, holds its exposure until {@link #filled} or {@link #closed} releases it.
     *
     * @param order the order; its id names the hold
     * @return approved and held, or rejected with every violation and nothing held
     */
    public RiskDecision reserve(OrderIntent order) {
        Objects.requireNonNull(order, "order");
        lock.lock();
        try {
            RiskDecision decision = judge(order);
            if (decision.isApproved()) {
                Hold hold = new Hold(order, assessment.price());
                holds.put(order.id(), hold);
                account.change(holdingOf(order), holding -> holding.holds.add(hold));
            }
            return decision;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Releases the part of a hold that was filled. Shares beyond what is held release what is left.
     *
     * @param orderId the id of an order that was reserved
     * @param quantity the shares of this fill, 1 or more
     * @return whether there was such a hold; the last share, {@link #closed} and an unknown id all leave none
     */
    public boolean filled(String orderId, long quantity) {
        Require.atLeast(quantity, 1, "quantity");
        return release(orderId, quantity);
    }

    /**
     * Releases what is left of a hold: the order was cancelled, rejected, or has expired.
     *
     * @param orderId the id of an order that was reserved
     * @return whether there was such a hold, so that a second release is told from the first
     */
    public boolean closed(String orderId) {
        return release(orderId, Long.MAX_VALUE);
    }

    /** {@return the sums of the account now, holds included} */
    public AccountFigures figures() {
        lock.lock();
        try {
            return AccountFigures.of(account);
        } finally {
            lock.unlock();
        }
    }

    private boolean release(String orderId, long quantity) {
        Objects.requireNonNull(orderId, "orderId");
        lock.lock();
        try {
            Hold hold = holds.get(orderId);
            if (hold == null) {
                return false;
            }
            account.change(holdingOf(hold.order), holding -> {
                hold.take(quantity);
                if (hold.remaining() == 0) {
                    holding.holds.remove(hold);
                    holds.remove(orderId);
                }
            });
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Holding holdingOf(OrderIntent approved) {
        return Objects.requireNonNull(account.holding(approved.symbol()));
    }

    private RiskDecision judge(OrderIntent order) {
        Holding holding = account.holding(order.symbol());
        if (holding == null) {
            return rejected(
                    Violation.of(LimitKind.INVALID_ORDER, "no market data has come for symbol " + order.symbol()));
        }
        assessment.assess(order, holding, policy.stopDistance());
        List<Violation> found = null;
        if (holds.containsKey(order.id())) {
            found = add(found, LimitKind.DUPLICATE_ORDER, "an order with id " + order.id() + " is working already");
        }
        if (assessment.openingQuantity() > 0) {
            found = judgeOpening(order, holding, found);
        }
        return found == null ? RiskDecision.Approved.APPROVED : new RiskDecision.Rejected(found);
    }

    private @Nullable List<Violation> judgeOpening(
            OrderIntent order, Holding holding, @Nullable List<Violation> found) {
        if (Double.isNaN(holding.mark)) {
            found = add(found, LimitKind.UNKNOWN_DATA, "no mark is known for " + order.symbol());
        }
        long lot = holding.instrument.lotSize();
        if (assessment.openingQuantity() % lot != 0) {
            found = add(
                    found,
                    LimitKind.INVALID_ORDER,
                    "quantity must open whole lots of " + lot + ", but was " + order.quantity());
        }
        double stop = order.stopPrice().orElse(Double.NaN);
        if (order.side().sign() * (stop - assessment.price()) >= 0) {
            found = add(
                    found,
                    LimitKind.INVALID_ORDER,
                    "a " + order.side() + " at " + assessment.price()
                            + " must have its stop on the losing side, but it was " + stop);
        }
        double equity = account.equity();
        if (equity <= 0) {
            return add(found, LimitKind.BUYING_POWER, "no equity is left: " + equity);
        }
        return policy.judge(assessment, account, found);
    }

    private static List<Violation> add(@Nullable List<Violation> found, LimitKind kind, String detail) {
        List<Violation> list = found == null ? new ArrayList<>() : found;
        list.add(Violation.of(kind, detail));
        return list;
    }

    private static RiskDecision rejected(Violation violation) {
        return new RiskDecision.Rejected(List.of(violation));
    }

    private void locked(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }
}
