package io.robotrader.correlation;

/**
 * A way to make a {@link CorrelationMatrix} of returns; see its static methods for those that there are. Those are
 * stateless and thread-safe, and do not depend on the scale of the returns or on the order of the symbols.
 *
 * <p>All look at the last {@link CorrelationSettings#lookback()} rows, and call a pair unknown if it shares fewer than
 * {@link CorrelationSettings#minimumObservations()} returns, or if one side did not vary over those. The matrix is as of
 * the last row, with version 0.
 *
 * <p>A matrix made pair by pair (all but Ledoit-Wolf) from returns with gaps can contradict itself; see
 * {@link CorrelationMatrix#isPositiveSemiDefinite()}.
 */
@FunctionalInterface
public interface CorrelationEstimator {
    /**
     * Makes a matrix.
     *
     * @param returns any number of symbols and rows
     * @param settings how far to look back and how much is enough
     * @return an immutable matrix over all symbols of the returns, in their order
     * @throws IllegalArgumentException if this estimator cannot work on such returns
     */
    CorrelationMatrix estimate(AlignedReturns returns, CorrelationSettings settings);

    /**
     * Pearson's coefficient, as {@link CorrelationTracker} has it. Symbols without a gap are worked out all at once; see
     * {@link CorrelationBatch}, which is the same for many tables or in several threads.
     *
     * @return the sum of the products of both deviations from their means, over the root of the product of the sums of their
     *     squares
     */
    static CorrelationEstimator pearson() {
        return (returns, settings) -> new CorrelationBatch(settings).ofReturns(returns);
    }

    /**
     * Pearson's coefficient with weights decay^age, the newest row having age 0, as of J.P. Morgan/Reuters, "RiskMetrics
     * Technical Document" (1996). Other than there, means, weighted alike, are taken off the returns, so that a decay close
     * to 1 comes to Pearson's. Rows that a pair does not share count for the age of those before.
     *
     * @param decay what of a weight is left a row later; above 0 and below 1. RiskMetrics has 0.94 for daily returns
     * @return the estimator
     * @throws IllegalArgumentException if the decay is outside its range
     */
    static CorrelationEstimator ewma(double decay) {
        if (!(decay > 0 && decay < 1)) {
            throw new IllegalArgumentException("decay must be above 0 and below 1, but was " + decay);
        }
        return new PairwiseEstimator(
                CorrelationMethod.EWMA,
                sample -> WeightedPearson.coefficient(sample.x(), sample.y(), sample.weights(decay)));
    }

    /**
     * Spearman's coefficient: Pearson's of the ranks, equal returns having the mean of their ranks; C. Spearman (1904). It
     * sees whether two move the same way, not how far, so a single crash weighs little.
     *
     * @return the estimator
     */
    static CorrelationEstimator spearman() {
        return new PairwiseEstimator(
                CorrelationMethod.SPEARMAN,
                sample -> WeightedPearson.coefficient(Ranks.of(sample.x()), Ranks.of(sample.y())));
    }

    /**
     * Kendall's tau-b: concordant less discordant pairs of rows, over the geometric mean of the pairs not tied in one and
     * not tied in the other; M. G. Kendall (1945), counted as by W. R. Knight (1966) in n log n. Its numbers are smaller
     * than those of the other estimators for the same dependence: a normal pair of 0.7 has a tau of 0.49.
     *
     * @return the estimator
     */
    static CorrelationEstimator kendall() {
        return new PairwiseEstimator(CorrelationMethod.KENDALL, sample -> KendallTau.b(sample.x(), sample.y()));
    }
}
