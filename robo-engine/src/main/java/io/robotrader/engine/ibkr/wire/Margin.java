package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A sum of the account before an order and after it, in the account's currency; known only in the answer to a what-if.
 * Immutable and thread-safe.
 *
 * @param before without the order, null if not known
 * @param change by the order, null if not known
 * @param after with the order, null if not known
 */
public record Margin(
        @Nullable BigDecimal before,
        @Nullable BigDecimal change,
        @Nullable BigDecimal after) {

    /** Not known. */
    public static final Margin UNKNOWN = new Margin(null, null, null);
}
