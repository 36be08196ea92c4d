package io.robotrader.engine.loop;

import io.robotrader.engine.execution.Fill;
import io.robotrader.risk.account.OrderIntent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The orders that were sent and of which the end is not known, in the order in which they were sent. */
final class WorkingOrders {

    private final Map<String, OrderIntent> byId = new LinkedHashMap<>();

    void sent(OrderIntent order) {
        byId.put(order.id(), order);
    }

    void filled(Fill fill) {
        byId.computeIfPresent(
                fill.orderId(),
                (id, order) -> order.quantity() > fill.quantity()
                        ? order.withQuantity(order.quantity() - fill.quantity())
                        : null);
    }

    /** Takes an order out, and returns what was left of it; null if it was not working. */
    @Nullable
    OrderIntent ended(String id) {
        return byId.remove(id);
    }

    boolean areNone() {
        return byId.isEmpty();
    }

    boolean areNoneIn(String symbol) {
        return in(symbol).isEmpty();
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
