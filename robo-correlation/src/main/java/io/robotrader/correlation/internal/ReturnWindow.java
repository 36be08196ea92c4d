package io.robotrader.correlation.internal;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The last rows of returns, in a ring: a row is a time at which at least one price came.
 *
 * <p>Until the ring is full its rows fill the slots from 0 on; then the newest takes the slot of the oldest. A row lies
 * together, as a bar touches two of them from end to end, and no others.
 */
final class ReturnWindow {
    /** Stands in {@link #from} where there is no return. No time that passes the door has this value. */
    static final long ABSENT = Long.MIN_VALUE;

    private final long[] times;
    private final double[][] returns;
    private final long[][] from;
    private double[] lastPrices = new double[0];
    private long[] lastTimes = new long[0];
    private int size;
    private int rows;
    private int newest = -1;

    ReturnWindow(int lookback) {
        times = new long[lookback];
        returns = new double[lookback][0];
        from = new long[lookback][0];
    }

    int addSymbol() {
        if (size == lastPrices.length) {
            int room = size + (size >> 1) + 4;
            lastPrices = Arrays.copyOf(lastPrices, room);
            lastTimes = grown(lastTimes, room);
            for (int slot = 0; slot < times.length; slot++) {
                returns[slot] = Arrays.copyOf(returns[slot], room);
                from[slot] = grown(from[slot], room);
            }
        }
        return size++;
    }

    private static long[] grown(long[] values, int room) {
        long[] grown = Arrays.copyOf(values, room);
        Arrays.fill(grown, values.length, room, ABSENT);
        return grown;
    }

    /** How many symbols there are; the arrays of a row may be longer. */
    int size() {
        return size;
    }

    /** A row's returns by symbol; 0 where {@link #from} is {@link #ABSENT}. Not a copy. */
    double[] returns(int slot) {
        return returns[slot];
    }

    /** By symbol the time of the price that its return in a row began at, or {@link #ABSENT}. Not a copy. */
    long[] from(int slot) {
        return from[slot];
    }

    /** The latest time at which a return of a row began; {@link #ABSENT} if it has none. */
    long latestFrom(int slot) {
        long[] row = from[slot];
        long latest = ABSENT;
        for (int i = 0; i < size; i++) {
            latest = Math.max(latest, row[i]);
        }
        return latest;
    }

    /** One symbol's returns in all slots that are in use. */
    SymbolReturns symbol(int index) {
        double[] column = new double[rows];
        long[] begins = new long[rows];
        for (int slot = 0; slot < rows; slot++) {
            column[slot] = returns[slot][index];
            begins[slot] = from[slot][index];
        }
        return new SymbolReturns(column, begins);
    }

    /** The price last taken; 0 before the first. */
    double lastPrice(int symbol) {
        return lastPrices[symbol];
    }

    /** The time of the price last taken; {@link #ABSENT} before the first. */
    long lastTime(int symbol) {
        return lastTimes[symbol];
    }

    int lookback() {
        return times.length;
    }

    /** How many slots are in use: those from 0 up to it. */
    int rows() {
        return rows;
    }

    boolean isFull() {
        return rows == times.length;
    }

    int newestSlot() {
        return newest;
    }

    int oldestSlot() {
        return isFull() ? (newest + 1) % times.length : 0;
    }

    /** The time of the newest row; there must be one. */
    long newestTime() {
        return times[newest];
    }

    long time(int slot) {
        return times[slot];
    }

    /** Begins a row later than all others; the oldest gives way when there is no room. */
    void open(long time) {
        newest = (newest + 1) % times.length;
        times[newest] = time;
        rows = Math.min(rows + 1, times.length);
        Arrays.fill(returns[newest], 0);
        Arrays.fill(from[newest], ABSENT);
    }

    void putInNewestRow(int symbol, double price) {
        append(symbol, newest, times[newest], price);
    }

    /** Takes a symbol's next price; its return is kept at the slot, or nowhere if the slot is negative. */
    private void append(int symbol, int slot, long time, double price) {
        if (slot >= 0 && lastTimes[symbol] != ABSENT) {
            returns[slot][symbol] = price / lastPrices[symbol] - 1;
            from[slot][symbol] = lastTimes[symbol];
        }
        lastPrices[symbol] = price;
        lastTimes[symbol] = time;
    }

    /**
     * Lays a symbol's prices among the rows that are there, and makes rows for times that are not. The window holds then
     * what it would if all had come in time order: whatever is among the last rows of the whole is among the last rows of
     * each part, so nothing that counts had been dropped.
     */
    void merge(int symbol, long[] newTimes, double[] prices) {
        long[] before = timesInOrder();
        long[] all = LongStream.concat(Arrays.stream(before), Arrays.stream(newTimes))
                .sorted()
                .distinct()
                .toArray();
        long[] after = Arrays.copyOfRange(all, Math.max(0, all.length - times.length), all.length);
        if (!Arrays.equals(before, after)) {
            layOut(after);
        }
        for (int i = 0; i < newTimes.length; i++) {
            int position = Arrays.binarySearch(after, newTimes[i]);
            int slot = position < 0 ? -1 : (oldestSlot() + position) % times.length;
            append(symbol, slot, newTimes[i], prices[i]);
        }
    }

    /** Moves every row to where its time is now; what is not among the times is dropped, and a time without a row gets one. */
    private void layOut(long[] ordered) {
        double[][] oldReturns = returns.clone();
        long[][] oldFrom = from.clone();
        int[] oldSlots = new int[ordered.length];
        Arrays.fill(oldSlots, -1);
        for (int slot = 0; slot < rows; slot++) {
            int position = Arrays.binarySearch(ordered, times[slot]);
            if (position >= 0) {
                oldSlots[position] = slot;
            }
        }
        for (int slot = 0; slot < ordered.length; slot++) {
            boolean kept = oldSlots[slot] >= 0;
            returns[slot] = kept ? oldReturns[oldSlots[slot]] : new double[lastPrices.length];
            from[slot] = kept ? oldFrom[oldSlots[slot]] : grown(new long[0], lastPrices.length);
        }
        // The slots that are not in use yet must not share a row with those that are.
        for (int slot = ordered.length; slot < times.length; slot++) {
            returns[slot] = new double[lastPrices.length];
            from[slot] = grown(new long[0], lastPrices.length);
        }
        System.arraycopy(ordered, 0, times, 0, ordered.length);
        rows = ordered.length;
        newest = rows - 1;
    }

    /** How many of the rows, from the oldest on, are at or before a time. */
    int rowsUntil(long time) {
        int position = Arrays.binarySearch(timesInOrder(), time);
        return position < 0 ? -position - 1 : position + 1;
    }

    /** The oldest rows, so many of them, as a table. */
    ReturnTable table(int count) {
        double[][] columns = new double[size][count];
        long[][] begins = new long[size][count];
        for (int t = 0; t < count; t++) {
            int slot = (oldestSlot() + t) % times.length;
            for (int i = 0; i < size; i++) {
                columns[i][t] = from[slot][i] == ABSENT ? Double.NaN : returns[slot][i];
                begins[i][t] = from[slot][i];
            }
        }
        return new ReturnTable(columns, begins, 0);
    }

    long[] timesInOrder() {
        long[] ordered = new long[rows];
        int oldest = oldestSlot();
        for (int i = 0; i < rows; i++) {
            ordered[i] = times[(oldest + i) % times.length];
        }
        return ordered;
    }
}
