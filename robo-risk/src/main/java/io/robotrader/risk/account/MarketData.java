package io.robotrader.risk.account;

import io.robotrader.risk.internal.Require;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What the market says about one symbol, and when it said so.
 *
 * <p>The price is the mark at which positions are valued. What is absent is unknown: where a newer message lacks a
 * value, the gate keeps the one that it had, and a message older than the one it had changes nothing. Immutable and thread-safe.
 *
 * @param symbol the ticker
 * @param time when this was true in the market
 * @param price the mark per share, positive
 * @param atr the average true range per share, positive; empty if unknown
 */
public record MarketData(String symbol, Instant time, double price, OptionalDouble atr) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the symbol is blank or a number is not positive and finite
     */
    public MarketData {
        Require.text(symbol, "symbol");
        Require.time(time, "time");
        Require.positive(price, "price");
        if (atr.isPresent()) {
            Require.positive(atr.getAsDouble(), "atr");
        }
    }

    /**
     * {@return a price and nothing else}
     *
     * @param symbol the ticker
     * @param time when it was the price
     * @param price the mark per share, positive
     */
    public static MarketData of(String symbol, Instant time, double price) {
        return new MarketData(symbol, time, price, OptionalDouble.empty());
    }

    /**
     * {@return the same with an average true range}
     *
     * @param newAtr per share, positive
     */
    public MarketData withAtr(double newAtr) {
        return new MarketData(symbol, time, price, OptionalDouble.of(newAtr));
    }
}
