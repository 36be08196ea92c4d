package io.robotrader.risk.metrics;

/**
 * Wealth as a share of its highest so far, the starting capital counting as a peak. The share never leaves [0, 1], so
 * that no series is too long or too steep. Constant time a return, allocates nothing; one writer at a time.
 */
final class Underwater {

    private double share = 1;
    private double worst;
    private long returns;
    private long peak;
    private long longest;

    /** Takes in a return that was checked. */
    void add(double simpleReturn) {
        share = Math.min(1, share * (1 + simpleReturn));
        returns++;
        worst = Math.max(worst, depth());
        boolean atPeak = !isUnder();
        // From one peak straight to the next there was no fall.
        if (!atPeak || returns - peak > 1) {
            longest = Math.max(longest, returns - peak);
        }
        if (atPeak) {
            peak = returns;
        }
    }

    /** The fall from the peak now, a fraction in [0, 1]. */
    double depth() {
        return 1 - share;
    }

    /** Whether wealth is below its peak by more than rounding. */
    boolean isUnder() {
        return depth() > Sample.NEGLIGIBLE;
    }

    double worst() {
        return worst;
    }

    /** How many returns came. */
    long returns() {
        return returns;
    }

    /** How many returns had come at the last peak. */
    long peak() {
        return peak;
    }

    /** Periods from the peak until now; zero at a peak. */
    long length() {
        return returns - peak;
    }

    /** The most periods from a peak until it was regained, or until now. */
    long longest() {
        return longest;
    }
}
