package io.robotrader.risk.account;

import io.robotrader.risk.internal.Require;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The account at one moment: cash, positions and what the market says of them.
 *
 * <p>Hand one to the gate whenever the broker, or your own books, tell you something new. Sums that need a mark are
 * empty when one is missing, or when they are too large for a number: a position is never valued at its cost. Immutable and thread-safe.
 */
public final class AccountSnapshot {

    private final double cash;
    private final OptionalDouble buyingPower;
    private final OptionalDouble startOfDayEquity;
    private final double paidInToday;
    private final OptionalDouble peakEquity;
    private final Map<String, Position> positions;
    private final Map<String, MarketData> market;

    private AccountSnapshot(Builder builder) {
        cash = builder.cash;
        buyingPower = builder.buyingPower;
        paidInToday = builder.paidInToday;
        peakEquity = builder.peakEquity;
        positions = Map.copyOf(builder.positions);
        startOfDayEquity = builder.startOfDayEquity;
        market = Map.copyOf(builder.market);
    }

    /**
     * {@return a builder}
     *
     * @param cash money in the account, negative if it is owed
     * @throws IllegalArgumentException if the cash is not finite
     */
    public static Builder builder(double cash) {
        return new Builder(Require.finite(cash, "cash"));
    }

    /** {@return money in the account, negative if it is owed} */
    public double cash() {
        return cash;
    }

    /**
     * {@return the money that may be spent on opening orders, before working orders are taken off; empty if it was not
     * told, and the gate then takes the cash less twice the value of short positions: what they brought in is owed, and
     * as much again is their collateral}
     */
    public OptionalDouble buyingPower() {
        return buyingPower;
    }

    /**
     * {@return the equity at the start of the trade date; empty if it was not told, and the gate then keeps the one that it
     * has, so that no later snapshot makes it forget what the day has lost}
     */
    public OptionalDouble startOfDayEquity() {
        return startOfDayEquity;
    }

    /** {@return money paid in since the start of the trade date, negative if more was taken out} */
    public double paidInToday() {
        return paidInToday;
    }

    /** {@return the highest equity that the account ever had; empty if it was not told, and the gate then counts from now} */
    public OptionalDouble peakEquity() {
        return peakEquity;
    }

    /** {@return the positions by symbol, unmodifiable; flat ones may be among them} */
    public Map<String, Position> positions() {
        return positions;
    }

    /** {@return what the market says, by symbol, unmodifiable} */
    public Map<String, MarketData> market() {
        return market;
    }

    /**
     * {@return the position in a symbol, empty if there is none}
     *
     * @param symbol the ticker
     */
    public Optional<Position> position(String symbol) {
        return Optional.ofNullable(positions.get(symbol));
    }

    /** {@return cash plus signed quantity times mark; empty if a mark is missing} */
    public OptionalDouble equity() {
        OptionalDouble held = valueOfPositions(false);
        return held.isPresent() ? finite(cash + held.getAsDouble()) : held;
    }

    /** {@return the sum of quantity times mark without regard to the sign; empty if a mark is missing} */
    public OptionalDouble grossExposure() {
        return valueOfPositions(true);
    }

    /** {@return equity now less equity at the start of the trade date less what was paid in; empty if unknown} */
    public OptionalDouble dailyPnl() {
        OptionalDouble equity = equity();
        return equity.isPresent() && startOfDayEquity.isPresent()
                ? finite(equity.getAsDouble() - startOfDayEquity.getAsDouble() - paidInToday)
                : OptionalDouble.empty();
    }

    private static OptionalDouble finite(double sum) {
        return Double.isFinite(sum) ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }

    private OptionalDouble valueOfPositions(boolean gross) {
        double sum = 0;
        for (Position position : positions.values()) {
            if (position.quantity() == 0) {
                continue;
            }
            MarketData data = market.get(position.symbol());
            if (data == null) {
                return OptionalDouble.empty();
            }
            double value = position.quantity() * data.price();
            sum += gross ? Math.abs(value) : value;
        }
        return finite(sum);
    }

    /** Collects the parts of a snapshot. Not thread-safe. */
    public static final class Builder {

        private final double cash;
        private OptionalDouble buyingPower = OptionalDouble.empty();
        private OptionalDouble startOfDayEquity = OptionalDouble.empty();
        private double paidInToday;
        private OptionalDouble peakEquity = OptionalDouble.empty();
        private final Map<String, Position> positions = new LinkedHashMap<>();
        private final Map<String, MarketData> market = new LinkedHashMap<>();

        private Builder(double cash) {
            this.cash = cash;
        }

        /**
         * The money that may be spent on opening orders, as the broker tells it.
         *
         * @param money zero or positive
         * @return this builder
         */
        public Builder buyingPower(double money) {
            buyingPower = OptionalDouble.of(Require.notNegative(money, "buyingPower"));
            return this;
        }

        /**
         * The equity at the start of the trade date, from which the daily loss is counted.
         *
         * @param money finite
         * @return this builder
         */
        public Builder startOfDayEquity(double money) {
            startOfDayEquity = OptionalDouble.of(Require.finite(money, "startOfDayEquity"));
            return this;
        }

        /**
         * Money paid in since the start of the trade date, so that a deposit is no profit.
         *
         * @param money finite, negative if more was taken out
         * @return this builder
         */
        public Builder paidInToday(double money) {
            paidInToday = Require.finite(money, "paidInToday");
            return this;
        }

        /**
         * The highest equity that the account ever had, from which the drawdown is counted.
         *
         * @param money positive
         * @return this builder
         */
        public Builder peakEquity(double money) {
            peakEquity = OptionalDouble.of(Require.positive(money, "peakEquity"));
            return this;
        }

        /**
         * Adds a position, in place of an earlier one of the same symbol.
         *
         * @param position the position
         * @return this builder
         */
        public Builder position(Position position) {
            positions.put(position.symbol(), position);
            return this;
        }

        /**
         * Adds what the market says, in place of what it said earlier of the same symbol.
         *
         * @param data the message
         * @return this builder
         */
        public Builder market(MarketData data) {
            market.put(data.symbol(), data);
            return this;
        }

        /** {@return the snapshot} */
        public AccountSnapshot build() {
            return new AccountSnapshot(this);
        }
    }
}
