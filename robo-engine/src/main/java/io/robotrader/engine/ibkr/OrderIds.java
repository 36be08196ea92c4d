package io.robotrader.engine.ibkr;

/**
 * Gives out order ids, each once: above whatever the store remembers, and above what the gateway says. Thread-safe.
 */
final class OrderIds {

    /** From here on numbers are those of requests: both share a field of the error message. */
    static final int FIRST_REQUEST = 1_000_000_000;

    // What is reserved and not used is a gap, which does no harm; writing a file for every order would.
    private static final int BLOCK = 20;

    private final OrderIdStore store;
    private int last;
    private int reserved;

    OrderIds(OrderIdStore store) {
        this.store = store;
        last = store.highest();
        reserved = last;
    }

    /** What the gateway says is free. It may have gone back, or be no id at all; then it is not believed. */
    synchronized void free(int nextValidId) {
        if (nextValidId >= 1) {
            last = Math.max(last, nextValidId - 1);
        }
    }

    synchronized int next() {
        int id = last + 1;
        if (id >= FIRST_REQUEST) {
            throw new IbkrException(IbkrError.refused("there is no order id left below " + FIRST_REQUEST));
        }
        if (id > reserved) {
            int block = Math.min(id + BLOCK - 1, FIRST_REQUEST - 1);
            store.reserve(block);
            reserved = block;
        }
        last = id;
        return id;
    }
}
