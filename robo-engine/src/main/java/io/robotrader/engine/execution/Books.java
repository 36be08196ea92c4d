package io.robotrader.engine.execution;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Our own side of a reconciliation. Immutable and thread-safe.
 *
 * @param cash money in the account, negative if it is owed
 * @param positions the shares held by symbol, negative for short; a symbol that is missing is held at zero
 * @param orders the orders that work, and those that have ended since the broker's day began
 * @param fills all fills booked since the broker's day began, by their ids, corrections included
 * @param standing what the last reconciliation left standing; it is not told again
 */
public record Books(
        BigDecimal cash,
        Map<String, Long> positions,
        List<OrderLife> orders,
        Map<String, Fill> fills,
        Set<Difference> standing) {

    /** Copies the collections. */
    public Books {
        Objects.requireNonNull(cash, "cash");
        positions = Map.copyOf(positions);
        orders = List.copyOf(orders);
        fills = Map.copyOf(fills);
        standing = Set.copyOf(standing);
    }
}
