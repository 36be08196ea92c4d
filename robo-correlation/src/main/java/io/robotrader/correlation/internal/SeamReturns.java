package io.robotrader.correlation.internal;

/**
 * A return a symbol, each with the times at which it began and ended; NaN where there is none.
 *
 * @param returns by symbol
 * @param from by symbol
 * @param to by symbol
 */
@SuppressWarnings("ArrayRecordComponent") // made, read and dropped within one call, never compared
public record SeamReturns(double[] returns, long[] from, long[] to) {
    /**
     * Leaves out what ended too early.
     *
     * @param time the earliest end of a return that counts
     * @return this one
     */
    public SeamReturns since(long time) {
        for (int i = 0; i < returns.length; i++) {
            if (to[i] < time) {
                returns[i] = Double.NaN;
            }
        }
        return this;
    }

    boolean isShared(int i, int j) {
        return from[i] == from[j] && to[i] == to[j];
    }
}
