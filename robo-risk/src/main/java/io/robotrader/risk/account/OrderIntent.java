package io.robotrader.risk.account;

import io.robotrader.risk.internal.Require;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a bot wants to trade, before anybody has agreed to it.
 *
 * <p>An intent cannot exist with a quantity below one or with a price that is not positive and finite, so that no later
 * step needs to ask. Whether the order may be sent is the gate's to say. Immutable and thread-safe.
 *
 * @param id the caller's own name for this intent; two intents with the same id are the same intent
 * @param symbol the ticker
 * @param side buy or sell
 * @param quantity shares, from 1 to {@link #MAX_QUANTITY}
 * @param limitPrice the worst price the order accepts, per share; empty for a market order
 * @param stopPrice the protective stop that goes with the order, per share; empty if there is none. A purchase that
 *     opens is protected by a stop below its price, a sale that opens by one above
 */
public record OrderIntent(
        String id, String symbol, Side side, long quantity, OptionalDouble limitPrice, OptionalDouble stopPrice) {

    /** The largest quantity of one order, in shares: beyond it is a slip, and sums of such orders still fit. */
    public static final long MAX_QUANTITY = 1_000_000_000_000L;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a text is blank or holds control characters, the quantity is below one or absurdly
     *     large, or a price that is present is not positive and finite
     */
    public OrderIntent {
        Require.text(id, "id");
        Require.text(symbol, "symbol");
        Objects.requireNonNull(side, "side");
        Require.atLeast(quantity, 1, "quantity");
        Require.atMost(quantity, MAX_QUANTITY, "quantity");
        if (limitPrice.isPresent()) {
            Require.positive(limitPrice.getAsDouble(), "limitPrice");
        }
        if (stopPrice.isPresent()) {
            Require.positive(stopPrice.getAsDouble(), "stopPrice");
        }
    }

    /**
     * {@return an order at whatever the market pays}
     *
     * @param id the caller's own name for this intent
     * @param symbol the ticker
     * @param side buy or sell
     * @param quantity shares, 1 or more
     */
    public static OrderIntent market(String id, String symbol, Side side, long quantity) {
        return new OrderIntent(id, symbol, side, quantity, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * {@return an order that accepts no worse price than its limit}
     *
     * @param id the caller's own name for this intent
     * @param symbol the ticker
     * @param side buy or sell
     * @param quantity shares, 1 or more
     * @param limitPrice the worst acceptable price per share
     */
    public static OrderIntent limit(String id, String symbol, Side side, long quantity, double limitPrice) {
        return new OrderIntent(id, symbol, side, quantity, OptionalDouble.of(limitPrice), OptionalDouble.empty());
    }

    /**
     * {@return this intent with a protective stop}
     *
     * @param price the price per share at which the position is given up
     */
    public OrderIntent withStop(double price) {
        return new OrderIntent(id, symbol, side, quantity, limitPrice, OptionalDouble.of(price));
    }

    /**
     * {@return this intent for another quantity}
     *
     * @param newQuantity shares, 1 or more
     */
    public OrderIntent withQuantity(long newQuantity) {
        return new OrderIntent(id, symbol, side, newQuantity, limitPrice, stopPrice);
    }
}
