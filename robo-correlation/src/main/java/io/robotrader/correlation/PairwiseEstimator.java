package io.robotrader.correlation;

import java.util.function.ToDoubleFunction;

/**
 * Works each pair out on its own.
 *
 * @param method what the matrix is said to be made by
 * @param coefficient of a sample with enough observations, both sides of which vary; may be NaN
 */
record PairwiseEstimator(CorrelationMethod method, ToDoubleFunction<PairSample> coefficient)
        implements CorrelationEstimator {
    @Override
    public CorrelationMatrix estimate(AlignedReturns returns, CorrelationSettings settings) {
        AlignedReturns window = returns.last(settings.lookback());
        MatrixDraft draft = new MatrixDraft(settings, window, method);
        for (int i = 0; i < draft.size(); i++) {
            for (int j = 0; j <= i; j++) {
                PairSample sample = PairSample.of(window, i, j);
                draft.set(i, j, coefficient(sample, i == j, settings), sample.size());
            }
        }
        return draft.finish();
    }

    private double coefficient(PairSample sample, boolean itself, CorrelationSettings settings) {
        boolean known = sample.size() >= settings.minimumObservations()
                && WeightedPearson.varies(sample.x())
                && WeightedPearson.varies(sample.y());
        if (!known) {
            return Double.NaN;
        }
        return itself ? 1 : coefficient.applyAsDouble(sample);
    }
}
