package io.robotrader.correlation;

/**
 * When {@link CorrelationBreaks} raises an alarm, and when it takes it back. Immutable and thread-safe.
 *
 * @param history over how many matrices the usual value is remembered: the weight of each is 2 / (history + 1) of what is
 *     left by the later ones; no alarm before so many have come. At least 2
 * @param raiseAt from how many standard deviations off the usual on an alarm is raised; above 0
 * @param clearAt below how many it is taken back; above 0, at most {@code raiseAt}
 */
public record BreakSettings(int history, double raiseAt, double clearAt) {
    private static final BreakSettings DEFAULTS = new BreakSettings(120, 3, 1.5);

    /**
     * Checks the three.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public BreakSettings {
        if (history < 2) {
            throw new IllegalArgumentException("history must be at least 2, but was " + history);
        }
        if (!(raiseAt > 0 && raiseAt < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("raiseAt must be finite and above 0, but was " + raiseAt);
        }
        if (!(clearAt > 0 && clearAt <= raiseAt)) {
            throw new IllegalArgumentException(
                    "clearAt must be above 0 and at most raiseAt (" + raiseAt + "), but was " + clearAt);
        }
    }

    /**
     * A history of 120, raised at 3 standard deviations and taken back below 1.5.
     *
     * @return the defaults
     */
    public static BreakSettings defaults() {
        return DEFAULTS;
    }
}
