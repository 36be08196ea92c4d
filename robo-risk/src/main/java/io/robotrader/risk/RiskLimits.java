package io.robotrader.risk;

import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.internal.Require;
import io.robotrader.risk.rule.LimitKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The bounds of the built-in limits.
 *
 * <p>Each limit is on with a sound default; switching one off takes {@link Builder#off}. Exactly at a limit passes and
 * above it is refused, except for the daily loss, where reaching the limit is. Immutable and thread-safe.
 */
public final class RiskLimits {

    private static final RiskLimits DEFAULTS = new RiskLimits(new Builder()
            .maxBuyingPowerUse(1.0)
            .maxDailyLoss(0.005)
            .maxOrderNotional(10_000)
            .maxSymbolExposure(0.20)
            .maxOpenPositions(20)
            .maxCorrelation(0.7)
            .maxPortfolioHeat(0.06));

    private final Map<LimitKind, Double> bounds;
    private final StopDistance stopDistance;

    private RiskLimits(Builder builder) {
        bounds = Collections.unmodifiableMap(new EnumMap<>(builder.bounds));
        stopDistance = builder.stopDistance;
    }

    /**
     * {@return the default limits: orders up to 10,000 and the whole buying power, a symbol up to 20 % of the equity, 20
     * positions, correlations up to 0.7, 6 % heat, a daily loss below 0.5 %}
     */
    public static RiskLimits defaults() {
        return DEFAULTS;
    }

    /** {@return a builder that starts with the defaults} */
    public static Builder builder() {
        return DEFAULTS.toBuilder();
    }

    /** {@return a builder that starts with these limits} */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.bounds.putAll(bounds);
        builder.stopDistance = stopDistance;
        return builder;
    }

    /**
     * {@return the bound of a limit in its unit, empty if the limit is off}
     *
     * @param kind which limit
     */
    public OptionalDouble bound(LimitKind kind) {
        Double bound = bounds.get(kind);
        return bound == null ? OptionalDouble.empty() : OptionalDouble.of(bound);
    }

    /** {@return the limits that are on with their bounds, unmodifiable, in the order of {@link LimitKind}} */
    public Map<LimitKind, Double> bounds() {
        return bounds;
    }

    /** {@return how far away a stop is taken to be where there is none} */
    public StopDistance stopDistance() {
        return stopDistance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RiskLimits that && bounds.equals(that.bounds) && stopDistance.equals(that.stopDistance);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bounds, stopDistance);
    }

    @Override
    public String toString() {
        return "RiskLimits" + bounds;
    }

    /** Collects limits. Not thread-safe; what it built does not change with it. */
    public static final class Builder {

        private final Map<LimitKind, Double> bounds = new EnumMap<>(LimitKind.class);
        private StopDistance stopDistance = StopDistance.DEFAULT;

        private Builder() {}

        /**
         * The largest opening part of one order.
         *
         * @param money above zero; exactly this passes; default 10,000
         * @return this builder
         */
        public Builder maxOrderNotional(double money) {
            return set(LimitKind.ORDER_NOTIONAL_LIMIT, Require.positive(money, "maxOrderNotional"));
        }

        /**
         * The largest exposure of one symbol after an order.
         *
         * @param fraction of the equity, above zero, more than 1 on margin; exactly this passes; default 0.20
         * @return this builder
         */
        public Builder maxSymbolExposure(double fraction) {
            return set(LimitKind.POSITION_SIZE_LIMIT, Require.positive(fraction, "maxSymbolExposure"));
        }

        /**
         * The most symbols with a position or an opening order.
         *
         * @param count zero or more; exactly this passes; default 20
         * @return this builder
         */
        public Builder maxOpenPositions(int count) {
            return set(LimitKind.POSITION_COUNT_LIMIT, (double) Require.atLeast(count, 0, "maxOpenPositions"));
        }

        /**
         * How much a new position may move with one that is held, in the same direction. The gate needs to be told of
         * correlations for it.
         *
         * @param correlation in [0, 1]; exactly this passes; default 0.7
         * @return this builder
         */
        public Builder maxCorrelation(double correlation) {
            if (!(correlation >= 0 && correlation <= 1)) {
                throw new IllegalArgumentException("maxCorrelation must be in [0, 1], but was " + correlation);
            }
            return set(LimitKind.CORRELATION_LIMIT, correlation);
        }

        /**
         * The most that may be lost if every protective stop is hit.
         *
         * @param fraction of the equity, in (0, 1]; exactly this passes; default 0.06
         * @return this builder
         */
        public Builder maxPortfolioHeat(double fraction) {
            return set(LimitKind.PORTFOLIO_HEAT_LIMIT, Require.fraction(fraction, "maxPortfolioHeat"));
        }

        /**
         * The loss of a trade date, realised and unrealised, at which opening ends.
         *
         * @param fraction of the equity at the start of the trade date, in (0, 1]; exactly this is refused; default
         *     0.005
         * @return this builder
         */
        public Builder maxDailyLoss(double fraction) {
            return set(LimitKind.DAILY_LOSS_LIMIT, Require.fraction(fraction, "maxDailyLoss"));
        }

        /**
         * How much of the buying power one order may take.
         *
         * @param fraction in (0, 1]; exactly this passes; default 1
         * @return this builder
         */
        public Builder maxBuyingPowerUse(double fraction) {
            return set(LimitKind.BUYING_POWER, Require.fraction(fraction, "maxBuyingPowerUse"));
        }

        /**
         * How far away a stop is taken to be where there is none.
         *
         * @param distance the assumption
         * @return this builder
         */
        public Builder stopDistance(StopDistance distance) {
            stopDistance = Objects.requireNonNull(distance, "distance");
            return this;
        }

        /**
         * Switches a limit off.
         *
         * @param kind which limit; it is no error if it is off already
         * @return this builder
         */
        public Builder off(LimitKind kind) {
            bounds.remove(kind);
            return this;
        }

        /** {@return the limits} */
        public RiskLimits build() {
            return new RiskLimits(this);
        }

        private Builder set(LimitKind kind, double bound) {
            bounds.put(kind, bound);
            return this;
        }
    }
}
