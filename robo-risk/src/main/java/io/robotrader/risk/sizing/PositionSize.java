package io.robotrader.risk.sizing;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.internal.Require;
import java.util.Objects;

/**
 * A sizer's answer. Immutable and thread-safe.
 *
 * @param quantity shares in whole lots, from zero to {@link OrderIntent#MAX_QUANTITY}
 * @param boundBy what kept it from being more
 */
public record PositionSize(long quantity, SizeBound boundBy) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the quantity is negative or absurdly large
     */
    public PositionSize {
        Require.atLeast(quantity, 0, "quantity");
        Require.atMost(quantity, OrderIntent.MAX_QUANTITY, "quantity");
        Objects.requireNonNull(boundBy, "boundBy");
    }

    /** {@return whether there is nothing to open} */
    public boolean isNothing() {
        return quantity == 0;
    }
}
