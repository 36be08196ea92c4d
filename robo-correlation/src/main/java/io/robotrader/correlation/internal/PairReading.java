package io.robotrader.correlation.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One reading of all pairs: the sums and the current row, where they can be trusted, and the ring where they can not.
 *
 * <p>They can for two symbols that have the same observations throughout the window and whose spread is not small against
 * the largest sum since their last turn, as it is when a wild return has just left. Any other pair is worked out from the
 * ring: as exact as doubles are, and as slow as the window is long.
 */
final class PairReading {
    /** At a thousandth, some 1,000 folds cost three to four of the sixteen digits, and three more are lost to scale. */
    private static final double TRUSTED_SHARE = 1e-3;

    private final ReturnWindow window;
    private final PairSums sums;
    private final int minimum;
    private final int size;
    private final boolean[] regular;
    private final boolean[] trusted;

    /** By symbol, with the current row: its deviation there, the mean deviation, and one over the root of the spread. */
    private final double[] current;

    private final double[] mean;
    private final double[] scale;

    /** Copies from the ring, made when a pair needs them. */
    private final @Nullable SymbolReturns[] columns;

    private boolean allRegular = true;
    private boolean allTrusted = true;
    private int common;

    PairReading(ReturnWindow window, PairSums sums, int minimum) {
        this.window = window;
        this.sums = sums;
        this.minimum = minimum;
        size = sums.size();
        regular = new boolean[size];
        trusted = new boolean[size];
        current = new double[size];
        mean = new double[size];
        scale = new double[size];
        columns = new SymbolReturns[size];
        sums.settle();
        long[] from = window.from(window.newestSlot());
        long latest = window.latestFrom(window.newestSlot());
        for (int i = 0; i < size; i++) {
            regular[i] = sums.symbols().others[i] == 0 && from[i] == latest;
            if (regular[i]) {
                look(i, from[i] != ReturnWindow.ABSENT);
            }
            allRegular &= regular[i];
            allTrusted &= trusted[i];
        }
    }

    private void look(int i, boolean inCurrentRow) {
        SymbolSums symbols = sums.symbols();
        common = symbols.count[i] + (inCurrentRow ? 1 : 0);
        if (symbols.count[i] == 0) {
            return;
        }
        current[i] = inCurrentRow ? window.returns(window.newestSlot())[i] - symbols.level[i] : 0;
        double sum = symbols.sum[i] + current[i];
        double squares = symbols.squares[i] + current[i] * current[i];
        mean[i] = sum / common;
        double spread = squares - sum * mean[i];
        trusted[i] = spread >= TRUSTED_SHARE * Math.max(symbols.peak[i], squares)
                && !Pearson.isConstant(common, symbols.level[i] + mean[i], spread);
        scale[i] = 1 / Math.sqrt(spread);
    }

    PairTable table() {
        double[][] coefficients = new double[size][];
        for (int i = 0; i < size; i++) {
            coefficients[i] = new double[i + 1];
            if (trusted[i] && common >= minimum) {
                fill(coefficients[i], i, sums.products(i));
                coefficients[i][i] = 1;
            }
        }
        if (allTrusted && common >= minimum) {
            return new PairTable(coefficients, common);
        }
        int[][] observations = allRegular ? null : new int[size][];
        for (int i = 0; i < size; i++) {
            if (observations != null) {
                observations[i] = new int[i + 1];
                Arrays.fill(observations[i], common);
            }
            for (int j = 0; j <= i; j++) {
                int shared = common;
                if (observations != null && (!regular[i] || !regular[j])) {
                    shared = Pearson.shared(column(i), column(j));
                    observations[i][j] = shared;
                }
                if (shared < minimum) {
                    coefficients[i][j] = Double.NaN;
                } else if (!trusted[i] || !trusted[j]) {
                    coefficients[i][j] = Pearson.inTwoPasses(column(i), column(j));
                }
            }
            if (!Double.isNaN(coefficients[i][i])) {
                coefficients[i][i] = 1;
            }
        }
        return observations == null ? new PairTable(coefficients, common) : new PairTable(coefficients, observations);
    }

    private SymbolReturns column(int i) {
        SymbolReturns column = columns[i];
        if (column == null) {
            column = window.symbol(i);
            columns[i] = column;
        }
        return column;
    }

    private void fill(double[] row, int i, double[] products) {
        double ownCurrent = current[i];
        double ownSum = -mean[i] * common;
        double ownScale = scale[i];
        for (int j = 0; j < i; j++) {
            row[j] = (products[j] + ownCurrent * current[j] + ownSum * mean[j]) * (ownScale * scale[j]);
        }
    }
}
