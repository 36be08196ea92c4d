package io.robotrader.correlation.internal;

import java.util.Arrays;

/**
 * Products by plain loops, in a shape that the compiler turns into vector instructions: one output row and four inputs,
 * all indexed alike. The outputs go tile by tile, and the observations in parts, so that both stay in the nearest cache.
 */
final class PlainKernel extends ProductKernel {
    private static final int TILE_ROWS = 64;
    private static final int TILE_COLUMNS = 256;
    private static final int TILE_TIMES = 28;

    /** By time, and then by symbol; with rows of zeros up to a multiple of four. */
    private double[][] columns = new double[0][];

    private int times;

    @Override
    void begin(int symbols, int observations) {
        times = (observations + 3) / 4 * 4;
        if (columns.length < times || (times > 0 && columns[0].length < symbols)) {
            columns = new double[times][symbols];
        }
        for (int t = observations; t < times; t++) {
            Arrays.fill(columns[t], 0);
        }
    }

    @Override
    void put(int symbol, double[] values, int first, double level, double scale) {
        int count = Math.min(times, values.length - first);
        for (int t = 0; t < count; t++) {
            columns[t][symbol] = (values[first + t] - level) * scale;
        }
    }

    @Override
    void products(double[][] out, int from, int to) {
        for (int i = from; i < to; i++) {
            Arrays.fill(out[i], 0, i + 1, 0);
        }
        for (int i = from; i < to; i += TILE_ROWS) {
            int rows = Math.min(to, i + TILE_ROWS);
            for (int j = 0; j < rows; j += TILE_COLUMNS) {
                for (int t = 0; t < times; t += TILE_TIMES) {
                    tile(out, i, rows, j, t, Math.min(times, t + TILE_TIMES));
                }
            }
        }
    }

    private void tile(double[][] out, int from, int to, int column, int start, int end) {
        for (int i = from; i < to; i++) {
            double[] row = out[i];
            int stop = Math.min(i + 1, column + TILE_COLUMNS);
            for (int t = start; t < end; t += 4) {
                addFour(row, column, stop, i, columns[t], columns[t + 1], columns[t + 2], columns[t + 3]);
            }
        }
    }

    private static void addFour(
            double[] row, int start, int end, int i, double[] z0, double[] z1, double[] z2, double[] z3) {
        double a0 = z0[i];
        double a1 = z1[i];
        double a2 = z2[i];
        double a3 = z3[i];
        for (int j = start; j < end; j++) {
            row[j] += a0 * z0[j] + a1 * z1[j] + a2 * z2[j] + a3 * z3[j];
        }
    }
}
