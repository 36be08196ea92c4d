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
    private final SymbolSums symbols;

    /** By symbol with each one before it: the lower triangle by rows, so that a new symbol only adds a row. */
    private final List<double[]> products = new ArrayList<>();

    private final PendingRows pending = new PendingRows();
    private final ProductKernel kernel = ProductKernels.create();
    private double[] fresh = new double[0];
    private long credit;
    private int nextTurn;

    PairSums(ReturnWindow window) {
        this.window = window;
        symbols = new SymbolSums(window.lookback());
    }

    int size() {
        return products.size();
    }

    SymbolSums symbols() {
        return symbols;
    }

    /** A symbol's products with each symbol before it. */
    double[] products(int index) {
        return products.get(index);
    }

    /** Makes room for the symbol that the window was just given. */
    void addSymbol() {
        int index = products.size();
        products.add(new double[ProductKernel.rowLength(index)]);
        symbols.add(index);
        pending.makeRoom(index + 1);
    }

    /** Takes the newest row in, and the oldest out if the next one will need its slot. */
    void turn() {
        boolean full = window.isFull();
        double[] in = pending.in();
        double[] out = pending.out();
        boolean inMixed = symbols.fold(window, window.newestSlot(), 1, in);
        boolean outMixed = false;
        if (full) {
            outMixed = symbols.fold(window, window.oldestSlot(), -1, out);
        } else {
            Arrays.fill(out, 0);
        }
        if (pending.add() || inMixed || outMixed) {
            settle();
        }
        if (inMixed) {
            addOthers(window.newestSlot(), 1);
        }
        if (outMixed) {
            addOthers(window.oldestSlot(), -1);
        }
        credit += size();
        renewInTurn(full ? window.oldestSlot() : NO_SLOT);
    }

    /** Brings the products up to date. When that is done makes no difference to them. */
    void settle() {
        pending.addTo(products);
    }

    /** The products of the few returns that began earlier than the others of their row. */
    private void addOthers(int slot, int sign) {
        long[] from = window.from(slot);
        long latest = window.latestFrom(slot);
        for (int i = 0; i < size(); i++) {
            if (from[i] != ReturnWindow.ABSENT && from[i] != latest) {
                double factor = sign * deviation(i, slot);
                double[] row = products.get(i);
                for (int j = 0; j < i; j++) {
                    if (from[j] == from[i]) {
                        row[j] += factor * deviation(j, slot);
                    }
                }
            }
        }
    }

    private double deviation(int index, int slot) {
        return window.returns(slot)[index] - symbols.level[index];
    }

    private void renewInTurn(int skippedSlot) {
        long price = (long) TURNS_IN_WINDOWS * window.lookback();
        while (credit >= price) {
            settle();
            credit -= price;
            nextTurn %= size();
            symbols.addUp(window, nextTurn, skippedSlot);
            addUpPairs(nextTurn, skippedSlot);
            nextTurn++;
        }
    }

    /** Adds everything up afresh from the window's complete rows, which are all but the newest. */
    void addUpAll() {
        pending.clear();
        credit = 0;
        int skipped = window.newestSlot();
        symbols.countOthers(window, skipped);
        double[] column = new double[window.rows()];
        kernel.begin(size(), window.rows());
        for (int i = 0; i < size(); i++) {
            symbols.addUp(window, i, skipped);
            for (int slot = 0; slot < column.length; slot++) {
                boolean counts = slot != skipped && window.from(slot)[i] != ReturnWindow.ABSENT;
                column[slot] = counts ? deviation(i, slot) : 0;
            }
            kernel.put(i, column, 0, 0, 1);
        }
        kernel.products(products.toArray(new double[0][]), 0, size());
        for (int i = 0; i < size(); i++) {
            if (symbols.others[i] > 0) {
                addUpPairs(i, skipped);
            }
        }
    }

    /** Adds a symbol's products with all others up afresh, row by row of the ring. */
    private void addUpPairs(int symbol, int skippedSlot) {
        if (fresh.length < size()) {
            fresh = new double[size() + (size() >> 1)];
        }
        Arrays.fill(fresh, 0);
        for (int slot = 0; slot < window.rows(); slot++) {
            if (slot != skippedSlot && window.from(slot)[symbol] != ReturnWindow.ABSENT) {
                addUpRow(symbol, slot);
            }
        }
        System.arraycopy(fresh, 0, products.get(symbol), 0, symbol);
        for (int other = symbol + 1; other < size(); other++) {
            products.get(other)[symbol] = fresh[other];
        }
    }

    private void addUpRow(int symbol, int slot) {
        double deviation = deviation(symbol, slot);
        if (symbols.isWhole(slot)) {
            addUpWholeRow(fresh, size(), deviation, window.returns(slot), symbols.level);
            return;
        }
        long[] from = window.from(slot);
        for (int j = 0; j < size(); j++) {
            if (from[j] == from[symbol]) {
                fresh[j] += deviation * deviation(j, slot);
            }
        }
    }

    private static void addUpWholeRow(double[] sums, int end, double deviation, double[] returns, double[] level) {
        for (int j = 0; j < end; j++) {
            sums[j] += deviation * (returns[j] - level[j]);
        }
    }
}
