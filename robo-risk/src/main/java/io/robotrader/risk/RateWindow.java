package io.robotrader.risk;

import java.util.Arrays;

/** Counts what happened in the last minute, without a limit on how much that may be. Guarded by the gate's lock. */
final class RateWindow {

    private static final long MILLIS = 60_000;

    private long[] times = new long[16];
    private int first;
    private int size;

    void add(long now) {
        // Nobody may ever ask for the count, and what is over must not pile up for that.
        count(now);
        if (size == times.length) {
            times = ordered(times.length * 2);
            first = 0;
        }
        times[(first + size) % times.length] = now;
        size++;
    }

    int count(long now) {
        while (size > 0 && times[first] <= now - MILLIS) {
            first = (first + 1) % times.length;
            size--;
        }
        return size;
    }

    private long[] ordered(int capacity) {
        long[] copy = Arrays.copyOfRange(times, first, first + capacity);
        System.arraycopy(times, 0, copy, times.length - first, first);
        return copy;
    }
}
