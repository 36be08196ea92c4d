package io.robotrader.engine.market;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One trade. Immutable and thread-safe.
 *
 * @param symbol what was traded; not blank
 * @param time when
 * @param price per unit, finite and positive
 * @param size units traded, finite and not negative; empty if the source does not say
 */
public record Tick(String symbol, Instant time, double price, OptionalDouble size) {

    /**
     * Checks every component.
     *
     * @throws IllegalArgumentException if one breaks the rules above
     */
    public Tick {
        Quote.checkHead(symbol, time);
        Quote.checkPrice("price", price);
        Quote.checkSize("size", size);
    }

    /**
     * A trade of a known size.
     *
     * @param symbol what was traded; not blank
     * @param time when
     * @param price per unit, finite and positive
     * @param size units traded, finite and not negative
     * @return the trade
     * @throws IllegalArgumentException if one breaks the rules above
     */
    public static Tick of(String symbol, Instant time, double price, double size) {
        Objects.requireNonNull(symbol, "symbol");
        return new Tick(symbol, time, price, OptionalDouble.of(size));
    }
}
