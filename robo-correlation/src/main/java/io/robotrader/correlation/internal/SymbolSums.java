package io.robotrader.correlation.internal;

/**
 * One symbol's share of the sums: over its own observations, and its products with each symbol before it. All are of
 * deviations, return less {@link #level}.
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

    SymbolSums(int index) {
        products = new double[ProductKernel.rowLength(index)];
    }

    /** Takes an observation in (sign 1) or out (sign -1). */
    void fold(double deviation, int sign) {
        count += sign;
        sum += sign * deviation;
        squares += sign * deviation * deviation;
        peak = Math.max(peak, squares);
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
