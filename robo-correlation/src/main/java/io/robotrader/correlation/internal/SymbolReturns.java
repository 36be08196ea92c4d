package io.robotrader.correlation.internal;

import java.util.Arrays;

/**
 * One symbol's column of the ring: at each slot its return and the time at which that return began.
 *
 * <p>Columns rather than rows, so that a symbol that comes late is one more array and moves nothing.
 */
final class SymbolReturns {
    /** Stands in {@link #from} where there is no return. No time that passes the door has this value. */
    static final long ABSENT = Long.MIN_VALUE;

    private double[] returns;
    private long[] from;
    private double lastPrice;
    private long lastTime = ABSENT;

    SymbolReturns(int lookback) {
        returns = new double[lookback];
        from = new long[lookback];
        Arrays.fill(from, ABSENT);
    }

    /** The returns by slot; 0 where {@link #from} is {@link #ABSENT}. Not a copy. */
    double[] returns() {
        return returns;
    }

    /** By slot the time of the price that the return began at, or {@link #ABSENT}. Not a copy. */
    long[] from() {
        return from;
    }

    /** The price last taken; 0 before the first. */
    double lastPrice() {
        return lastPrice;
    }

    /** The time of the price last taken; {@link #ABSENT} before the first. */
    long lastTime() {
        return lastTime;
    }

    /** Takes the next price; its return is kept at the slot, or nowhere if the slot is negative. */
    void append(int slot, long time, double price) {
        if (slot >= 0 && lastTime != ABSENT) {
            returns[slot] = price / lastPrice - 1;
            from[slot] = lastTime;
        }
        lastPrice = price;
        lastTime = time;
    }

    void clear(int slot) {
        returns[slot] = 0;
        from[slot] = ABSENT;
    }

    /** Moves every return to the slot that the array names for its old one; a negative one drops it. */
    void move(int[] newSlots) {
        double[] movedReturns = new double[returns.length];
        long[] movedFrom = new long[from.length];
        Arrays.fill(movedFrom, ABSENT);
        for (int slot = 0; slot < newSlots.length; slot++) {
            int target = newSlots[slot];
            if (target >= 0) {
                movedReturns[target] = returns[slot];
                movedFrom[target] = from[slot];
            }
        }
        returns = movedReturns;
        from = movedFrom;
    }
}
