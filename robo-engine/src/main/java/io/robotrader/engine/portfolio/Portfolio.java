package io.robotrader.engine.portfolio;

import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.Position;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The books, made of fills alone.
 *
 * <p>Kept in {@link BigDecimal}; converted to {@code double} once, when a snapshot is taken. Positions are at average
 * cost. The same fill told twice counts once. Not thread-safe: it belongs to the engine's one writing thread.
 */
public final class Portfolio {

    private final Map<String, Holding> holdings = new TreeMap<>();
    private final Set<String> booked = new HashSet<>();
    private BigDecimal cash;
    private BigDecimal realizedPnl = BigDecimal.ZERO;
    private BigDecimal commissions = BigDecimal.ZERO;

    /**
     * Opens the books.
     *
     * @param cash money at the start, zero or positive
     * @throws IllegalArgumentException if the cash is negative
     */
    public Portfolio(BigDecimal cash) {
        if (cash.signum() < 0) {
            throw new IllegalArgumentException("cash must be zero or positive, but was " + cash);
        }
        this.cash = cash;
    }

    /**
     * {@return whether a fill was booked already}
     *
     * @param fillId the broker's name for it
     */
    public boolean hasBooked(String fillId) {
        return booked.contains(fillId);
    }

    /**
     * Books a fill: opens, extends, reduces, closes or turns a position.
     *
     * @param fill what was traded; one that was booked already changes nothing
     * @return the profit or loss it took, in money, its commission taken off; zero for a repetition
     */
    public BigDecimal book(Fill fill) {
        if (!booked.add(fill.id())) {
            return BigDecimal.ZERO;
        }
        long traded = Holding.signed(fill);
        cash = cash.subtract(fill.price().multiply(BigDecimal.valueOf(traded))).subtract(fill.commission());
        commissions = commissions.add(fill.commission());
        BigDecimal taken = move(fill.symbol(), traded, fill.price()).subtract(fill.commission());
        realizedPnl = realizedPnl.add(taken);
        return taken;
    }

    /**
     * Books what a fill of before has cost beyond the commission that was booked with it. Unlike fills, each call counts.
     *
     * @param commission what is added to its commission
     */
    public void charge(LateCommission commission) {
        cash = cash.subtract(commission.amount());
        commissions = commissions.add(commission.amount());
        realizedPnl = realizedPnl.subtract(commission.amount());
    }

    /** Moves a position by signed shares and returns the profit or loss of those that it closes. */
    private BigDecimal move(String symbol, long traded, BigDecimal price) {
        Holding held = holdings.remove(symbol);
        long before = held == null ? 0 : held.quantity();
        long closed = Long.signum(before) == -Long.signum(traded) ? -clamp(traded, Math.abs(before)) : 0;
        BigDecimal cost = held == null ? BigDecimal.ZERO : held.cost();
        BigDecimal closedCost = held == null || closed == 0 ? BigDecimal.ZERO : held.costOf(closed);
        long opened = traded + closed;
        long after = before + traded;
        if (after != 0) {
            BigDecimal openedCost = price.multiply(BigDecimal.valueOf(opened));
            holdings.put(symbol, new Holding(after, cost.subtract(closedCost).add(openedCost)));
        }
        return price.multiply(BigDecimal.valueOf(closed)).subtract(closedCost);
    }

    private static long clamp(long shares, long most) {
        return Long.signum(shares) * Math.min(Math.abs(shares), most);
    }

    /** {@return money in the account, negative if it is owed} */
    public BigDecimal cash() {
        return cash;
    }

    /** {@return profit and loss taken so far, all commissions taken off} */
    public BigDecimal realizedPnl() {
        return realizedPnl;
    }

    /** {@return commissions paid so far, zero or positive} */
    public BigDecimal commissions() {
        return commissions;
    }

    /**
     * {@return the shares held, negative for short, zero for none}
     *
     * @param symbol the ticker
     */
    public long quantity(String symbol) {
        Holding held = holdings.get(symbol);
        return held == null ? 0 : held.quantity();
    }

    /** {@return the symbols in which shares are held, sorted} */
    public List<String> symbols() {
        return List.copyOf(holdings.keySet());
    }

    /**
     * {@return what the shares held cost on average, in money a share; NaN if there are none}
     *
     * @param symbol the ticker
     */
    public double averagePrice(String symbol) {
        Holding held = holdings.get(symbol);
        return held == null ? Double.NaN : held.averagePrice().doubleValue();
    }

    /**
     * Sets a position to what the broker says of it. Cash, profit and loss stay as they are.
     *
     * @param symbol the ticker
     * @param quantity the shares held from now on, negative for short, zero for none
     * @param averagePrice what they cost on average, in money a share, positive; not looked at if there are none
     * @throws IllegalArgumentException if shares are held and the price is not positive
     */
    public void adopt(String symbol, long quantity, BigDecimal averagePrice) {
        if (quantity == 0) {
            holdings.remove(symbol);
            return;
        }
        if (averagePrice.signum() <= 0) {
            throw new IllegalArgumentException("averagePrice must be positive, but was " + averagePrice);
        }
        holdings.put(symbol, new Holding(quantity, averagePrice.multiply(BigDecimal.valueOf(quantity))));
    }

    /**
     * Sets the cash to what the broker says of it.
     *
     * @param newCash money in the account, negative if it is owed
     */
    public void adoptCash(BigDecimal newCash) {
        cash = newCash;
    }

    /**
     * {@return the account for the risk gate, without market data, which the gate keeps}
     *
     * @param startOfDayEquity the equity at the start of the trade date, in money
     */
    public AccountSnapshot snapshot(double startOfDayEquity) {
        return snapshot(startOfDayEquity, 0, symbol -> OptionalDouble.empty());
    }

    /**
     * {@return the account for the risk gate, without market data, which the gate keeps}
     *
     * @param startOfDayEquity the equity at the start of the trade date, in money
     * @param paidInToday money paid in since then, negative if more was taken out
     * @param stops the price per share of each position's protective stop; empty if it has none
     */
    public AccountSnapshot snapshot(
            double startOfDayEquity, double paidInToday, Function<String, OptionalDouble> stops) {
        AccountSnapshot.Builder builder = AccountSnapshot.builder(cash.doubleValue())
                .startOfDayEquity(startOfDayEquity)
                .paidInToday(paidInToday);
        holdings.forEach((symbol, held) -> builder.position(
                new Position(symbol, held.quantity(), held.averagePrice().doubleValue(), stops.apply(symbol))));
        return builder.build();
    }
}
