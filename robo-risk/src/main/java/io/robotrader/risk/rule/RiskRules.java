package io.robotrader.risk.rule;

import io.robotrader.risk.account.AccountView;

/**
 * The built-in rules, each a pure function.
 *
 * <p>All are about the account after the order, at marks, with working orders at their worst. Where a fraction of the
 * equity is meant and the equity is not positive, the answer is NaN.
 */
public final class RiskRules {

    private RiskRules() {}

    /**
     * The opening part of the order in money.
     *
     * @param impact what the order would do
     * @param account the account before the order
     * @return opening shares times price
     */
    public static double orderNotional(OrderImpact impact, AccountView account) {
        return impact.openingNotional();
    }

    /**
     * The exposure of the order's symbol.
     *
     * @param impact what the order would do
     * @param account the account before the order
     * @return exposure after the order as a fraction of the equity
     */
    public static double symbolExposure(OrderImpact impact, AccountView account) {
        return ofEquity(impact.symbolExposureAfter(), account);
    }

    /**
     * How many symbols would have a position or an opening order.
     *
     * @param impact what the order would do
     * @param account the account before the order
     * @return a count
     */
    public static double positionCount(OrderImpact impact, AccountView account) {
        return account.openPositions() + (impact.opensSymbol() ? 1 : 0);
    }

    /**
     * What would be lost if every protective stop were hit.
     *
     * @param impact what the order would do
     * @param account the account before the order
     * @return risk at stops after the order as a fraction of the equity
     */
    public static double portfolioHeat(OrderImpact impact, AccountView account) {
        return ofEquity(account.riskAtStops() + impact.addedRisk(), account);
    }

    /**
     * What the trade date has lost so far, realised and unrealised.
     *
     * @param impact what the order would do; not looked at
     * @param account the account before the order
     * @return loss as a fraction of the equity at the start of the trade date, negative for a profit; NaN if that equity
     *     was not positive
     */
    public static double dailyLoss(OrderImpact impact, AccountView account) {
        double start = account.startOfDayEquity();
        return start > 0 ? -account.dailyPnl() / start : Double.NaN;
    }

    /**
     * How much of what may still be spent the opening part costs.
     *
     * @param impact what the order would do
     * @param account the account before the order
     * @return opening notional as a fraction of the buying power; positive infinity where there is none
     */
    public static double buyingPowerUse(OrderImpact impact, AccountView account) {
        double power = account.buyingPower();
        double cost = impact.openingNotional();
        return power > 0 || Double.isNaN(power) ? cost / power : Double.POSITIVE_INFINITY;
    }

    /**
     * How much the order would add to a bet that is made already.
     *
     * @param impact what the order would do
     * @param account the account before the order
     * @return the highest correlation x sign of the order x sign of the position, over all other symbols that are held;
     *     -1 if none is; NaN if one of them is not known
     */
    public static double correlation(OrderImpact impact, AccountView account) {
        return account.highestCorrelation(
                impact.order().symbol(), impact.order().side().sign());
    }

    private static double ofEquity(double money, AccountView account) {
        double equity = account.equity();
        return equity > 0 ? money / equity : Double.NaN;
    }
}
