package io.robotrader.correlation.internal;

import java.util.Arrays;

/**
 * Correlations of the last rows, by symbol index. Trusts its caller: times, prices and indexes were checked before.
 *
 * <p>Times are nanoseconds since the epoch. Not thread-safe.
 */
public final class RollingCorrelation {
    private final ReturnWindow window;
    private final PairSums sums;

    /** Whether the newest row is in the sums. */
    private boolean settled = true;

    /** Whether rows were laid among older ones, so that the sums must be added up afresh before they are read. */
    private boolean stale;

    /**
     * An empty window.
     *
     * @param lookback how many rows it holds, at least 2
     */
    public RollingCorrelation(int lookback) {
        window = new ReturnWindow(lookback);
        sums = new PairSums(window);
    }

    /**
     * Makes room for another symbol.
     *
     * @return its index; they count up from 0
     */
    public int addSymbol() {
        int index = window.addSymbol();
        sums.addSymbol();
        return index;
    }

    /**
     * Whether no row was begun yet.
     *
     * @return true before the first price
     */
    public boolean isEmpty() {
        return window.rows() == 0;
    }

    /**
     * The time of the newest row; there must be one.
     *
     * @return nanoseconds since the epoch
     */
    public long newestTime() {
        return window.newestTime();
    }

    /**
     * The time of a symbol's last price.
     *
     * @param symbol its index
     * @return nanoseconds since the epoch, {@link Long#MIN_VALUE} before the first price
     */
    public long lastTime(int symbol) {
        return window.symbol(symbol).lastTime();
    }

    /**
     * A symbol's last price.
     *
     * @param symbol its index
     * @return the price, 0 before the first
     */
    public double lastPrice(int symbol) {
        return window.symbol(symbol).lastPrice();
    }

    /**
     * Takes a price into the newest row, or begins a row with it.
     *
     * @param symbol its index, without a price in that row
     * @param time the newest row's or later
     * @param price finite and above 0
     */
    public void put(int symbol, long time, double price) {
        if (isEmpty() || time > window.newestTime()) {
            open(time);
        } else {
            unsettle();
        }
        window.putInNewestRow(symbol, price);
    }

    /**
     * Takes a symbol's history: what is older than the newest row is laid among the rows, the rest is put behind.
     *
     * @param symbol its index, without a price at or after the first of the times
     * @param times ascending, at least one
     * @param prices finite and above 0, one a time
     */
    public void putSeries(int symbol, long[] times, double[] prices) {
        int older = 0;
        while (!isEmpty() && older < times.length && times[older] < window.newestTime()) {
            older++;
        }
        if (older > 0) {
            window.merge(symbol, Arrays.copyOf(times, older), Arrays.copyOf(prices, older));
            stale = true;
        }
        for (int i = older; i < times.length; i++) {
            put(symbol, times[i], prices[i]);
        }
    }

    /** Brings the sums up to the newest row as it stands. To be called before a coefficient or a count is read. */
    public void settle() {
        if (stale) {
            sums.addUpAll();
            stale = false;
            settled = true;
        } else {
            include();
        }
    }

    /**
     * How many returns two symbols have over the same intervals.
     *
     * @param i an index
     * @param j another, or the same for all returns of the symbol
     * @return from 0 to the look-back
     */
    public int observations(int i, int j) {
        return i == j ? sums.observations(i) : sums.observations(i, j);
    }

    /**
     * Pearson's coefficient of two symbols.
     *
     * @param i an index
     * @param j another, or the same
     * @return from -1 to 1, 1 for a symbol with itself; NaN if either does not vary over the returns that they share
     */
    public double coefficient(int i, int j) {
        if (i != j) {
            return sums.coefficient(i, j);
        }
        double itself = Pearson.inTwoPasses(window.symbol(i), window.symbol(i), window.rows());
        return Double.isNaN(itself) ? itself : 1;
    }

    private void open(long time) {
        if (!stale) {
            include();
            if (window.isFull()) {
                sums.fold(window.oldestSlot(), -1);
            }
        }
        window.open(time);
        settled = false;
    }

    private void include() {
        if (!settled) {
            sums.fold(window.newestSlot(), 1);
            sums.renewInTurn();
            settled = true;
        }
    }

    /** A late price changes the newest row: take the row out before it does. */
    private void unsettle() {
        if (settled && !stale) {
            sums.fold(window.newestSlot(), -1);
            settled = false;
        }
    }
}
