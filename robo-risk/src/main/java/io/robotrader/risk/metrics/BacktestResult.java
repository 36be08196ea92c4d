package io.robotrader.risk.metrics;

import io.robotrader.risk.internal.Normal;

/**
 * The outcome of a likelihood-ratio test of a value-at-risk model.
 *
 * <p>Immutable and thread-safe.
 *
 * @param statistic the likelihood ratio, zero or above, the larger the worse for the model
 * @param pValue the probability of a statistic at least as large if the model is right, in [0, 1]: the model is rejected
 *     at 5 % where it is below 0.05. Known if and only if the statistic is
 */
public record BacktestResult(Estimate statistic, Estimate pValue) {

    /**
     * Checks that both are known or neither is.
     *
     * @throws IllegalArgumentException if not
     */
    public BacktestResult {
        if (statistic.isKnown() != pValue.isKnown()) {
            throw new IllegalArgumentException(
                    "pValue must be known if the statistic is, but was " + pValue + " with " + statistic);
        }
    }

    static BacktestResult unknown(String reason) {
        return new BacktestResult(Estimate.unknown(reason), Estimate.unknown(reason));
    }

    /** Of a statistic with a chi-square distribution of one degree of freedom. */
    static BacktestResult oneDegree(double statistic) {
        return new BacktestResult(Estimate.of(statistic), Estimate.of(Normal.erfc(Math.sqrt(statistic / 2))));
    }

    /** Of a statistic with a chi-square distribution of two degrees of freedom. */
    static BacktestResult twoDegrees(double statistic) {
        return new BacktestResult(Estimate.of(statistic), Estimate.of(Math.exp(-statistic / 2)));
    }
}
