package io.robotrader.risk.account;

/**
 * The sums of an account at one moment, to keep or to show.
 *
 * <p>Immutable and thread-safe; what each number means, and when it is NaN, is told in {@link AccountView}.
 *
 * @param equity money
 * @param buyingPower money
 * @param startOfDayEquity money
 * @param dailyPnl money, negative for a loss
 * @param grossExposure money
 * @param riskAtStops money
 * @param openPositions a count
 */
public record AccountFigures(
        double equity,
        double buyingPower,
        double startOfDayEquity,
        double dailyPnl,
        double grossExposure,
        double riskAtStops,
        int openPositions) {

    /**
     * {@return a copy of the sums that the view shows now}
     *
     * @param view the view
     */
    public static AccountFigures of(AccountView view) {
        return new AccountFigures(
                view.equity(),
                view.buyingPower(),
                view.startOfDayEquity(),
                view.dailyPnl(),
                view.grossExposure(),
                view.riskAtStops(),
                view.openPositions());
    }

    /** {@return risk at stops as a fraction of the equity; NaN if either is unknown or the equity is not positive} */
    public double heat() {
        return equity > 0 ? riskAtStops / equity : Double.NaN;
    }
}
