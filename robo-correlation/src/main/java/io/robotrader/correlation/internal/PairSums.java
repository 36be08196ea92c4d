package io.robotrader.correlation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sums behind every pair's coefficient, kept up to date a row at a time.
 *
 * <p>A row is folded in when it is complete and folded out when it leaves the window. The current row is not in the sums
 * but added to what is read of them, so that reading leaves no trace, not even in the last digit. The sums answer for pairs
 * of symbols that have the same observations throughout the window; {@link PairReading} tells what becomes of the others.
 *
 * <p>Each fold leaves a rounding error of the size of the sums' last place. So symbols are renewed in turn: a new level, and
 * all sums of their pairs added up afresh from the ring. A symbol's turn comes once in 16 x lookback rows. Adding up a
 * symbol costs symbols x lookback, so this comes to a sixteenth of symbols squared a row: less than the fold itself, and
 * never all at once.
 */
final class PairSums {
    private static final int TURNS_IN_WINDOWS = 16;

    private static final int NO_SLOT = -1;

    private final ReturnWindow window;
    private final List<SymbolSums> symbols = new ArrayList<>();
    private final ProductKernel kernel = ProductKernels.create();
    private Row in = new Row(0);
    private Row out = new Row(0);
    private long credit;
    private int nextTurn;

    /** A row that is being folded: where its returns began, and of those that began with most others the deviations. */
    private static final class Row {
        final long[] from;
        final double[] deviations;

        Row(int room) {
            from = new long[room];
            deviations = new double[room];
        }
    }

    PairSums(ReturnWindow window) {
        this.window = window;
    }

    int size() {
        return symbols.size();
    }

    SymbolSums symbol(int index) {
        return symbols.get(index);
    }

    /** Makes room for the symbol that the window was just given. */
    void addSymbol() {
        int index = symbols.size();
        symbols.add(new SymbolSums(index));
        if (index >= in.from.length) {
            in = new Row(index + (index >> 1) + 1);
            out = new Row(in.from.length);
        }
    }

    /** Takes the newest row in, and the oldest out if the next one will need its slot. */
    void turn() {
        boolean full = window.isFull();
        look(in, window.newestSlot(), 1);
        if (full) {
            look(out, window.oldestSlot(), -1);
        } else {
            Arrays.fill(out.from, SymbolReturns.ABSENT);
            Arrays.fill(out.deviations, 0);
        }
        for (int i = 1; i < symbols.size(); i++) {
            double a = in.deviations[i];
            double b = out.deviations[i];
            if (a != 0 || b != 0) {
                addProducts(symbols.get(i).products, i, a, in.deviations, -b, out.deviations);
            }
        }
        addOthers(in, window.newestSlot(), 1);
        if (full) {
            addOthers(out, window.oldestSlot(), -1);
        }
        credit += symbols.size();
        renewInTurn(full ? window.oldestSlot() : NO_SLOT);
    }

    /** Folds the symbols' own sums, and puts the deviations of the returns that began last in a row, with 0 for others. */
    private void look(Row row, int slot, int sign) {
        long latest = SymbolReturns.ABSENT;
        for (int i = 0; i < symbols.size(); i++) {
            row.from[i] = window.symbol(i).from()[slot];
            latest = Math.max(latest, row.from[i]);
        }
        for (int i = 0; i < symbols.size(); i++) {
            row.deviations[i] = 0;
            if (row.from[i] != SymbolReturns.ABSENT) {
                double deviation = deviation(i, slot);
                symbols.get(i).fold(deviation, sign);
                if (row.from[i] == latest) {
                    row.deviations[i] = deviation;
                    row.from[i] = SymbolReturns.ABSENT;
                }
            }
        }
    }

    private static void addProducts(double[] products, int end, double a, double[] in, double b, double[] out) {
        for (int j = 0; j < end; j++) {
            products[j] += a * in[j] + b * out[j];
        }
    }

    /** The products of the few returns that began earlier than the others of their row. */
    private void addOthers(Row row, int slot, int sign) {
        for (int i = 0; i < symbols.size(); i++) {
            if (row.from[i] != SymbolReturns.ABSENT) {
                double factor = sign * deviation(i, slot);
                for (int j = 0; j < i; j++) {
                    if (row.from[j] == row.from[i]) {
                        symbols.get(i).products[j] += factor * deviation(j, slot);
                    }
                }
            }
        }
    }

    private double deviation(int index, int slot) {
        SymbolSums symbol = symbols.get(index);
        double value = window.symbol(index).returns()[slot];
        if (Double.isNaN(symbol.level)) {
            symbol.level = value;
        }
        return value - symbol.level;
    }

    private void renewInTurn(int skippedSlot) {
        long price = (long) TURNS_IN_WINDOWS * window.lookback();
        while (credit >= price) {
            credit -= price;
            nextTurn %= symbols.size();
            symbols.get(nextTurn).addUp(window.symbol(nextTurn), window.rows(), skippedSlot);
            for (int other = 0; other < symbols.size(); other++) {
                if (other != nextTurn) {
                    addUpPair(Math.max(nextTurn, other), Math.min(nextTurn, other), skippedSlot);
                }
            }
            nextTurn++;
        }
    }

    /** Adds everything up afresh from the window's complete rows, which are all but the newest. */
    void addUpAll() {
        credit = 0;
        int size = symbols.size();
        boolean[] regular = window.regular(window.newestSlot());
        double[][] products = new double[size][];
        double[] column = new double[window.rows()];
        kernel.begin(size, window.rows());
        for (int i = 0; i < size; i++) {
            SymbolSums symbol = symbols.get(i);
            symbol.addUp(window.symbol(i), window.rows(), window.newestSlot());
            products[i] = symbol.products;
            for (int slot = 0; slot < column.length; slot++) {
                boolean counts = slot != window.newestSlot() && window.symbol(i).from()[slot] != SymbolReturns.ABSENT;
                column[slot] = counts ? window.symbol(i).returns()[slot] - symbol.level : 0;
            }
            kernel.put(i, column, 0, 0, 1);
        }
        kernel.products(products, 0, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                if (!regular[i] || !regular[j]) {
                    addUpPair(i, j, window.newestSlot());
                }
            }
        }
    }

    private void addUpPair(int later, int earlier, int skippedSlot) {
        SymbolSums x = symbols.get(later);
        SymbolSums y = symbols.get(earlier);
        long[] fromX = window.symbol(later).from();
        long[] fromY = window.symbol(earlier).from();
        double[] returnsX = window.symbol(later).returns();
        double[] returnsY = window.symbol(earlier).returns();
        double products = 0;
        for (int slot = 0; slot < window.rows(); slot++) {
            if (slot != skippedSlot && fromX[slot] == fromY[slot] && fromX[slot] != SymbolReturns.ABSENT) {
                products += (returnsX[slot] - x.level) * (returnsY[slot] - y.level);
            }
        }
        x.products[earlier] = products;
    }
}
