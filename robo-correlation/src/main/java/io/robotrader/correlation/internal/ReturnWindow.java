package io.robotrader.correlation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The last rows of returns, in a ring: a row is a time at which at least one price came.
 *
 * <p>Until the ring is full its rows fill the slots from 0 on; then the newest takes the slot of the oldest.
 */
final class ReturnWindow {
    private final List<SymbolReturns> symbols = new ArrayList<>();
    private final long[] times;
    private int rows;
    private int newest = -1;

    ReturnWindow(int lookback) {
        times = new long[lookback];
    }

    int addSymbol() {
        symbols.add(new SymbolReturns(times.length));
        return symbols.size() - 1;
    }

    SymbolReturns symbol(int index) {
        return symbols.get(index);
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
        for (SymbolReturns symbol : symbols) {
            symbol.clear(newest);
        }
    }

    void putInNewestRow(int symbol, double price) {
        symbols.get(symbol).append(newest, times[newest], price);
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
            symbols.get(symbol).append(slot, newTimes[i], prices[i]);
        }
    }

    private void layOut(long[] ordered) {
        int[] newSlots = new int[rows];
        for (int slot = 0; slot < rows; slot++) {
            newSlots[slot] = Arrays.binarySearch(ordered, times[slot]);
        }
        for (SymbolReturns symbol : symbols) {
            symbol.move(newSlots);
        }
        System.arraycopy(ordered, 0, times, 0, ordered.length);
        rows = ordered.length;
        newest = rows - 1;
    }

    /**
     * By symbol whether it has all of the returns that began last in their rows, so that any two of those share them all.
     *
     * @param skippedSlot not looked at; negative to look at all
     */
    boolean[] regular(int skippedSlot) {
        long[] latest = new long[rows];
        Arrays.fill(latest, SymbolReturns.ABSENT);
        for (SymbolReturns symbol : symbols) {
            long[] from = symbol.from();
            for (int slot = 0; slot < rows; slot++) {
                latest[slot] = Math.max(latest[slot], from[slot]);
            }
        }
        boolean[] regular = new boolean[symbols.size()];
        for (int i = 0; i < regular.length; i++) {
            long[] from = symbols.get(i).from();
            regular[i] = true;
            for (int slot = 0; slot < rows; slot++) {
                regular[i] &= from[slot] == latest[slot] || slot == skippedSlot;
            }
        }
        return regular;
    }

    /** How many of the rows, from the oldest on, are at or before a time. */
    int rowsUntil(long time) {
        int position = Arrays.binarySearch(timesInOrder(), time);
        return position < 0 ? -position - 1 : position + 1;
    }

    /** The oldest rows, so many of them, as a table. */
    ReturnTable table(int count) {
        double[][] returns = new double[symbols.size()][count];
        long[][] begins = new long[symbols.size()][count];
        for (int i = 0; i < symbols.size(); i++) {
            SymbolReturns symbol = symbols.get(i);
            for (int t = 0; t < count; t++) {
                int slot = (oldestSlot() + t) % times.length;
                long from = symbol.from()[slot];
                returns[i][t] = from == SymbolReturns.ABSENT ? Double.NaN : symbol.returns()[slot];
                begins[i][t] = from;
            }
        }
        return new ReturnTable(returns, begins, 0);
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
