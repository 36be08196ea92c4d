package io.robotrader.risk;

import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.internal.Require;
import io.robotrader.risk.rule.LimitKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Collects limits: one method a limit, and {@link #off} to switch one off. Each method returns this builder and throws an
 * {@link IllegalArgumentException} that names the limit if its number is out of the range that is told.
 *
 * <p>Not thread-safe; what it built does not change with it.
 */
public final class RiskLimitsBuilder {

    private final Map<LimitKind, Double> bounds = new EnumMap<>(LimitKind.class);
    private StopDistance stopDistance;
    private Set<String> restricted;

    RiskLimitsBuilder(Map<LimitKind, Double> bounds, StopDistance stopDistance, Set<String> restricted) {
        this.bounds.putAll(bounds);
        this.stopDistance = stopDistance;
        this.restricted = restricted;
    }

    Map<LimitKind, Double> bounds() {
        return bounds;
    }

    StopDistance stopDistance() {
        return stopDistance;
    }

    Set<String> restricted() {
        return restricted;
    }

    /**
     * How much of the buying power the opening part of one order may take.
     *
     * @param fraction in (0, 1]; exactly this passes; default 1
     * @return this builder
     */
    public RiskLimitsBuilder maxBuyingPowerUse(double fraction) {
        return set(LimitKind.BUYING_POWER, Require.fraction(fraction, "maxBuyingPowerUse"));
    }

    /**
     * The loss of a trade date, realised and unrealised, at which opening ends.
     *
     * @param fraction of the equity at the start of the trade date, in (0, 1]; exactly this is refused; default 0.005
     * @return this builder
     */
    public RiskLimitsBuilder maxDailyLoss(double fraction) {
        return set(LimitKind.DAILY_LOSS_LIMIT, Require.fraction(fraction, "maxDailyLoss"));
    }

    /**
     * How far below its peak the equity may be.
     *
     * @param fraction of the peak, in (0, 1]; exactly this passes; default 0.20
     * @return this builder
     */
    public RiskLimitsBuilder maxDrawdown(double fraction) {
        return set(LimitKind.DRAWDOWN_LIMIT, Require.fraction(fraction, "maxDrawdown"));
    }

    /**
     * The most losing trades in a row after which a new one may be opened.
     *
     * @param count zero or more; exactly this passes; off by default
     * @return this builder
     */
    public RiskLimitsBuilder maxLossStreak(int count) {
        return set(LimitKind.LOSS_STREAK, (double) Require.atLeast(count, 0, "maxLossStreak"));
    }

    /**
     * The most opening orders of a trade date.
     *
     * @param count zero or more; exactly this passes; default 100
     * @return this builder
     */
    public RiskLimitsBuilder maxDailyTrades(int count) {
        return set(LimitKind.DAILY_TRADE_LIMIT, (double) Require.atLeast(count, 0, "maxDailyTrades"));
    }

    /**
     * The most opening orders in any minute.
     *
     * @param count zero or more; exactly this passes; default 60
     * @return this builder
     */
    public RiskLimitsBuilder maxOrdersPerMinute(int count) {
        return set(LimitKind.ORDER_RATE, (double) Require.atLeast(count, 0, "maxOrdersPerMinute"));
    }

    /**
     * How long the same order (side, quantity, limit) may not be sent again in a symbol, if it opens, be it that up to seven
     * others came between.
     *
     * @param seconds above zero; exactly this passes; default 1
     * @return this builder
     */
    public RiskLimitsBuilder minSecondsBetweenSameOrders(double seconds) {
        return set(LimitKind.DUPLICATE_ORDER, Require.positive(seconds, "minSecondsBetweenSameOrders"));
    }

    /**
     * How old, or how far in the future, a mark may be: that of the order's symbol, and of every symbol with a position or an
     * order that would open one.
     *
     * @param seconds above zero; exactly this passes; default 60
     * @return this builder
     */
    public RiskLimitsBuilder maxPriceAge(double seconds) {
        return set(LimitKind.STALE_PRICE, Require.positive(seconds, "maxPriceAge"));
    }

    /**
     * How far from the mark an order's limit may be, either way.
     *
     * @param fraction of the mark, above zero; exactly this passes; default 0.10
     * @return this builder
     */
    public RiskLimitsBuilder maxPriceDistance(double fraction) {
        return set(LimitKind.PRICE_COLLAR, Require.positive(fraction, "maxPriceDistance"));
    }

    /**
     * The fewest shares that must trade on an average day.
     *
     * @param shares above zero; exactly this passes; default 1,000,000
     * @return this builder
     */
    public RiskLimitsBuilder minAverageVolume(double shares) {
        return set(LimitKind.VOLUME_LIMIT, Require.positive(shares, "minAverageVolume"));
    }

    /**
     * The least that all shares of the company must be worth.
     *
     * @param money above zero; exactly this passes; default 1,000,000,000
     * @return this builder
     */
    public RiskLimitsBuilder minMarketCap(double money) {
        return set(LimitKind.MARKET_CAP_LIMIT, Require.positive(money, "minMarketCap"));
    }

    /**
     * The largest opening part of one order.
     *
     * @param money above zero; exactly this passes; default 10,000
     * @return this builder
     */
    public RiskLimitsBuilder maxOrderNotional(double money) {
        return set(LimitKind.ORDER_NOTIONAL_LIMIT, Require.positive(money, "maxOrderNotional"));
    }

    /**
     * The largest sum of the opening parts of the orders of a trade date.
     *
     * @param money above zero; exactly this passes; default 100,000
     * @return this builder
     */
    public RiskLimitsBuilder maxDailyNotional(double money) {
        return set(LimitKind.DAILY_NOTIONAL_LIMIT, Require.positive(money, "maxDailyNotional"));
    }

    /**
     * The largest exposure of one symbol after an order.
     *
     * @param fraction of the equity, above zero, more than 1 on margin; exactly this passes; default 0.20
     * @return this builder
     */
    public RiskLimitsBuilder maxSymbolExposure(double fraction) {
        return set(LimitKind.POSITION_SIZE_LIMIT, Require.positive(fraction, "maxSymbolExposure"));
    }

    /**
     * The largest exposure of one sector after an order; an unknown sector is one of its own.
     *
     * @param fraction of the equity, above zero, more than 1 on margin; exactly this passes; default 0.30
     * @return this builder
     */
    public RiskLimitsBuilder maxSectorExposure(double fraction) {
        return set(LimitKind.SECTOR_EXPOSURE_LIMIT, Require.positive(fraction, "maxSectorExposure"));
    }

    /**
     * The largest gross exposure after an order.
     *
     * @param ratio over the equity, above zero; exactly this passes; default 2.0
     * @return this builder
     */
    public RiskLimitsBuilder maxLeverage(double ratio) {
        return set(LimitKind.LEVERAGE_LIMIT, Require.positive(ratio, "maxLeverage"));
    }

    /**
     * The most symbols with a position or an opening order.
     *
     * @param count zero or more; exactly this passes; default 20
     * @return this builder
     */
    public RiskLimitsBuilder maxOpenPositions(int count) {
        return set(LimitKind.POSITION_COUNT_LIMIT, (double) Require.atLeast(count, 0, "maxOpenPositions"));
    }

    /**
     * How much a new position may move with one that is held, in the same direction.
     *
     * @param correlation in [0, 1]; exactly this passes; default 0.7
     * @return this builder
     */
    public RiskLimitsBuilder maxCorrelation(double correlation) {
        return set(LimitKind.CORRELATION_LIMIT, Require.correlation(correlation, "maxCorrelation"));
    }

    /**
     * The most that may be lost if every protective stop is hit.
     *
     * @param fraction of the equity, in (0, 1]; exactly this passes; default 0.06
     * @return this builder
     */
    public RiskLimitsBuilder maxPortfolioHeat(double fraction) {
        return set(LimitKind.PORTFOLIO_HEAT_LIMIT, Require.fraction(fraction, "maxPortfolioHeat"));
    }

    /**
     * The largest sum of signed exposure times beta after an order, without its sign.
     *
     * @param ratio over the equity, above zero; exactly this passes; default 1.2
     * @return this builder
     */
    public RiskLimitsBuilder maxBeta(double ratio) {
        return set(LimitKind.BETA_LIMIT, Require.positive(ratio, "maxBeta"));
    }

    /**
     * The largest value at risk of one day at 95 % after an order, by the single-index model.
     *
     * @param fraction of the equity, in (0, 1]; exactly this passes; off by default, as it needs volatilities
     * @return this builder
     */
    public RiskLimitsBuilder maxValueAtRisk(double fraction) {
        return set(LimitKind.VALUE_AT_RISK_LIMIT, Require.fraction(fraction, "maxValueAtRisk"));
    }

    /**
     * No order may leave shares owed. On by default; {@link #off} allows short selling.
     *
     * @return this builder
     */
    public RiskLimitsBuilder noShortSelling() {
        return set(LimitKind.SHORT_SELLING, 0);
    }

    /**
     * Nothing is opened while the exchange is closed. Off by default, as the gate must be told of sessions for it.
     *
     * @return this builder
     */
    public RiskLimitsBuilder onlyInSession() {
        return set(LimitKind.OUTSIDE_SESSION, 0);
    }

    /**
     * Symbols that must not be opened; positions in them may still be closed. None by default.
     *
     * @param symbols all of them; an empty set switches the limit off
     * @return this builder
     */
    public RiskLimitsBuilder restricted(Set<String> symbols) {
        restricted = Set.copyOf(symbols);
        return restricted.isEmpty() ? off(LimitKind.RESTRICTED_SYMBOL) : set(LimitKind.RESTRICTED_SYMBOL, 0);
    }

    /**
     * How far away a stop is taken to be where there is none.
     *
     * @param distance the assumption
     * @return this builder
     */
    public RiskLimitsBuilder stopDistance(StopDistance distance) {
        stopDistance = Objects.requireNonNull(distance, "distance");
        return this;
    }

    /**
     * Switches a limit off.
     *
     * @param kind which limit; it is no error if it is off already
     * @return this builder
     */
    public RiskLimitsBuilder off(LimitKind kind) {
        bounds.remove(kind);
        if (kind == LimitKind.RESTRICTED_SYMBOL) {
            restricted = Set.of();
        }
        return this;
    }

    /** {@return the limits} */
    public RiskLimits build() {
        return new RiskLimits(this);
    }

    private RiskLimitsBuilder set(LimitKind kind, double bound) {
        bounds.put(kind, bound);
        return this;
    }
}
