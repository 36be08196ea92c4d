package io.robotrader.risk.rule;

import io.robotrader.risk.account.AccountView;
import io.robotrader.risk.internal.BadDay;
import java.util.Set;

/**
 * The built-in rules, each a pure function, one a kind of limit; they may be shared between threads.
 *
 * <p>All are about the account after the order, at marks, with working orders at their worst. Where a fraction of the
 * equity is meant and the equity is not positive, or something that is needed is missing, the answer is NaN.
 */
public final class RiskRules {

    private RiskRules() {}

    /**
     * The rule that belongs to a limit.
     *
     * @param limit the limit, of a built-in kind; where a number is dear to work out, it tells what need not be exact
     * @param restricted symbols that must not be opened
     * @return the rule
     * @throws IllegalArgumentException if the kind has no rule: it is judged by the gate itself, or it is the user's
     */
    public static RiskRule of(Limit limit, Set<String> restricted) {
        return switch (limit.kind()) {
            case BUYING_POWER -> RiskRules::buyingPowerUse;
            case DAILY_LOSS_LIMIT -> RiskRules::dailyLoss;
            case DRAWDOWN_LIMIT -> (impact, account) -> account.drawdown();
            case LOSS_STREAK -> (impact, account) -> account.lossStreak();
            case DAILY_TRADE_LIMIT -> (impact, account) -> account.openedOrders() + 1;
            case ORDER_RATE -> (impact, account) -> account.ordersInLastMinute() + 1;
            case DUPLICATE_ORDER -> (impact, account) -> impact.secondsSinceSameOrder();
            case RESTRICTED_SYMBOL ->
                (impact, account) -> restricted.contains(impact.order().symbol()) ? 1 : 0;
            case OUTSIDE_SESSION -> (impact, account) -> impact.outsideSession();
            case SHORT_SELLING -> (impact, account) -> impact.sharesShortAfter();
            case STALE_PRICE -> oldestMark(limit.bound());
            case PRICE_COLLAR -> RiskRules::distanceFromMark;
            case VOLUME_LIMIT -> (impact, account) -> impact.averageVolume();
            case MARKET_CAP_LIMIT -> (impact, account) -> impact.marketCap();
            case ORDER_NOTIONAL_LIMIT -> (impact, account) -> impact.openingNotional();
            case DAILY_NOTIONAL_LIMIT -> (impact, account) -> account.openedNotional() + impact.openingNotional();
            case POSITION_SIZE_LIMIT -> (impact, account) -> ofEquity(impact.symbolExposureAfter(), account);
            case SECTOR_EXPOSURE_LIMIT -> RiskRules::sectorExposure;
            case LEVERAGE_LIMIT -> RiskRules::leverage;
            case POSITION_COUNT_LIMIT -> (impact, account) -> account.openPositions() + (impact.opensSymbol() ? 1 : 0);
            case CORRELATION_LIMIT -> RiskRules::correlation;
            case PORTFOLIO_HEAT_LIMIT ->
                (impact, account) -> ofEquity(account.riskAtStops() + impact.addedRisk(), account);
            case BETA_LIMIT -> (impact, account) -> ofEquity(Math.abs(betaExposure(impact, account)), account);
            case VALUE_AT_RISK_LIMIT ->
                (impact, account) -> ofEquity(BadDay.valueAtRisk(dailyDeviation(impact, account)), account);
            case INVALID_ORDER, HALTED, UNKNOWN_DATA, CUSTOM ->
                throw new IllegalArgumentException("kind must be one of a built-in limit, but was " + limit.kind());
        };
    }

    /** Opening notional as a fraction of the buying power; infinite where there is none. */
    private static double buyingPowerUse(OrderImpact impact, AccountView account) {
        double power = account.buyingPower();
        double cost = impact.openingNotional();
        return power > 0 || Double.isNaN(power) ? cost / power : Double.POSITIVE_INFINITY;
    }

    /** Loss as a fraction of the equity at the start of the trade date, negative for a profit. */
    private static double dailyLoss(OrderImpact impact, AccountView account) {
        double start = account.startOfDayEquity();
        return start > 0 ? -account.dailyPnl() / start : Double.NaN;
    }

    private static RiskRule oldestMark(double enough) {
        return (impact, account) -> Math.max(impact.markAgeSeconds(), account.oldestMarkAgeSeconds(enough));
    }

    private static double distanceFromMark(OrderImpact impact, AccountView account) {
        double mark = impact.mark();
        return Math.abs(impact.order().limitPrice().orElse(mark) - mark) / mark;
    }

    private static double sectorExposure(OrderImpact impact, AccountView account) {
        double before = account.sectorExposure(impact.instrument().sector());
        return ofEquity(before - impact.symbolExposureBefore() + impact.symbolExposureAfter(), account);
    }

    private static double leverage(OrderImpact impact, AccountView account) {
        double before = account.grossExposure();
        return ofEquity(before - impact.symbolExposureBefore() + impact.symbolExposureAfter(), account);
    }

    private static double correlation(OrderImpact impact, AccountView account) {
        return account.highestCorrelation(
                impact.order().symbol(), impact.order().side().sign());
    }

    private static double betaExposure(OrderImpact impact, AccountView account) {
        return account.betaExposure() + impact.beta() * (impact.signedExposureAfter() - impact.signedExposureBefore());
    }

    /**
     * The standard deviation of a day's profit and loss after the order by the single-index model: what moves with the
     * market, and what each symbol does on its own (W. F. Sharpe, A Simplified Model for Portfolio Analysis, 1963).
     *
     * @param impact what the order would do
     * @param account the account before the order
     * @return money, zero or positive; NaN if a beta or a volatility is not known
     */
    public static double dailyDeviation(OrderImpact impact, AccountView account) {
        double market = betaExposure(impact, account) * account.marketVolatility();
        double before = impact.signedExposureBefore() * impact.residualVolatility();
        double after = impact.signedExposureAfter() * impact.residualVolatility();
        double own = account.residualVariance() - before * before + after * after;
        // A difference that should be zero may be a rounding below it.
        return Math.sqrt(market * market + (own < 0 ? 0 : own));
    }

    private static double ofEquity(double money, AccountView account) {
        double equity = account.equity();
        return equity > 0 ? money / equity : Double.NaN;
    }
}
