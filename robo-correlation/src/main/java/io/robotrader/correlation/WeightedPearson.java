package io.robotrader.correlation;

import java.util.Arrays;

/** Pearson's coefficient in two passes. Stateless. */
final class WeightedPearson {
    /**
     * A return is a quotient of two rounded prices, less 1: its error is a few units in the last place of the quotient, and
     * so is all that a series with a constant return varies. A spread of no more than this is therefore taken for none.
     */
    private static final double ROUNDING = 1e-14;

    private WeightedPearson() {}

    static boolean varies(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double spread = ROUNDING * (1 + Math.abs(mean));
        return squares > values.length * spread * spread;
    }

    static double coefficient(double[] x, double[] y) {
        double[] equal = new double[x.length];
        Arrays.fill(equal, 1);
        return coefficient(x, y, equal);
    }

    /** From -1 to 1; NaN if one side does not vary where there is weight. */
    static double coefficient(double[] x, double[] y, double[] weights) {
        double meanX = mean(x, weights);
        double meanY = mean(y, weights);
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            double deviationX = x[i] - meanX;
            double deviationY = y[i] - meanY;
            squaresX += weights[i] * deviationX * deviationX;
            squaresY += weights[i] * deviationY * deviationY;
            products += weights[i] * deviationX * deviationY;
        }
        // Two roots rather than the root of a product, which could overflow. 0 / 0 is NaN, which is what it should be.
        double coefficient = products / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
        return Math.max(-1, Math.min(1, coefficient));
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            total += weights[i];
        }
        return sum / total;
    }
}
