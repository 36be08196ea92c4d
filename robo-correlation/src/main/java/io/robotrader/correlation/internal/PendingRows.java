package io.robotrader.correlation.internal;

import java.util.Arrays;
import java.util.List;

/**
 * Complete rows whose products are still to be added, each with the row that it put out. Going through all pairs costs
 * mostly the way to memory and back, so a few rows go together.
 *
 * <p>Each row is added for itself, and in its turn: how many go together does not show in the sums, not even in the last
 * digit.
 */
final class PendingRows {
    private static final int MOST = 4;

    /** So much of a few rows lies in the nearest cache. */
    private static final int TILE = 512;

    private final double[][] in = new double[MOST][0];
    private final double[][] out = new double[MOST][0];
    private int count;

    void makeRoom(int symbols) {
        if (in[0].length < symbols) {
            int room = symbols + (symbols >> 1) + 4;
            for (int k = 0; k < MOST; k++) {
                in[k] = Arrays.copyOf(in[k], room);
                out[k] = Arrays.copyOf(out[k], room);
            }
        }
    }

    /** Where the next row's deviations are to be put, of all symbols. */
    double[] in() {
        return in[count];
    }

    /** Where those of the row that it puts out are to be put, or zeros. */
    double[] out() {
        return out[count];
    }

    /** Takes what was put, and returns whether there is no room for more. */
    boolean add() {
        count++;
        return count == MOST;
    }

    void clear() {
        count = 0;
    }

    /** Adds the products to the triangle, and has none pending. */
    void addTo(List<double[]> products) {
        int rows = count == 0 ? 0 : products.size();
        for (int start = 0; start < rows; start += TILE) {
            for (int i = start + 1; i < rows; i++) {
                addTo(products.get(i), i, start, Math.min(i, start + TILE));
            }
        }
        count = 0;
    }

    private void addTo(double[] row, int i, int start, int end) {
        int k = 0;
        for (; k + 1 < count; k += 2) {
            double[] x = in[k];
            double[] y = out[k];
            double[] u = in[k + 1];
            double[] v = out[k + 1];
            addTwo(row, start, end, x[i], x, y[i], y, u[i], u, v[i], v);
        }
        if (k < count) {
            addOne(row, start, end, in[k][i], in[k], out[k][i], out[k]);
        }
    }

    private static void addOne(double[] row, int start, int end, double a, double[] x, double b, double[] y) {
        for (int j = start; j < end; j++) {
            row[j] += a * x[j] - b * y[j];
        }
    }

    private static void addTwo(
            double[] row,
            int start,
            int end,
            double a,
            double[] x,
            double b,
            double[] y,
            double c,
            double[] u,
            double d,
            double[] v) {
        for (int j = start; j < end; j++) {
            row[j] = row[j] + (a * x[j] - b * y[j]) + (c * u[j] - d * v[j]);
        }
    }
}
