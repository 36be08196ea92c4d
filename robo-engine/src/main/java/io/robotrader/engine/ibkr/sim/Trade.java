package io.robotrader.engine.ibkr.sim;

import java.time.Instant;
import java.util.Objects;

/**
 * A trade in the market, for data that come trade by trade. Immutable and thread-safe.
 *
 * @param symbol what was traded, not blank
 * @param time when
 * @param price at what price, finite and positive
 * @param size how many shares, finite and not negative; 0 if not known
 */
public record Trade(String symbol, Instant time, double price, double size) {

    /** Checks every component. */
    public Trade {
        Objects.requireNonNull(time, "time");
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("symbol must not be blank, but was '" + symbol + "'");
        }
        if (!(price > 0) || !Double.isFinite(price)) {
            throw new IllegalArgumentException("price must be finite and positive, but was " + price);
        }
        if (!(size >= 0) || !Double.isFinite(size)) {
            throw new IllegalArgumentException("size must be finite and not negative, but was " + size);
        }
    }
}
