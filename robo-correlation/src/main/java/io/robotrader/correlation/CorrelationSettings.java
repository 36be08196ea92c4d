package io.robotrader.correlation;

/**
 * How far back a {@link CorrelationTracker} looks, how little is too little, and what counts as highly correlated.
 *
 * <p>Immutable and thread-safe. Start from {@link #defaults()} and change what differs.
 *
 * @param lookback how many of the latest rows are looked at, counted in observations and not in days; a row is a time at
 *     which at least one price came. At least {@code minimumObservations}
 * @param minimumObservations how many observations a pair must have in common before its correlation is known; from 2
 *     to {@code lookback}, both allowed
 * @param highThreshold above which absolute correlation a pair is listed by {@link CorrelationMatrix#highPairs()}; above
 *     0, at most 1
 */
public record CorrelationSettings(int lookback, int minimumObservations, double highThreshold) {
    private static final CorrelationSettings DEFAULTS = new CorrelationSettings(60, 30, 0.7);

    /**
     * Checks the three against each other.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public CorrelationSettings {
        if (minimumObservations < 2) {
            throw new IllegalArgumentException(
                    "minimumObservations must be at least 2, but was " + minimumObservations);
        }
        if (lookback < minimumObservations) {
            throw new IllegalArgumentException(
                    "lookback must be at least minimumObservations (" + minimumObservations + "), but was " + lookback);
        }
        if (!(highThreshold > 0 && highThreshold <= 1)) {
            throw new IllegalArgumentException("highThreshold must be above 0 and at most 1, but was " + highThreshold);
        }
    }

    /**
     * A look-back of 60 observations, of which a pair needs 30, and a threshold of 0.7.
     *
     * @return the defaults
     */
    public static CorrelationSettings defaults() {
        return DEFAULTS;
    }

    /**
     * The same with another window. Both numbers are set at once, as each bounds the other.
     *
     * @param lookback rows to look at
     * @param minimumObservations observations that a pair needs; from 2 to {@code lookback}
     * @return changed settings
     * @throws IllegalArgumentException if one is outside its range
     */
    public CorrelationSettings withWindow(int lookback, int minimumObservations) {
        return new CorrelationSettings(lookback, minimumObservations, highThreshold);
    }

    /**
     * The same with another threshold.
     *
     * @param highThreshold absolute correlation; above 0, at most 1
     * @return changed settings
     * @throws IllegalArgumentException if it is outside its range
     */
    public CorrelationSettings withHighThreshold(double highThreshold) {
        return new CorrelationSettings(lookback, minimumObservations, highThreshold);
    }
}
