package io.robotrader.engine.ibkr;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a {@link Watchdog} has done. Immutable and thread-safe.
 *
 * @param began when it began
 * @param ended when it had looked for the last time
 * @param sent the orders that it sent to close positions, in words
 * @param leftOrders what still worked in the account at the end, in words
 * @param leftPositions what was still held at the end, in words
 */
public record WatchdogReport(
        Instant began, Instant ended, List<String> sent, List<String> leftOrders, List<String> leftPositions) {

    /** Copies the lists. */
    public WatchdogReport {
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(ended, "ended");
        sent = List.copyOf(sent);
        leftOrders = List.copyOf(leftOrders);
        leftPositions = List.copyOf(leftPositions);
    }

    /** {@return whether nothing works and nothing is held any more} */
    public boolean isFlat() {
        return leftOrders.isEmpty() && leftPositions.isEmpty();
    }
}
