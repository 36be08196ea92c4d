package io.robotrader.correlation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Kendall's tau-b. Stateless.
 *
 * <p>W. R. Knight, "A computer method for calculating Kendall's tau with ungrouped data" (1966): with the rows sorted by x,
 * the discordant pairs are the swaps that a sort by y takes.
 */
final class KendallTau {
    private KendallTau() {}

    /** From -1 to 1; both sides vary. */
    static double b(double[] x, double[] y) {
        int n = x.length;
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.<Integer>comparingDouble(i -> x[i]).thenComparingDouble(i -> y[i]));
        double[] sortedX = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
        double[] sortedY = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
        long all = pairs(n);
        long tiedInBoth = ties(n, i -> sortedX[i] == sortedX[i - 1] && sortedY[i] == sortedY[i - 1]);
        long tiedInX = ties(n, i -> sortedX[i] == sortedX[i - 1]);
        long swaps = sort(sortedY, new double[n], 0, n);
        long tiedInY = ties(n, i -> sortedY[i] == sortedY[i - 1]);
        double concordantLessDiscordant = all - tiedInX - tiedInY + tiedInBoth - 2.0 * swaps;
        double tau =
                concordantLessDiscordant / (Math.sqrt((double) (all - tiedInX)) * Math.sqrt((double) (all - tiedInY)));
        return Math.max(-1, Math.min(1, tau));
    }

    private static long pairs(long n) {
        return n * (n - 1) / 2;
    }

    /** Pairs within runs of rows that are each tied with the one before. */
    private static long ties(int n, IntPredicate tiedWithPrevious) {
        long ties = 0;
        int run = 1;
        for (int i = 1; i <= n; i++) {
            if (i < n && tiedWithPrevious.test(i)) {
                run++;
            } else {
                ties += pairs(run);
                run = 1;
            }
        }
        return ties;
    }

    /** Sorts by merging, and counts by how many places values moved ahead. */
    private static long sort(double[] values, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long swaps = sort(values, spare, from, middle) + sort(values, spare, middle, to);
        System.arraycopy(values, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right == to || (left < middle && spare[left] <= spare[right])) {
                values[i] = spare[left++];
            } else {
                values[i] = spare[right++];
                swaps += middle - left;
            }
        }
        return swaps;
    }
}
