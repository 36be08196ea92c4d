package io.robotrader.correlation.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The correlations of a whole table of returns at once: symbols without a gap by the kernel, the others pair by pair.
 *
 * <p>Keeps the kernel's room from call to call. Not thread-safe.
 */
public final class TableCorrelation {
    private final ProductKernel kernel = ProductKernels.create();

    /** One with the room for nothing yet. */
    public TableCorrelation() {}

    /**
     * Works out the table.
     *
     * @param table by symbol its returns, all of the same length; NaN where one is absent, else at most 1e100 in size
     * @param minimum how many observations a pair needs, at least 2
     * @param threads how many threads work at it, this one included
     * @return a table of its own
     */
    public PairTable correlate(ReturnTable table, int minimum, int threads) {
        int size = table.size();
        double[][] coefficients = new double[size][];
        for (int i = 0; i < size; i++) {
            coefficients[i] = new double[ProductKernel.rowLength(i)];
        }
        int observations = table.observations();
        boolean[] gaps = new boolean[size];
        boolean[] still = new boolean[size];
        int gapped = 0;
        kernel.begin(size, observations);
        for (int i = 0; i < size; i++) {
            gaps[i] = table.hasGap(i);
            gapped += gaps[i] ? 1 : 0;
            still[i] = !gaps[i] && !put(i, table);
            if (gaps[i]) {
                kernel.put(i, table.column(i), table.first(), 0, 0);
            }
        }
        if (gapped < size && observations >= minimum) {
            inThreads(coefficients, threads);
        }
        if (gapped > 0) {
            return pairByPair(table, minimum, coefficients, gaps, still);
        }
        finish(coefficients, still, observations < minimum);
        return new PairTable(coefficients, observations);
    }

    /** Whether the symbol varies. */
    private boolean put(int symbol, ReturnTable table) {
        double mean = table.mean(symbol);
        double squares = table.squares(symbol, mean);
        boolean varies = !Pearson.isConstant(table.observations(), mean, squares);
        kernel.put(symbol, table.column(symbol), table.first(), mean, varies ? 1 / Math.sqrt(squares) : 0);
        return varies;
    }

    private static void finish(double[][] coefficients, boolean[] still, boolean tooFew) {
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i][i] = still[i] || tooFew ? Double.NaN : 1;
        }
        for (int i = 0; i < coefficients.length; i++) {
            for (int j = 0; j < i; j++) {
                if (tooFew || still[i] || still[j]) {
                    coefficients[i][j] = Double.NaN;
                }
            }
        }
    }

    private static PairTable pairByPair(
            ReturnTable table, int minimum, double[][] coefficients, boolean[] gaps, boolean[] still) {
        int[][] observations = new int[coefficients.length][];
        finish(coefficients, still, table.observations() < minimum);
        for (int i = 0; i < coefficients.length; i++) {
            observations[i] = new int[i + 1];
            for (int j = 0; j <= i; j++) {
                if (gaps[i] || gaps[j]) {
                    observations[i][j] = table.shared(i, j);
                    coefficients[i][j] = observations[i][j] < minimum ? Double.NaN : table.coefficient(i, j);
                } else {
                    observations[i][j] = table.observations();
                }
            }
        }
        return new PairTable(coefficients, observations);
    }

    /** Parts of rows with about as many cells each: the first rows are short. */
    private void inThreads(double[][] out, int threads) {
        List<Thread> others = new ArrayList<>();
        int from = 0;
        for (int part = 1; part <= threads; part++) {
            int end = part == threads
                    ? out.length
                    : (int) (out.length * Math.sqrt((double) part / threads)) / ProductKernel.STEP * ProductKernel.STEP;
            int start = from;
            if (part == threads) {
                kernel.products(out, start, end);
            } else if (end > start) {
                Thread thread = new Thread(() -> kernel.products(out, start, end), "correlation-" + part);
                thread.start();
                others.add(thread);
                from = end;
            }
        }
        boolean interrupted = false;
        for (Thread thread : others) {
            interrupted |= joinFully(thread);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean joinFully(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }
}
