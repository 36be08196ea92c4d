package io.robotrader.engine.loop;

import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.view.OpenOrder;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The orders that were sent and of which the end is not known, in the order in which they were sent. */
final class WorkingOrders {

    private final Map<String, OpenOrder> byId = new LinkedHashMap<>();

    void sent(OrderIntent order, Instant at) {
        byId.put(order.id(), new OpenOrder(order, at, false, false));
    }

    void filled(Fill fill) {
        byId.computeIfPresent(fill.orderId(), (id, open) -> {
            long left = open.order().quantity() - fill.quantity();
            return left > 0
                    ? new OpenOrder(open.order().withQuantity(left), open.sent(), open.isUnknown(), open.isCancelling())
                    : null;
        });
    }

    /** Notes that the broker does not know what becomes of an order, and returns it; null if it was not working. */
    @Nullable
    OrderIntent unknown(String id) {
        OpenOrder open =
                byId.computeIfPresent(id, (key, it) -> new OpenOrder(it.order(), it.sent(), true, it.isCancelling()));
        return open == null ? null : open.order();
    }

    /** Notes that the broker has an order after all. */
    void known(String id) {
        byId.computeIfPresent(id, (key, it) -> new OpenOrder(it.order(), it.sent(), false, it.isCancelling()));
    }

    void cancelling(String id) {
        byId.computeIfPresent(id, (key, it) -> new OpenOrder(it.order(), it.sent(), it.isUnknown(), true));
    }

    /** Takes an order out, and returns what was left of it; null if it was not working. */
    @Nullable
    OrderIntent ended(String id) {
        OpenOrder open = byId.remove(id);
        return open == null ? null : open.order();
    }

    boolean areNone() {
        return byId.isEmpty();
    }

    boolean areNoneIn(String symbol) {
        return in(symbol).isEmpty();
    }

    /** Whether the broker knows of nothing that works in a symbol. */
    boolean areNoneKnownIn(String symbol) {
        return all().stream()
                .noneMatch(open -> !open.isUnknown() && open.order().symbol().equals(symbol));
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
                .map(OpenOrder::order)
                .filter(order -> order.symbol().equals(symbol))
                .toList();
    }

    List<OpenOrder> all() {
        return List.copyOf(byId.values());
    }

    List<String> ids(Predicate<OpenOrder> which) {
        return byId.values().stream()
                .filter(which)
                .map(open -> open.order().id())
                .toList();
    }

    List<String> ids() {
        return List.copyOf(byId.keySet());
    }
}
