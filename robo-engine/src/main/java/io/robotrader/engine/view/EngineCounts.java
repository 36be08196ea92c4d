package io.robotrader.engine.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the engine has counted since its start. Immutable and thread-safe.
 *
 * @param tradesExecuted fills
 * @param ordersPlaced orders that were sent
 * @param ordersRejected orders that the risk gate refused
 * @param errors troubles that did not end the engine
 * @param dataRefused bars that were kept out
 * @param lastTradeTime when the last fill came; empty if none did
 * @param startTime when the engine was started; empty if it was not
 * @param uptime how long ago that was, on the engine's clock
 * @param lastSequence the number of the last event in the journal
 */
public record EngineCounts(
        long tradesExecuted,
        long ordersPlaced,
        long ordersRejected,
        long errors,
        long dataRefused,
        Optional<Instant> lastTradeTime,
        Optional<Instant> startTime,
        Duration uptime,
        long lastSequence) {

    /** Nothing yet. */
    public static final EngineCounts NONE =
            new EngineCounts(0, 0, 0, 0, 0, Optional.empty(), Optional.empty(), Duration.ZERO, 0);
}
