package io.robotrader.risk.metrics;

/** Returns that were checked and copied, with their mean and range. Immutable. */
final class Sample {

    static final String NO_SPREAD = "the returns do not differ, so there is no deviation to divide by";

    /** Returns worked out from prices are wrong by about 1e-16; what is as small as this is rounding, not risk. */
    static final double NEGLIGIBLE = 1e-12;

    private final double[] values;
    private final double mean;
    private final double least;
    private final double most;

    private Sample(double[] values) {
        this.values = values;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double r : values) {
            sum += r;
            least = Math.min(least, r);
            most = Math.max(most, r);
        }
        double first = sum / values.length;
        double rest = 0;
        for (double r : values) {
            rest += r - first;
        }
        // The second pass brings back what the long sum rounded away.
        this.mean = first + rest / values.length;
        this.least = least;
        this.most = most;
    }

    static Sample of(double[] returns, String name) {
        double[] copy = returns.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!isReturn(copy[i])) {
                throw bad(name + "[" + i + "]", copy[i]);
            }
        }
        return new Sample(copy);
    }

    static boolean isReturn(double value) {
        return value >= -1 && value < Double.POSITIVE_INFINITY;
    }

    static IllegalArgumentException bad(String name, double value) {
        return new IllegalArgumentException(name + " must be finite and not below -1, but was " + value);
    }

    static boolean isConstant(double least, double most) {
        return most - least <= NEGLIGIBLE * Math.max(1, Math.max(Math.abs(least), Math.abs(most)));
    }

    /** Reward over risk, times the root of the periods a year. */
    static Estimate annualisedRatio(double reward, double risk, double periodsPerYear) {
        // What is divided by an infinite risk would look like an honest zero.
        return known(Double.isFinite(risk) ? reward / risk * Math.sqrt(periodsPerYear) : Double.NaN);
    }

    static Estimate known(double value) {
        return Estimate.computed(value, "returns");
    }

    Estimate tooFew(long needed) {
        return Estimate.tooFew("returns", needed, values.length);
    }

    int size() {
        return values.length;
    }

    double get(int i) {
        return values[i];
    }

    double[] toArray() {
        return values.clone();
    }

    double mean() {
        return mean;
    }

    boolean isConstant() {
        return isConstant(least, most);
    }

    /** The sample standard deviation (n - 1). */
    double deviation() {
        return isConstant() ? 0 : Math.sqrt(squares() / (values.length - 1));
    }

    /** The sum of the squared distances from the mean. */
    double squares() {
        double sum = 0;
        for (double r : values) {
            sum += (r - mean) * (r - mean);
        }
        return sum;
    }

    /** The sum of the squared shortfalls below a target. */
    double shortfallSquares(double target) {
        double sum = 0;
        for (double r : values) {
            double shortfall = Math.min(0, r - target);
            sum += shortfall * shortfall;
        }
        return sum;
    }
}
