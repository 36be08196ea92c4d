package io.robotrader.correlation.internal;

import org.jspecify.annotations.Nullable;

/** Returns by symbol and observation, and what two symbols have in common of them. Not copied, so not to be changed. */
public final class ReturnTable {
    private final double[][] columns;

    /** By symbol and observation when the return began, or null if that makes no difference. */
    private final long @Nullable [][] begins;

    /** By observation when the shortest return began, which is all of them in a row without a gap before. */
    private final long[] latest;

    private final int first;
    private final int end;

    /**
     * The observations from one on.
     *
     * @param columns by symbol its returns, NaN where one is absent; all of the same length
     * @param begins of the same shape, when a return began, or null if that makes no difference; where one is absent, not
     *     after any that is there
     * @param first the observation to begin with
     */
    public ReturnTable(double[][] columns, long @Nullable [][] begins, int first) {
        this.columns = columns;
        this.begins = begins;
        this.first = first;
        end = columns.length == 0 ? first : columns[0].length;
        latest = begins == null || begins.length == 0 ? new long[0] : begins[0].clone();
        for (int i = 1; i < columns.length && begins != null; i++) {
            for (int t = first; t < end; t++) {
                latest[t] = Math.max(latest[t], begins[i][t]);
            }
        }
    }

    int size() {
        return columns.length;
    }

    int observations() {
        return end - first;
    }

    int first() {
        return first;
    }

    double[] column(int symbol) {
        return columns[symbol];
    }

    /** Whether a return is absent, or spans a longer time than that of another symbol. */
    boolean hasGap(int symbol) {
        double[] column = columns[symbol];
        boolean gap = false;
        for (int t = first; t < end; t++) {
            gap |= Double.isNaN(column[t]);
        }
        if (begins != null && !gap) {
            for (int t = first; t < end; t++) {
                gap |= begins[symbol][t] != latest[t];
            }
        }
        return gap;
    }

    /** In four sums, that the processor can work at side by side. */
    double mean(int symbol) {
        double[] column = columns[symbol];
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int t = first;
        for (; t + 3 < end; t += 4) {
            a += column[t];
            b += column[t + 1];
            c += column[t + 2];
            d += column[t + 3];
        }
        for (; t < end; t++) {
            a += column[t];
        }
        return (a + b + (c + d)) / (end - first);
    }

    /** The squared deviations from the mean, in four sums. */
    double squares(int symbol, double mean) {
        double[] column = columns[symbol];
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int t = first;
        for (; t + 3 < end; t += 4) {
            a += square(column[t] - mean);
            b += square(column[t + 1] - mean);
            c += square(column[t + 2] - mean);
            d += square(column[t + 3] - mean);
        }
        for (; t < end; t++) {
            a += square(column[t] - mean);
        }
        return a + b + (c + d);
    }

    private static double square(double number) {
        return number * number;
    }

    private boolean isShared(int i, int j, int t) {
        return !Double.isNaN(columns[i][t])
                && !Double.isNaN(columns[j][t])
                && (begins == null || begins[i][t] == begins[j][t]);
    }

    int shared(int i, int j) {
        int shared = 0;
        for (int t = first; t < end; t++) {
            shared += isShared(i, j, t) ? 1 : 0;
        }
        return shared;
    }

    /** Of two symbols over what they share, at least two observations, in two passes; of one with itself 1 if it varies. */
    double coefficient(int i, int j) {
        int n = 0;
        double sumX = 0;
        double sumY = 0;
        for (int t = first; t < end; t++) {
            if (isShared(i, j, t)) {
                n++;
                sumX += columns[i][t];
                sumY += columns[j][t];
            }
        }
        double meanX = sumX / n;
        double meanY = sumY / n;
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int t = first; t < end; t++) {
            if (isShared(i, j, t)) {
                double x = columns[i][t] - meanX;
                double y = columns[j][t] - meanY;
                squaresX += x * x;
                squaresY += y * y;
                products += x * y;
            }
        }
        double coefficient = Pearson.coefficient(n, meanX, meanY, squaresX, squaresY, products);
        return i == j && !Double.isNaN(coefficient) ? 1 : coefficient;
    }
}
