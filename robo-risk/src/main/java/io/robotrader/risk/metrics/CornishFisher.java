package io.robotrader.risk.metrics;

import io.robotrader.risk.internal.Normal;

/**
 * The normal quantile bent by skewness and kurtosis (E. A. Cornish and R. A. Fisher, 1938, to the second order):
 *
 * <p>w(z) = z + (z^2 - 1) S / 6 + (z^3 - 3z) K / 24 - (2z^3 - 5z) S^2 / 36
 *
 * @param skewness S, the third standardised moment of the population
 * @param kurtosis K, the fourth one, minus three
 */
record CornishFisher(double skewness, double kurtosis) {

    static CornishFisher of(Sample sample) {
        double variance = sample.squares() / sample.size();
        double deviation = Math.sqrt(variance);
        double third = 0;
        double fourth = 0;
        for (int i = 0; i < sample.size(); i++) {
            double z = (sample.get(i) - sample.mean()) / deviation;
            third += z * z * z;
            fourth += z * z * z * z;
        }
        return new CornishFisher(third / sample.size(), fourth / sample.size() - 3);
    }

    double quantile(double z) {
        double square = z * z;
        return z
                + (square - 1) * skewness / 6
                + z * (square - 3) * kurtosis / 24
                - z * (2 * square - 5) * skewness * skewness / 36;
    }

    /**
     * The mean of w over the normal tail below z, which has the probability given: the integral of w times the density,
     * where a Hermite polynomial of degree n gives minus the one of degree n - 1 times the density.
     */
    double tailMean(double z, double probability) {
        double square = z * z;
        return -Normal.density(z)
                / probability
                * (1 + z * skewness / 6 + (square - 1) * kurtosis / 24 - (2 * square - 1) * skewness * skewness / 36);
    }

    /** Whether w rises all the way from -bound to bound; where it falls it is no quantile (D. Maillard, 2012). */
    boolean rises(double bound) {
        double square = kurtosis / 8 - skewness * skewness / 6;
        double linear = skewness / 3;
        double constant = 1 - kurtosis / 8 + skewness * skewness * 5 / 36;
        // The slope is a parabola, so that its least is at an end or where it turns.
        double turn = square > 0 ? Math.max(-bound, Math.min(bound, -linear / (2 * square))) : bound;
        return slope(square, linear, constant, -bound) > 0
                && slope(square, linear, constant, bound) > 0
                && slope(square, linear, constant, turn) > 0;
    }

    private static double slope(double square, double linear, double constant, double z) {
        return (square * z + linear) * z + constant;
    }
}
