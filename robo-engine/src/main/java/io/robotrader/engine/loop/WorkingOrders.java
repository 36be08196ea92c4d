package io.robotrader.engine.loop;

import io.robotrader.engine.execution.Fill;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The orders that were sent and of which the end is not known, in the order in which they were sent. */
final class WorkingOrders {

    private final Map<String, OrderIntent> byId = new LinkedHashMap<>();
    private final Set<String> unknown = new HashSet<>();

    void sent(OrderIntent order) {
        byId.put(order.id(), order);
    }

    void filled(Fill fill) {
        byId.computeIfPresent(
                fill.orderId(),
                (id, order) -> order.quantity() > fill.quantity()
                        ? order.withQuantity(order.quantity() - fill.quantity())
                        : null);
        unknown.retainAll(byId.keySet());
    }

    /** Notes that the broker does not know what becomes of an order; one that is not working is none of ours. */
    void unknown(String id) {
        if (byId.containsKey(id)) {
            unknown.add(id);
        }
    }

    /** Takes an order out, and returns what was left of it; null if it was not working. */
    @Nullable
    OrderIntent ended(String id) {
        unknown.remove(id);
        return byId.remove(id);
    }

    boolean areNone() {
        return byId.isEmpty();
    }

    boolean areNoneIn(String symbol) {
        return in(symbol).isEmpty();
    }

    /** Whether the broker knows of nothing that works in a symbol. */
    boolean areNoneKnownIn(String symbol) {
        return in(symbol).stream().allMatch(order -> unknown.contains(order.id()));
    }

    /** The shares that are being bought, or sold, in a symbol. */
    long shares(String symbol, Side side) {
        return in(symbol).stream()
                .filter(order -> order.side() == side)
                .mapToLong(OrderIntent::quantity)
                .sum();
    }

    List<OrderIntent> in(String symbol) {
        return byId.values().stream()
                .filter(order -> order.symbol().equals(symbol))
                .toList();
    }

    List<String> ids() {
        return List.copyOf(byId.keySet());
    }
}
