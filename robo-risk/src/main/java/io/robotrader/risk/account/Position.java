package io.robotrader.risk.account;

import io.robotrader.risk.internal.Require;
import java.util.OptionalDouble;

/**
 * Shares held, or owed.
 *
 * <p>What it is worth is not here: that is quantity times the mark, and the mark is {@link MarketData}. Immutable and
 * thread-safe.
 *
 * @param symbol the ticker
 * @param quantity shares, positive long, negative short; zero is a flat position, which no limit counts
 * @param averagePrice what was paid or received per share on average, positive
 * @param stop the price per share of the protective stop; empty if the position has none
 */
public record Position(String symbol, long quantity, double averagePrice, OptionalDouble stop) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the symbol is blank, the quantity is absurdly large, or a price is not positive and finite
     */
    public Position {
        Require.text(symbol, "symbol");
        Require.atLeast(quantity, -OrderIntent.MAX_QUANTITY, "quantity");
        Require.atMost(quantity, OrderIntent.MAX_QUANTITY, "quantity");
        Require.positive(averagePrice, "averagePrice");
        if (stop.isPresent()) {
            Require.positive(stop.getAsDouble(), "stop");
        }
    }

    /**
     * {@return a position without a stop}
     *
     * @param symbol the ticker
     * @param quantity shares, negative for a short position
     * @param averagePrice the average price per share, positive
     */
    public static Position of(String symbol, long quantity, double averagePrice) {
        return new Position(symbol, quantity, averagePrice, OptionalDouble.empty());
    }

    /**
     * {@return this position with a protective stop}
     *
     * @param price the price per share at which the position is given up
     */
    public Position withStop(double price) {
        return new Position(symbol, quantity, averagePrice, OptionalDouble.of(price));
    }

    /**
     * Profit or loss that is not yet taken.
     *
     * @param mark the price per share now
     * @return money, negative for a loss
     */
    public double unrealizedPnl(double mark) {
        return quantity * (Require.positive(mark, "mark") - averagePrice);
    }
}
