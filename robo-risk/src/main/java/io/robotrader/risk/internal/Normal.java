package io.robotrader.risk.internal;

/** The standard normal distribution, to about fourteen digits also in the tails. */
public final class Normal {

    private static final double ROOT_PI = Math.sqrt(Math.PI);
    private static final double ROOT_TWO = Math.sqrt(2);
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private Normal() {}

    /**
     * {@return the density of the distribution at a value}
     *
     * @param z the value, finite
     */
    public static double density(double z) {
        return Math.exp(-z * z / 2) / ROOT_TWO_PI;
    }

    /**
     * {@return the probability of more than a value, with all its digits from zero up}
     *
     * @param x the value
     */
    public static double upperTail(double x) {
        return erfc(x / ROOT_TWO) / 2;
    }

    /**
     * The value that is not exceeded with probability p in (0, 1): a rational approximation with an error below 4.5e-4
     * (M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, 26.2.23), and two steps of Halley's method,
     * each of which triples the digits.
     *
     * @param p the probability, above 0 and below 1
     * @return the value, finite
     */
    public static double quantile(double p) {
        double tail = Math.min(p, 1 - p);
        double t = Math.sqrt(-2 * Math.log(tail));
        double x =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        for (int i = 0; i < 2; i++) {
            double error = (upperTail(x) - tail) / density(x);
            x += error / (1 - error * x / 2);
        }
        return p < 0.5 ? -x : x;
    }

    /**
     * The complementary error function, with all its digits for x from zero up: the series 7.1.6 of Abramowitz and Stegun, all of whose terms
     * are positive, and further out the continued fraction 7.1.14.
     *
     * @param x zero or positive
     * @return from 1 down to 0
     */
    public static double erfc(double x) {
        return x < 2 ? 1 - series(x) : Math.exp(-x * x) / ROOT_PI / fraction(x);
    }

    private static double series(double x) {
        double term = x;
        double sum = 0;
        for (int n = 1; sum + term != sum; n++) {
            sum += term;
            term *= 2 * x * x / (2 * n + 1);
        }
        return 2 / ROOT_PI * Math.exp(-x * x) * sum;
    }

    /** x + (1/2) / (x + 1 / (x + (3/2) / (x + ...))), from its far end; sixty terms are enough from two up. */
    private static double fraction(double x) {
        double value = x;
        for (int n = 60; n > 0; n--) {
            value = x + n / 2.0 / value;
        }
        return value;
    }
}
