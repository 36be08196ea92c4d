package io.robotrader.correlation.internal;

import java.util.Arrays;

/**
 * The symbols' own sums, over the rows that are folded in. All are of deviations, return less level.
 *
 * <p>By symbol in arrays rather than in objects: a row touches all symbols, one after another.
 */
final class SymbolSums {
    /** Subtracted from every return, so that a common drift does not swamp the sums; NaN before the first return. */
    double[] level = new double[0];

    int[] count = new int[0];
    double[] sum = new double[0];
    double[] squares = new double[0];

    /** The largest {@link #squares} since they were last added up afresh: the scale of the rounding errors since. */
    double[] peak = new double[0];

    /** In how many rows its return, if any, did not begin when the last to begin did: 0 for a symbol without a gap. */
    int[] others = new int[0];

    /** By slot whether no symbol has a gap in the row, as far as that is known. */
    private final boolean[] whole;

    private int rowsWithReturns;

    SymbolSums(int lookback) {
        whole = new boolean[lookback];
    }

    boolean isWhole(int slot) {
        return whole[slot];
    }

    /** Makes room for the symbol at an index, which had no return in any row. */
    void add(int index) {
        if (index == level.length) {
            int room = index + (index >> 1) + 4;
            level = Arrays.copyOf(level, room);
            Arrays.fill(level, index, room, Double.NaN);
            count = Arrays.copyOf(count, room);
            sum = Arrays.copyOf(sum, room);
            squares = Arrays.copyOf(squares, room);
            peak = Arrays.copyOf(peak, room);
            others = Arrays.copyOf(others, room);
        }
        others[index] = rowsWithReturns;
        Arrays.fill(whole, false);
    }

    /**
     * Folds a row in (sign 1) or out (sign -1).
     *
     * @param deviations filled with those of the returns that began last, and with 0 for others
     * @return whether returns are among it that began earlier
     */
    boolean fold(ReturnWindow window, int slot, int sign, double[] deviations) {
        double[] returns = window.returns(slot);
        long[] from = window.from(slot);
        long latest = window.latestFrom(slot);
        boolean mixed = false;
        boolean gap = false;
        rowsWithReturns += latest == ReturnWindow.ABSENT ? 0 : sign;
        for (int i = 0; i < window.size(); i++) {
            deviations[i] = 0;
            boolean isLatest = from[i] == latest;
            gap |= !isLatest;
            others[i] += isLatest ? 0 : sign;
            if (from[i] != ReturnWindow.ABSENT) {
                if (Double.isNaN(level[i])) {
                    level[i] = returns[i];
                }
                double deviation = returns[i] - level[i];
                fold(i, deviation, sign);
                deviations[i] = isLatest ? deviation : 0;
                mixed |= !isLatest;
            }
        }
        whole[slot] = !gap;
        return mixed;
    }

    private void fold(int i, double deviation, int sign) {
        count[i] += sign;
        sum[i] += sign * deviation;
        squares[i] += sign * deviation * deviation;
        peak[i] = Math.max(peak[i], squares[i]);
    }

    /** Adds a symbol's own observations up afresh, but for the one at a slot, about a new level: their mean. */
    void addUp(ReturnWindow window, int i, int skippedSlot) {
        level[i] = mean(window, i, skippedSlot);
        count[i] = 0;
        sum[i] = 0;
        squares[i] = 0;
        peak[i] = 0;
        for (int slot = 0; slot < window.rows(); slot++) {
            if (slot != skippedSlot && window.from(slot)[i] != ReturnWindow.ABSENT) {
                fold(i, window.returns(slot)[i] - level[i], 1);
            }
        }
    }

    private static double mean(ReturnWindow window, int i, int skippedSlot) {
        int count = 0;
        double sum = 0;
        for (int slot = 0; slot < window.rows(); slot++) {
            if (slot != skippedSlot && window.from(slot)[i] != ReturnWindow.ABSENT) {
                count++;
                sum += window.returns(slot)[i];
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** Counts afresh, over all rows but the one at a slot, which returns began when the last of their row did. */
    void countOthers(ReturnWindow window, int skippedSlot) {
        rowsWithReturns = 0;
        Arrays.fill(others, 0);
        for (int slot = 0; slot < window.rows(); slot++) {
            if (slot != skippedSlot) {
                long[] from = window.from(slot);
                long latest = window.latestFrom(slot);
                rowsWithReturns += latest == ReturnWindow.ABSENT ? 0 : 1;
                boolean gap = false;
                for (int i = 0; i < window.size(); i++) {
                    gap |= from[i] != latest;
                    others[i] += from[i] == latest ? 0 : 1;
                }
                whole[slot] = !gap;
            }
        }
    }
}
