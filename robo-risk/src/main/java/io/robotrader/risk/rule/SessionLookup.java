package io.robotrader.risk.rule;

/** Knows when the exchange is open. Must be quick and safe to call from any thread; asked under the gate's lock. */
@FunctionalInterface
public interface SessionLookup {

    /**
     * Whether an order of a symbol may be sent now.
     *
     * @param symbol the ticker
     * @param epochMillis now, in milliseconds since 1970-01-01T00:00Z
     * @return true if its exchange is open
     */
    boolean isOpen(String symbol, long epochMillis);
}
