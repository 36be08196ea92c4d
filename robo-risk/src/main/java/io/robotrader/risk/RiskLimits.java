package io.robotrader.risk;

import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.rule.LimitKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The bounds of the built-in limits.
 *
 * <p>{@link #builder} starts with the defaults, of which each is on; switching one off takes {@link RiskLimitsBuilder#off}. A limit
 * that is on needs its data: without it the order is refused as {@link LimitKind#UNKNOWN_DATA}. Exactly at a limit passes
 * and beyond it is refused, except for the daily loss, where reaching the limit is. Immutable and thread-safe.
 */
public final class RiskLimits {

    private static final RiskLimits NONE =
            new RiskLimits(new RiskLimitsBuilder(Map.of(), StopDistance.DEFAULT, Set.of()));
    private static final RiskLimits DEFAULTS = NONE.toBuilder()
            .maxBuyingPowerUse(1.0)
            .maxDailyLoss(0.005)
            .maxDrawdown(0.20)
            .maxDailyTrades(100)
            .maxOrdersPerMinute(60)
            .minSecondsBetweenSameOrders(1)
            .noShortSelling()
            .maxPriceAge(60)
            .maxPriceDistance(0.10)
            .minAverageVolume(1_000_000)
            .minMarketCap(1_000_000_000)
            .maxOrderNotional(10_000)
            .maxDailyNotional(100_000)
            .maxSymbolExposure(0.20)
            .maxSectorExposure(0.30)
            .maxLeverage(2.0)
            .maxOpenPositions(20)
            .maxCorrelation(0.7)
            .maxPortfolioHeat(0.06)
            .maxBeta(1.2)
            .build();

    private final Map<LimitKind, Double> bounds;
    private final StopDistance stopDistance;
    private final Set<String> restricted;

    RiskLimits(RiskLimitsBuilder builder) {
        bounds = Collections.unmodifiableMap(new EnumMap<>(builder.bounds()));
        stopDistance = builder.stopDistance();
        restricted = builder.restricted();
    }

    /** {@return the default limits; each builder method tells its own} */
    public static RiskLimits defaults() {
        return DEFAULTS;
    }

    /** {@return no limits at all, to start from nothing} */
    public static RiskLimits none() {
        return NONE;
    }

    /** {@return a builder that starts with the defaults} */
    public static RiskLimitsBuilder builder() {
        return DEFAULTS.toBuilder();
    }

    /** {@return a builder that starts with these limits} */
    public RiskLimitsBuilder toBuilder() {
        return new RiskLimitsBuilder(bounds, stopDistance, restricted);
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

    /** {@return symbols that must not be opened, unmodifiable} */
    public Set<String> restricted() {
        return restricted;
    }

    /**
     * {@return what changes if these limits give way to others}
     *
     * @param next the limits that come after these
     */
    public LimitsDiff diff(RiskLimits next) {
        return LimitsDiff.between(this, next);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RiskLimits that
                && bounds.equals(that.bounds)
                && stopDistance.equals(that.stopDistance)
                && restricted.equals(that.restricted);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bounds, stopDistance, restricted);
    }

    @Override
    public String toString() {
        return "RiskLimits" + bounds;
    }
}
