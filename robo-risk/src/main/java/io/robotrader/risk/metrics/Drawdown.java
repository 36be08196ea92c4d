package io.robotrader.risk.metrics;

import java.util.OptionalInt;

/**
 * A fall below a peak, until the peak is regained. Places count the returns that had come by then: 0 is the starting
 * capital, 1 is after the first return.
 *
 * <p>Immutable and thread-safe.
 *
 * @param depth the largest fall as a fraction of the peak, in (0, 1]
 * @param peak the last place at the peak
 * @param trough the place of the largest fall, the first one if there are several
 * @param end the place where the peak was regained or, if it was not, the end of the series
 * @param recovered whether the peak was regained
 */
public record Drawdown(double depth, int peak, int trough, int end, boolean recovered) {

    /**
     * Checks that the places are in order.
     *
     * @throws IllegalArgumentException if the depth is not in (0, 1] or the places are not in order
     */
    public Drawdown {
        if (!(depth > 0 && depth <= 1)) {
            throw new IllegalArgumentException("depth must be a fraction in (0, 1], but was " + depth);
        }
        if (peak < 0 || trough <= peak || end < trough || (recovered && end == trough)) {
            throw new IllegalArgumentException(
                    "peak, trough and end must be in order, but were " + peak + ", " + trough + " and " + end);
        }
    }

    /** {@return the periods from the peak to its recovery or, if there was none, to the end of the series} */
    public int length() {
        return end - peak;
    }

    /** {@return the periods from the trough to the recovery; empty if there was none} */
    public OptionalInt recoveryLength() {
        return recovered ? OptionalInt.of(end - trough) : OptionalInt.empty();
    }
}
