package io.robotrader.engine.market;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What one symbol can be bought and sold for at an instant, and what it was traded for last.
 *
 * <p>A quote that exists is sound in each part: prices are finite and positive, sizes finite and not negative. What is not
 * known is empty, never 0 or -1. Whether the parts go together is for {@link DataQuality} to judge: a quote may be crossed.
 * Immutable and thread-safe.
 *
 * @param symbol what is quoted; not blank
 * @param time when it was so
 * @param bid what buyers offer per unit, in the currency of the symbol
 * @param ask what sellers ask per unit
 * @param last the price of the last trade per unit
 * @param bidSize units that buyers want at the bid
 * @param askSize units that sellers have at the ask
 * @param lastSize units of the last trade
 */
public record Quote(
        String symbol,
        Instant time,
        OptionalDouble bid,
        OptionalDouble ask,
        OptionalDouble last,
        OptionalDouble bidSize,
        OptionalDouble askSize,
        OptionalDouble lastSize) {

    /**
     * Checks every component.
     *
     * @throws IllegalArgumentException if one breaks the rules above, or neither bid nor ask nor last is known
     */
    public Quote {
        checkHead(symbol, time);
        checkKnownPrice("bid", bid);
        checkKnownPrice("ask", ask);
        checkKnownPrice("last", last);
        checkSize("bidSize", bidSize);
        checkSize("askSize", askSize);
        checkSize("lastSize", lastSize);
        if (bid.isEmpty() && ask.isEmpty() && last.isEmpty()) {
            throw new IllegalArgumentException("quote of " + symbol + " must have a bid, ask or last, but was empty");
        }
    }

    /**
     * Returns a quote of two prices and nothing else.
     *
     * @param symbol what is quoted; not blank
     * @param time when it was so
     * @param bid what buyers offer per unit, finite and positive
     * @param ask what sellers ask per unit, finite and positive
     * @return the quote
     * @throws IllegalArgumentException if one breaks the rules above
     */
    public static Quote of(String symbol, Instant time, double bid, double ask) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new Quote(
                symbol, time, OptionalDouble.of(bid), OptionalDouble.of(ask), unknown, unknown, unknown, unknown);
    }

    /** {@return whether the bid is above the ask, which no market means; a bid at the ask is locked and not crossed} */
    public boolean isCrossed() {
        return bid.isPresent() && ask.isPresent() && bid.getAsDouble() > ask.getAsDouble();
    }

    /** {@return the middle of bid and ask; empty unless both are known and not crossed} */
    public OptionalDouble mid() {
        if (bid.isEmpty() || ask.isEmpty() || isCrossed()) {
            return OptionalDouble.empty();
        }
        // Halves first: the sum of two prices may be more than a double holds.
        return OptionalDouble.of(bid.getAsDouble() / 2 + ask.getAsDouble() / 2);
    }

    /** {@return one price for the symbol: the middle, or the last trade where there is none; empty if neither is known} */
    public OptionalDouble price() {
        OptionalDouble mid = mid();
        return mid.isPresent() ? mid : last;
    }

    static void checkHead(String symbol, Instant time) {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(time, "time");
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("symbol must not be blank, but was '" + symbol + "'");
        }
    }

    private static void checkKnownPrice(String name, OptionalDouble price) {
        if (price.isPresent()) {
            checkPrice(name, price.getAsDouble());
        }
    }

    static void checkPrice(String name, double price) {
        if (!(price > 0 && price <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be finite and positive, but was " + price);
        }
    }

    static void checkSize(String name, OptionalDouble size) {
        if (size.isPresent() && !(size.getAsDouble() >= 0 && size.getAsDouble() <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    name + " must be finite and not negative, but was " + size.getAsDouble());
        }
    }
}
