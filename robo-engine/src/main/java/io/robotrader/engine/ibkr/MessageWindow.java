package io.robotrader.engine.ibkr;

/**
 * How many messages may go out in any second, wherever that second starts. Some of them are kept for orders, so that none
 * waits for data requests. Not thread-safe.
 */
final class MessageWindow {

    // One more than a second: a message on each end of a second that includes both would be one too many.
    private static final long SECOND = 1_000_000_001L;

    private final long[] sent;
    private int limit;
    private long count;

    MessageWindow(int limit) {
        this.limit = limit;
        sent = new long[limit];
    }

    /** How long to wait until one more may go out, in nanoseconds; 0 if it may at once. */
    long delay(long now, boolean ofOrder) {
        int allowed = ofOrder ? limit : Math.max(1, limit - reserve());
        if (count < allowed) {
            return 0;
        }
        long oldest = sent[(int) ((count - allowed) % sent.length)];
        return Math.max(0, oldest + SECOND - now);
    }

    private int reserve() {
        return limit / 5;
    }

    void sent(long now) {
        sent[(int) (count++ % sent.length)] = now;
    }

    /** The gateway has complained: half as many from now on. */
    void halve() {
        limit = Math.max(1, limit / 2);
    }

    int limit() {
        return limit;
    }
}
