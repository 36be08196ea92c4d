package io.robotrader.correlation;

/** The exponentially weighted mean and variance of a number, and whether it is off them. Not thread-safe. */
final class UsualRange {
    private final BreakSettings settings;
    private double mean;
    private double variance;
    private int count;
    private boolean alarmed;

    UsualRange(BreakSettings settings) {
        this.settings = settings;
    }

    double mean() {
        return mean;
    }

    boolean isAlarmed() {
        return alarmed;
    }

    /** In standard deviations, which are at least the error; 0 before there is enough history. */
    double deviation(double value, double error) {
        return count < settings.history() ? 0 : (value - mean) / Math.max(Math.sqrt(variance), error);
    }

    /** Returns whether the alarm was raised or taken back. */
    boolean take(double value, double deviation) {
        boolean before = alarmed;
        alarmed = Math.abs(deviation) >= (alarmed ? settings.clearAt() : settings.raiseAt());
        count = Math.min(count + 1, settings.history());
        // Plain means until there is a history, then fading weights.
        double share = Math.max(1.0 / count, 2.0 / (settings.history() + 1));
        double step = value - mean;
        mean += share * step;
        variance = (1 - share) * (variance + share * step * step);
        return alarmed != before;
    }
}
