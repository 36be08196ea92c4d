package io.robotrader.engine.portfolio;

import io.robotrader.risk.metrics.Estimate;
import io.robotrader.risk.metrics.ReturnMetrics;

/**
 * What the equity at the end of each trade date says about a run. Immutable and thread-safe.
 *
 * @param sharpe the Sharpe ratio a year, without a risk-free return
 * @param sortino the Sortino ratio a year, against a target of zero
 * @param volatility standard deviation a year, as a fraction
 * @param maxDrawdown the largest fall from a peak, as a fraction of the peak, positive
 * @param valueAtRisk historical value at risk of one period at 95 %, as a fraction, positive for a loss
 * @param expectedShortfall the mean loss at or beyond it, as a fraction, positive for a loss
 */
public record Performance(
        Estimate sharpe,
        Estimate sortino,
        Estimate volatility,
        Estimate maxDrawdown,
        Estimate valueAtRisk,
        Estimate expectedShortfall) {

    private static final double CONFIDENCE = 0.95;

    /**
     * {@return the performance of an equity curve; every figure is unknown, with the reason, if an equity on the way is not
     * positive and finite, as that of a ruined account or of one that nobody can value}
     *
     * @param startingEquity money before the first period, positive
     * @param equity money at the end of each period, in time order
     * @param periodsPerYear how many such periods a year has, positive
     * @throws IllegalArgumentException if the starting equity is not positive and finite
     */
    public static Performance of(double startingEquity, double[] equity, double periodsPerYear) {
        if (!isMoney(startingEquity)) {
            throw new IllegalArgumentException("startingEquity must be positive and finite, but was " + startingEquity);
        }
        double[] returns = new double[equity.length];
        double before = startingEquity;
        for (int i = 0; i < equity.length; i++) {
            if (!isMoney(equity[i])) {
                Estimate none = Estimate.unknown("there is no return from or to an equity of " + equity[i]
                        + ", at the end of period " + (i + 1));
                return new Performance(none, none, none, none, none, none);
            }
            returns[i] = equity[i] / before - 1;
            before = equity[i];
        }
        ReturnMetrics metrics = ReturnMetrics.of(returns, periodsPerYear);
        return new Performance(
                metrics.sharpe(0),
                metrics.sortino(0),
                metrics.volatility(),
                metrics.maxDrawdown(),
                metrics.historicalVar(CONFIDENCE),
                metrics.expectedShortfall(CONFIDENCE));
    }

    private static boolean isMoney(double equity) {
        return equity > 0 && Double.isFinite(equity);
    }
}
