package io.robotrader.correlation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sums behind every pair's coefficient, kept up to date a row at a time.
 *
 * <p>A row is folded in when it is complete and folded out when it leaves the window. The current row is not in the sums
 * but added to what is read of them, so that reading leaves no trace, not even in the last digit. Each fold leaves a
 * rounding error of the size of the sums' last place. Two things keep that out of the answers:
 *
 * <ul>
 *   <li>Symbols are renewed in turn: a new level, and all sums of their pairs added up afresh from the ring. A symbol's
 *       turn comes once in 8 x lookback folds, that is about four times the window's length. Adding up a symbol costs
 *       symbols x lookback, so this comes to an eighth of symbols squared a fold: less than the fold itself, and never
 *       all at once.
 *   <li>Where a pair's spread is small against the largest sum since its symbols' last turn, as when a wild return has
 *       just left or only the other symbols share it, the sums are not asked: that pair is worked out from the ring.
 * </ul>
 */
final class PairSums {
    private static final int TURNS_IN_WINDOWS = 8;

    private static final int NO_SLOT = -1;

    /** At a thousandth, some 1,000 folds cost three to four of the sixteen digits, and three more are lost to scale. */
    private static final double TRUSTED_SHARE = 1e-3;

    private final ReturnWindow window;
    private final List<SymbolSums> symbols = new ArrayList<>();
    private long[] rowFrom = new long[0];
    private double[] rowDeviations = new double[0];
    private long[] currentFrom = new long[0];
    private double[] currentDeviations = new double[0];
    private long credit;
    private int nextTurn;

    PairSums(ReturnWindow window) {
        this.window = window;
    }

    int size() {
        return symbols.size();
    }

    /** Makes room for the symbol that the window was just given. */
    void addSymbol() {
        int index = symbols.size();
        for (SymbolSums symbol : symbols) {
            symbol.meet(index);
        }
        symbols.add(new SymbolSums(index));
        if (index >= rowFrom.length) {
            rowFrom = new long[index + (index >> 1) + 1];
            rowDeviations = new double[rowFrom.length];
            currentFrom = new long[rowFrom.length];
            currentDeviations = new double[rowFrom.length];
        }
    }

    /** Takes the row at a slot in (sign 1) or out (sign -1). */
    void fold(int slot, int sign) {
        for (int i = 0; i < symbols.size(); i++) {
            rowFrom[i] = window.symbol(i).from()[slot];
        }
        for (int i = 0; i < symbols.size(); i++) {
            if (rowFrom[i] != SymbolReturns.ABSENT) {
                foldReturnsFrom(rowFrom[i], slot, sign);
            }
        }
        credit += symbols.size();
    }

    /** Folds those returns of a row that began at one time, and strikes them off the list. Mostly, that is all of them. */
    private void foldReturnsFrom(long from, int slot, int sign) {
        int size = symbols.size();
        int[] members = new int[size];
        int[] others = new int[size];
        int count = 0;
        Arrays.fill(rowDeviations, 0, size, 0);
        for (int i = 0; i < size; i++) {
            if (rowFrom[i] == from) {
                members[count++] = i;
                rowDeviations[i] = deviation(i, slot);
                rowFrom[i] = SymbolReturns.ABSENT;
            } else {
                others[i - count] = i;
            }
        }
        for (int m = 0; m < count; m++) {
            SymbolSums symbol = symbols.get(members[m]);
            double deviation = rowDeviations[members[m]];
            symbol.fold(deviation, sign);
            addProducts(symbol.products, sign * deviation, rowDeviations);
            for (int o = 0; o < size - count; o++) {
                symbol.foldUnshared(others[o], deviation, sign);
            }
        }
    }

    private static void addProducts(double[] products, double factor, double[] deviations) {
        for (int j = 0; j < products.length; j++) {
            products[j] += factor * deviations[j];
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

    /** Renews the symbols whose turn it is. To be called only while all of the window's rows are folded in. */
    void renewInTurn() {
        long price = (long) TURNS_IN_WINDOWS * window.lookback();
        while (credit >= price) {
            credit -= price;
            nextTurn %= symbols.size();
            renew(nextTurn);
            nextTurn++;
        }
    }

    private void renew(int index) {
        symbols.get(index).addUp(window.symbol(index), window.rows(), NO_SLOT);
        for (int other = 0; other < symbols.size(); other++) {
            if (other != index) {
                addUpPair(Math.max(index, other), Math.min(index, other), NO_SLOT);
            }
        }
    }

    /** Adds everything up afresh from the window's complete rows, which are all but the newest. */
    void addUpAll() {
        credit = 0;
        for (int i = 0; i < symbols.size(); i++) {
            symbols.get(i).addUp(window.symbol(i), window.rows(), window.newestSlot());
            for (int j = 0; j < i; j++) {
                addUpPair(i, j, window.newestSlot());
            }
        }
    }

    private void addUpPair(int later, int earlier, int skippedSlot) {
        SymbolSums x = symbols.get(later);
        SymbolSums y = symbols.get(earlier);
        x.unsharedCount[earlier] = 0;
        x.unsharedSum[earlier] = 0;
        x.unsharedSquares[earlier] = 0;
        y.unsharedCount[later] = 0;
        y.unsharedSum[later] = 0;
        y.unsharedSquares[later] = 0;
        long[] fromX = window.symbol(later).from();
        long[] fromY = window.symbol(earlier).from();
        double[] returnsX = window.symbol(later).returns();
        double[] returnsY = window.symbol(earlier).returns();
        double products = 0;
        for (int slot = 0; slot < window.rows(); slot++) {
            if (slot == skippedSlot) {
                continue;
            }
            if (fromX[slot] == fromY[slot]) {
                if (fromX[slot] != SymbolReturns.ABSENT) {
                    products += (returnsX[slot] - x.level) * (returnsY[slot] - y.level);
                }
            } else {
                if (fromX[slot] != SymbolReturns.ABSENT) {
                    x.foldUnshared(earlier, returnsX[slot] - x.level, 1);
                }
                if (fromY[slot] != SymbolReturns.ABSENT) {
                    y.foldUnshared(later, returnsY[slot] - y.level, 1);
                }
            }
        }
        x.products[earlier] = products;
    }

    /** Looks at the current row. To be called before anything is read, and again after a change. */
    void beginReading() {
        for (int i = 0; i < symbols.size(); i++) {
            currentFrom[i] = window.symbol(i).from()[window.newestSlot()];
            currentDeviations[i] = window.symbol(i).returns()[window.newestSlot()] - symbols.get(i).level;
        }
    }

    private boolean isSharedInCurrentRow(int i, int j) {
        return currentFrom[i] != SymbolReturns.ABSENT && currentFrom[i] == currentFrom[j];
    }

    /** How many observations two symbols share, or a symbol has. */
    int observations(int i, int j) {
        SymbolSums symbol = symbols.get(i);
        return (i == j ? symbol.count : symbol.sharedCount(j)) + (isSharedInCurrentRow(i, j) ? 1 : 0);
    }

    /** The coefficient of two symbols, the one that came later first, that share two observations; NaN if one is still. */
    double coefficient(int later, int earlier) {
        SymbolSums x = symbols.get(later);
        SymbolSums y = symbols.get(earlier);
        int n = x.sharedCount(earlier);
        double sumX = x.sum;
        double squaresX = x.squares;
        if (n < x.count) {
            sumX -= x.unsharedSum[earlier];
            squaresX -= x.unsharedSquares[earlier];
        }
        double sumY = y.sum;
        double squaresY = y.squares;
        if (n < y.count) {
            sumY -= y.unsharedSum[later];
            squaresY -= y.unsharedSquares[later];
        }
        double products = x.products[earlier];
        if (isSharedInCurrentRow(later, earlier)) {
            double deviationX = currentDeviations[later];
            double deviationY = currentDeviations[earlier];
            n++;
            sumX += deviationX;
            sumY += deviationY;
            squaresX += deviationX * deviationX;
            squaresY += deviationY * deviationY;
            products += deviationX * deviationY;
        }
        double meanX = sumX / n;
        double meanY = sumY / n;
        double spreadX = squaresX - sumX * meanX;
        double spreadY = squaresY - sumY * meanY;
        if (spreadX < TRUSTED_SHARE * Math.max(x.peak, squaresX)
                || spreadY < TRUSTED_SHARE * Math.max(y.peak, squaresY)) {
            return Pearson.inTwoPasses(window.symbol(later), window.symbol(earlier), window.rows());
        }
        return Pearson.coefficient(n, x.level + meanX, y.level + meanY, spreadX, spreadY, products - sumX * meanY);
    }
}
