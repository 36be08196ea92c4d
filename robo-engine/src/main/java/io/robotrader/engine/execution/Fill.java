package io.robotrader.engine.execution;

import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * Shares that were traded: a fact, from which the books are made. Immutable and thread-safe.
 *
 * @param id the broker's name for this fill, by which a repetition is known
 * @param orderId the order it belongs to
 * @param symbol the ticker
 * @param side bought or sold
 * @param quantity shares, 1 or more
 * @param price money per share, positive
 * @param commission money paid to the broker for this fill, zero or positive
 * @param time when it was traded
 */
public record Fill(
        String id,
        String orderId,
        String symbol,
        Side side,
        long quantity,
        BigDecimal price,
        BigDecimal commission,
        Instant time) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a text is blank, the quantity is below one, the price not positive or the commission negative
     */
    public Fill {
        requireText(id, "id");
        requireText(orderId, "orderId");
        requireText(symbol, "symbol");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(time, "time");
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1, but was " + quantity);
        }
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("price must be positive, but was " + price);
        }
        if (commission.signum() < 0) {
            throw new IllegalArgumentException("commission must be zero or positive, but was " + commission);
        }
    }

    private static void requireText(String text, String name) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank, but was '" + text + "'");
        }
    }

    /** {@return quantity times price, without the commission} */
    public BigDecimal notional() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
