package io.robotrader.correlation;

/**
 * Where a correlation lies with a confidence of 95 %, were the observations independent draws from one normal distribution.
 * Returns are not quite that, so the truth is somewhat less sure. Immutable and thread-safe.
 *
 * <p>Fisher's z: tanh(atanh(r) - 1.96 e) to tanh(atanh(r) + 1.96 e) with e from {@link CorrelationMethod}.
 *
 * @param lower the lower end, from -1 to 1
 * @param upper the upper end, from {@code lower} to 1
 */
public record ConfidenceInterval(double lower, double upper) {
    /** The 0.975 quantile of the normal distribution. */
    private static final double QUANTILE = 1.959963984540054;

    /**
     * Checks that this can be an interval.
     *
     * @throws IllegalArgumentException if an end is outside its range
     */
    public ConfidenceInterval {
        if (!(lower >= -1 && lower <= 1)) {
            throw new IllegalArgumentException("lower must be from -1 to 1, but was " + lower);
        }
        if (!(upper >= lower && upper <= 1)) {
            throw new IllegalArgumentException("upper must be from lower (" + lower + ") to 1, but was " + upper);
        }
    }

    static ConfidenceInterval around(double coefficient, double error) {
        double z = FisherZ.of(coefficient);
        return new ConfidenceInterval(Math.tanh(z - QUANTILE * error), Math.tanh(z + QUANTILE * error));
    }
}
