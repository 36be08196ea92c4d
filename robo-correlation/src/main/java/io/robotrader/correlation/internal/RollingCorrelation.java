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

    /**
     * Whether a history came, so that the sums must be added up afresh before they are used. That happens at the next
     * bar or reading, with the same result at either: who reads when must not show in the numbers.
     */
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
        return window.lastTime(symbol);
    }

    /**
     * A symbol's last price.
     *
     * @param symbol its index
     * @return the price, 0 before the first
     */
    public double lastPrice(int symbol) {
        return window.lastPrice(symbol);
    }

    /**
     * Takes a price into the newest row, or begins a row with it.
     *
     * @param symbol its index, without a price in that row
     * @param time the newest row's or later
     * @param price finite and above 0
     */
    public void put(int symbol, long time, double price) {
        if (isEmpty()) {
            window.open(time);
        } else if (time > window.newestTime()) {
            freshen();
            sums.turn();
            window.open(time);
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
        }
        for (int i = older; i < times.length; i++) {
            if (isEmpty() || times[i] > window.newestTime()) {
                window.open(times[i]);
            }
            window.putInNewestRow(symbol, prices[i]);
        }
        stale = true;
    }

    /**
     * How many rows there are.
     *
     * @return from 0 to the look-back
     */
    public int rows() {
        return window.rows();
    }

    /**
     * The time of a row.
     *
     * @param row from 0, the oldest
     * @return nanoseconds since the epoch
     */
    public long time(int row) {
        return window.time(slot(row));
    }

    /**
     * A return of a symbol.
     *
     * @param symbol its index
     * @param row from 0, the oldest
     * @return NaN if there is none
     */
    public double returned(int symbol, int row) {
        return from(symbol, row) == ReturnWindow.ABSENT ? Double.NaN : window.returns(slot(row))[symbol];
    }

    /**
     * When a return of a symbol began.
     *
     * @param symbol its index
     * @param row from 0, the oldest
     * @return nanoseconds since the epoch; {@link Long#MIN_VALUE} if there is no return
     */
    public long from(int symbol, int row) {
        return window.from(slot(row))[symbol];
    }

    private int slot(int row) {
        return (window.oldestSlot() + row) % window.lookback();
    }

    /**
     * What is known now.
     *
     * @param minimum how many observations a pair needs for its coefficient to be known, at least 2
     * @return a table of its own, that later prices do not change
     */
    public PairTable read(int minimum) {
        if (isEmpty()) {
            return new PairTable(new double[0][], 0);
        }
        freshen();
        return new PairReading(window, sums, minimum).table();
    }

    /**
     * The time of the oldest row that is kept; there must be one.
     *
     * @return nanoseconds since the epoch
     */
    public long oldestTime() {
        return window.timesInOrder()[0];
    }

    /**
     * The time of the last row at or before a time.
     *
     * @param time not before the oldest row
     * @return nanoseconds since the epoch
     */
    public long lastRowUntil(long time) {
        return window.timesInOrder()[window.rowsUntil(time) - 1];
    }

    /**
     * What the rows until a time tell, worked out from the returns.
     *
     * @param time not before the oldest row
     * @param minimum how many observations a pair needs for its coefficient to be known, at least 2
     * @return a table of its own
     */
    public PairTable readUntil(long time, int minimum) {
        return new TableCorrelation().correlate(window.table(window.rowsUntil(time)), minimum, 1);
    }

    private void freshen() {
        if (stale) {
            sums.addUpAll();
            stale = false;
        }
    }
}
