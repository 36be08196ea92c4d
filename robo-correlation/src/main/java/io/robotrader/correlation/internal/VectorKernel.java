package io.robotrader.correlation.internal;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products by the JDK's vector module: tiles of four rows and two vectors' width of columns are held in registers while the
 * observations pass by, two at a time. The columns are kept in panels as wide as a tile, so that they pass in order.
 *
 * <p>Compiled apart from the rest and loaded by name, as the module is not there unless the JVM was told to add it.
 */
final class VectorKernel extends ProductKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;
    private static final int TILE_ROWS = 4;

    /** So many observations of a panel lie in the nearest cache, beside four rows. */
    private static final int TIMES = 2048 / WIDTH;

    /** So many rows lie in the second cache while a panel passes them. */
    private static final int ROWS = 128;

    /** Panel by panel, in it time by time, and then by symbol. */
    private double[][] panels = new double[0][];

    private int symbols;
    private int times;

    VectorKernel() {
        if (STEP % WIDTH != 0 || WIDTH % TILE_ROWS != 0) {
            throw new UnsupportedOperationException("vectors of " + LANES + " numbers");
        }
    }

    @Override
    void begin(int symbols, int observations) {
        this.symbols = symbols;
        times = (observations + 1) / 2 * 2;
        int count = (symbols + WIDTH - 1) / WIDTH;
        if (panels.length < count || (count > 0 && panels[0].length < times * WIDTH)) {
            panels = new double[count][times * WIDTH];
        }
        // What no symbol fills must be 0: the last observation of an odd number, and the last panel's free places.
        for (int p = 0; p < count; p++) {
            Arrays.fill(panels[p], p == count - 1 ? 0 : observations * WIDTH, times * WIDTH, 0);
        }
    }

    @Override
    void put(int symbol, double[] values, int first, double level, double scale) {
        double[] panel = panels[symbol / WIDTH];
        int count = Math.min(times, values.length - first);
        int place = symbol % WIDTH;
        for (int t = 0; t < count; t++, place += WIDTH) {
            panel[place] = (values[first + t] - level) * scale;
        }
    }

    @Override
    void products(double[][] out, int from, int to) {
        for (int t = 0; t == 0 || t < times; t += TIMES) {
            int end = Math.min(times, t + TIMES);
            for (int i = from; i < to; i += ROWS) {
                rows(out, i, Math.min(to, i + ROWS), t, end);
            }
        }
    }

    private void rows(double[][] out, int from, int to, int start, int end) {
        for (int column = 0; column < to; column += WIDTH) {
            double[] panel = panels[column / WIDTH];
            for (int i = Math.max(from, column); i < to; i += TILE_ROWS) {
                int last = Math.min(to, symbols) - 1;
                tile(
                        panels[i / WIDTH],
                        i % WIDTH,
                        panel,
                        start,
                        end,
                        out[i],
                        out[Math.min(i + 1, last)],
                        out[Math.min(i + 2, last)],
                        out[Math.min(i + 3, last)],
                        Math.min(TILE_ROWS, last - i + 1),
                        column);
            }
        }
    }

    private static void tile(
            double[] rows,
            int place,
            double[] panel,
            int start,
            int end,
            double[] out0,
            double[] out1,
            double[] out2,
            double[] out3,
            int count,
            int column) {
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s01 = s00;
        DoubleVector s10 = s00;
        DoubleVector s11 = s00;
        DoubleVector s20 = s00;
        DoubleVector s21 = s00;
        DoubleVector s30 = s00;
        DoubleVector s31 = s00;
        for (int t = start; t < end; t += 2) {
            int at = t * WIDTH;
            int a = at + place;
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, panel, at);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, panel, at + LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, rows[a]);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, rows[a + 1]);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, rows[a + 2]);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, rows[a + 3]);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            s10 = a1.fma(b0, s10);
            s11 = a1.fma(b1, s11);
            s20 = a2.fma(b0, s20);
            s21 = a2.fma(b1, s21);
            s30 = a3.fma(b0, s30);
            s31 = a3.fma(b1, s31);
            at += WIDTH;
            a += WIDTH;
            b0 = DoubleVector.fromArray(SPECIES, panel, at);
            b1 = DoubleVector.fromArray(SPECIES, panel, at + LANES);
            a0 = DoubleVector.broadcast(SPECIES, rows[a]);
            a1 = DoubleVector.broadcast(SPECIES, rows[a + 1]);
            a2 = DoubleVector.broadcast(SPECIES, rows[a + 2]);
            a3 = DoubleVector.broadcast(SPECIES, rows[a + 3]);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            s10 = a1.fma(b0, s10);
            s11 = a1.fma(b1, s11);
            s20 = a2.fma(b0, s20);
            s21 = a2.fma(b1, s21);
            s30 = a3.fma(b0, s30);
            s31 = a3.fma(b1, s31);
        }
        boolean add = start > 0;
        write(out0, column, s00, s01, add);
        if (count > 1) {
            write(out1, column, s10, s11, add);
        }
        if (count > 2) {
            write(out2, column, s20, s21, add);
        }
        if (count > 3) {
            write(out3, column, s30, s31, add);
        }
    }

    private static void write(double[] out, int column, DoubleVector low, DoubleVector high, boolean add) {
        DoubleVector v0 = low;
        DoubleVector v1 = high;
        if (add) {
            v0 = v0.add(DoubleVector.fromArray(SPECIES, out, column));
            v1 = v1.add(DoubleVector.fromArray(SPECIES, out, column + LANES));
        }
        v0.intoArray(out, column);
        v1.intoArray(out, column + LANES);
    }
}
