package io.robotrader.engine.market;

import java.time.Duration;
import java.time.Instant;

/** How long the market was open between two instants: what turns a night into no time at all. Implementations are thread-safe. */
@FunctionalInterface
public interface TradingTime {

    /**
     * Returns how long the market was open.
     *
     * @param from the earlier instant
     * @param to the later instant, not before the earlier
     * @return from zero to the time between the two
     */
    Duration between(Instant from, Instant to);

    /** {@return the time of a market that never closes} */
    static TradingTime always() {
        return Duration::between;
    }
}
