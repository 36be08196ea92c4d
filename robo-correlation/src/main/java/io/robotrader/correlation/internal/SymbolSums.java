package io.robotrader.correlation.internal;

import java.util.Arrays;

/**
 * One symbol's share of the sums: over its own observations, and against each other symbol.
 *
 * <p>All are of deviations, return less {@link #level}. What a pair has in common is the symbol's own sum less the part
 * that it does not share with the other. When nothing is missing the unshared parts are 0 and need no work; only the
 * products do.
 */
final class SymbolSums {
    /** Subtracted from every return, so that a common drift does not swamp the sums; NaN before the first return. */
    double level = Double.NaN;

    int count;
    double sum;
    double squares;

    /** The largest {@link #squares} since they were last added up afresh: the scale of the rounding errors since. */
    double peak;

    /** With each symbol before this one: the lower triangle by rows, so that a new symbol only adds a row. */
    final double[] products;

    /** By other symbol: how many observations of this one the other does not share, their sum and their squares. */
    int[] unsharedCount;

    double[] unsharedSum;
    double[] unsharedSquares;

    SymbolSums(int index) {
        products = new double[index];
        unsharedCount = new int[index + 1];
        unsharedSum = new double[index + 1];
        unsharedSquares = new double[index + 1];
    }

    /** Makes room for another symbol, which shares nothing yet. */
    void meet(int other) {
        if (other >= unsharedCount.length) {
            int capacity = other + (other >> 1) + 1;
            unsharedCount = Arrays.copyOf(unsharedCount, capacity);
            unsharedSum = Arrays.copyOf(unsharedSum, capacity);
            unsharedSquares = Arrays.copyOf(unsharedSquares, capacity);
        }
        unsharedCount[other] = count;
        unsharedSum[other] = sum;
        unsharedSquares[other] = squares;
    }

    /** Takes an observation in (sign 1) or out (sign -1). */
    void fold(double deviation, int sign) {
        count += sign;
        sum += sign * deviation;
        squares += sign * deviation * deviation;
        peak = Math.max(peak, squares);
    }

    void foldUnshared(int other, double deviation, int sign) {
        unsharedCount[other] += sign;
        unsharedSum[other] += sign * deviation;
        unsharedSquares[other] += sign * deviation * deviation;
    }

    int sharedCount(int other) {
        return count - unsharedCount[other];
    }

    /** Adds its own observations up afresh, but for the one at a slot, about a new level: their mean. */
    void addUp(SymbolReturns returns, int rows, int skippedSlot) {
        level = mean(returns, rows, skippedSlot);
        count = 0;
        sum = 0;
        squares = 0;
        peak = 0;
        for (int slot = 0; slot < rows; slot++) {
            if (slot != skippedSlot && returns.from()[slot] != SymbolReturns.ABSENT) {
                fold(returns.returns()[slot] - level, 1);
            }
        }
    }

    private static double mean(SymbolReturns returns, int rows, int skippedSlot) {
        int count = 0;
        double sum = 0;
        for (int slot = 0; slot < rows; slot++) {
            if (slot != skippedSlot && returns.from()[slot] != SymbolReturns.ABSENT) {
                count++;
                sum += returns.returns()[slot];
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
