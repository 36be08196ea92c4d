package io.robotrader.risk.indicator;

import io.robotrader.risk.internal.Require;
import java.util.OptionalDouble;

/**
 * The average true range as J. Welles Wilder defined it (New Concepts in Technical Trading Systems, 1978).
 *
 * <p>The true range of a bar is the largest of high - low, |high - previous close| and |low - previous close|; the first
 * bar's is high - low. The first average is the mean of the first n true ranges; from then on it is
 * (average x (n - 1) + true range) / n. Constant time and memory a bar.
 *
 * <p>Not thread-safe: one writer at a time.
 */
public final class WilderAtr {

    private final int period;
    private int bars;
    private double average;
    private double previousClose = Double.NaN;

    /**
     * Makes an average that has seen no bar.
     *
     * @param period the bars in the average, 1 or more; 14 is usual
     * @throws IllegalArgumentException if the period is below one
     */
    public WilderAtr(int period) {
        this.period = (int) Require.atLeast(period, 1, "period");
    }

    /**
     * Takes in the next bar. A bar that is refused changes nothing.
     *
     * @param high the highest price, positive
     * @param low the lowest price, positive, not above the high
     * @param close the last price, from low to high
     * @throws IllegalArgumentException if the prices are no bar
     */
    public void add(double high, double low, double close) {
        Require.positive(high, "high");
        Require.positive(low, "low");
        Require.positive(close, "close");
        if (low > high) {
            throw new IllegalArgumentException("low must be at most the high " + high + ", but was " + low);
        }
        if (close > high || close < low) {
            throw new IllegalArgumentException(
                    "close must lie from low to high, but was " + close + " with low " + low + " and high " + high);
        }
        double range = high - low;
        if (bars > 0) {
            range = Math.max(range, Math.max(Math.abs(high - previousClose), Math.abs(low - previousClose)));
        }
        previousClose = close;
        bars = bars < period ? bars + 1 : bars;
        // Up to the first n bars this is their mean, and after them Wilder's smoothing.
        average += (range - average) / bars;
    }

    /** {@return the average true range per share; empty until as many bars came as the period has} */
    public OptionalDouble value() {
        return bars < period ? OptionalDouble.empty() : OptionalDouble.of(average);
    }
}
