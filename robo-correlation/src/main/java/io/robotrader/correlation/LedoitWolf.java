package io.robotrader.correlation;

import java.util.Arrays;

/**
 * Shrinks Pearson's coefficients towards a target: (1 - d) r + d t, with the intensity d that O. Ledoit and M. Wolf found
 * to lose the least in expectation. With few rows for many symbols this is far closer to the truth than r itself, and it is
 * always positive semi-definite.
 *
 * <p>Returns are standardised first (mean 0, variance 1 by n), so that neither result nor intensity depends on the scale
 * of a symbol; an intensity that others work out from raw returns differs somewhat.
 *
 * <p>All rows that are looked at must be complete, because the theory knows no gaps: others are refused. See
 * {@link AlignedReturns#complete()}. Immutable and thread-safe.
 */
public final class LedoitWolf implements CorrelationEstimator {
    private final boolean identity;

    private LedoitWolf(boolean identity) {
        this.identity = identity;
    }

    /**
     * Towards no correlation at all: t is 1 for a symbol with itself, and 0 otherwise. "A well-conditioned estimator for
     * large-dimensional covariance matrices", Journal of Multivariate Analysis 88 (2004).
     *
     * @return the estimator
     */
    public static LedoitWolf toIdentity() {
        return new LedoitWolf(true);
    }

    /**
     * Towards the average: t is the mean of all coefficients. "Honey, I shrunk the sample covariance matrix", Journal of
     * Portfolio Management 30 (2004), appendices A and B.
     *
     * @return the estimator
     */
    public static LedoitWolf toConstantCorrelation() {
        return new LedoitWolf(false);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a return is missing or not shared by all, or a symbol does not vary. With fewer
     *     rows than the settings ask for, all is unknown
     */
    @Override
    public CorrelationMatrix estimate(AlignedReturns returns, CorrelationSettings settings) {
        AlignedReturns window = returns.last(settings.lookback());
        int rows = window.times().size();
        MatrixDraft draft = new MatrixDraft(settings, window, CorrelationMethod.SHRUNK);
        boolean enough = rows >= settings.minimumObservations();
        LedoitWolfSums sums = enough ? new LedoitWolfSums(standardised(window)) : null;
        double intensity = sums == null ? 0 : intensity(sums);
        for (int i = 0; i < draft.size(); i++) {
            for (int j = 0; j <= i; j++) {
                draft.set(i, j, sums == null ? Double.NaN : shrunk(sums, intensity, i, j), rows);
            }
        }
        return draft.finish();
    }

    /**
     * How far it shrinks.
     *
     * @param returns as for {@link #estimate}, of at least two rows
     * @return d, from 0 for not at all to 1 for the target alone
     * @throws IllegalArgumentException if a return is missing or not shared by all, a symbol does not vary, or there are
     *     fewer than two rows
     */
    public double intensity(AlignedReturns returns) {
        return intensity(new LedoitWolfSums(standardised(returns)));
    }

    private double intensity(LedoitWolfSums sums) {
        return identity ? sums.intensityToIdentity() : sums.intensityToConstant();
    }

    private double shrunk(LedoitWolfSums sums, double intensity, int i, int j) {
        if (i == j) {
            return 1;
        }
        double target = identity ? 0 : sums.meanCoefficient();
        double coefficient = (1 - intensity) * sums.coefficient(i, j) + intensity * target;
        return Math.max(-1, Math.min(1, coefficient));
    }

    private static double[][] standardised(AlignedReturns returns) {
        int rows = returns.times().size();
        if (rows < 2) {
            throw new IllegalArgumentException("returns must have at least 2 rows, but was " + rows);
        }
        double[][] columns = new double[returns.symbols().size()][rows];
        for (int i = 0; i < columns.length; i++) {
            String symbol = returns.symbols().get(i);
            for (int row = 0; row < rows; row++) {
                if (!returns.isShared(0, i, row)) {
                    throw new IllegalArgumentException("returns must be complete for Ledoit-Wolf (see complete()), but "
                            + symbol + " has none that all share at "
                            + returns.times().get(row));
                }
                columns[i][row] = returns.get(i, row);
            }
            if (!WeightedPearson.varies(columns[i])) {
                throw new IllegalArgumentException(
                        "returns must vary for Ledoit-Wolf, but those of " + symbol + " do not");
            }
            standardise(columns[i]);
        }
        return columns;
    }

    private static void standardise(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        Arrays.setAll(values, i -> (values[i] - mean) / Math.sqrt(variance));
    }
}
