package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.ExecutionMessage.ExecutionDataEnd;
import io.robotrader.engine.ibkr.wire.Order;
import io.robotrader.engine.ibkr.wire.OrderMessage.CompletedOrdersEnd;
import io.robotrader.engine.ibkr.wire.OrderMessage.OpenOrderEnd;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what clients ask about orders. Placing is the business of {@link OrderIntake}, filling that of {@link Matching}. */
final class OrderDesk {

    private final Gateway gateway;
    private final List<LiveOrder> orders = new ArrayList<>();
    private final Set<LiveOrder> open = new LinkedHashSet<>();
    private final Map<Key, LiveOrder> byId = new HashMap<>();
    private final OrderIntake intake;
    private final Matching matching;

    private record Key(int clientId, int orderId) {}

    OrderDesk(Gateway gateway) {
        this.gateway = gateway;
        this.matching = new Matching(gateway, this);
        this.intake = new OrderIntake(gateway, this, matching);
    }

    Matching matching() {
        return matching;
    }

    int working() {
        return (int) open.stream().filter(LiveOrder::isWorking).count();
    }

    /** Every order that was ever taken, in the order of their coming. */
    List<LiveOrder> all() {
        return List.copyOf(orders);
    }

    void add(LiveOrder order) {
        orders.add(order);
        open.add(order);
        if (order.parent != null) {
            order.parent.children.add(order);
        }
        byId.put(new Key(order.clientId, order.orderId()), order);
    }

    @Nullable
    LiveOrder find(int clientId, int orderId) {
        return byId.get(new Key(clientId, orderId));
    }

    void take(ClientSession session, OrderRequest request) {
        if (gateway.isReadOnly() && !(request instanceof OrderRequest.RequestExecutions)) {
            int id = request instanceof PlaceOrder placed
                    ? placed.orderId()
                    : request instanceof OrderRequest.CancelOrder cancel ? cancel.orderId() : -1;
            gateway.invalid(session, id, "The API interface is currently in Read-Only mode.");
            return;
        }
        if (request instanceof PlaceOrder placed) {
            intake.place(session, placed);
        } else if (request instanceof OrderRequest.CancelOrder cancel) {
            cancel(session, cancel.orderId());
        } else if (request instanceof OrderRequest.RequestGlobalCancel) {
            // A parent takes its children with it.
            List.copyOf(open).stream().filter(o -> !o.isDone()).forEach(o -> cancelled(o, ""));
        } else if (request instanceof OrderRequest.RequestOpenOrders) {
            openOrders(session, session.clientId());
        } else if (request instanceof OrderRequest.RequestAllOpenOrders) {
            openOrders(session, -1);
        } else if (request instanceof OrderRequest.RequestAutoOpenOrders) {
            if (session.clientId() != 0) {
                gateway.error(session, -1, 327, "Only the default client (i.e 0) can auto bind orders.");
            }
        } else if (request instanceof OrderRequest.RequestCompletedOrders) {
            completedOrders(session);
        } else if (request instanceof OrderRequest.RequestExecutions asked) {
            executions(session, asked);
        }
    }

    private void openOrders(ClientSession session, int clientId) {
        for (LiveOrder order : open) {
            if (order.isWorking() && (clientId < 0 || order.clientId == clientId)) {
                gateway.send(session, OrderReports.openOrder(order));
                gateway.send(session, OrderReports.status(order));
            }
        }
        gateway.send(session, new OpenOrderEnd());
    }

    private void completedOrders(ClientSession session) {
        Instant midnight = Hours.midnight(gateway.timeline.now());
        for (LiveOrder order : orders) {
            Instant done = order.done;
            if (gateway.settings.completedOrders() && order.isDone() && done != null && !done.isBefore(midnight)) {
                gateway.send(session, OrderReports.completed(order));
            }
        }
        gateway.send(session, new CompletedOrdersEnd());
    }

    private void executions(ClientSession session, OrderRequest.RequestExecutions asked) {
        List<Books.Execution> found = gateway.books.executions().stream()
                .filter(e -> isAsked(e, asked))
                .toList();
        found.forEach(e -> gateway.send(session, OrderReports.execution(e, asked.requestId())));
        found.forEach(e -> gateway.send(session, OrderReports.commission(e)));
        gateway.send(session, new ExecutionDataEnd(asked.requestId()));
    }

    private boolean isAsked(Books.Execution e, OrderRequest.RequestExecutions asked) {
        Order order = e.order().order();
        Instant since = Hours.midnight(gateway.timeline.now());
        Instant from = asked.time().isEmpty() ? null : Spelling.instant(asked.time());
        Listing listing = e.order().instrument.listing;
        return !e.time().isBefore(from == null || from.isBefore(since) ? since : from)
                && (asked.clientId() == 0 || asked.clientId() == e.order().clientId)
                && isAny(asked.account(), order.account())
                && isAny(asked.symbol(), listing.symbol())
                && isAny(asked.secType(), "STK")
                && isAny(asked.exchange(), listing.exchange())
                && isAny(asked.side(), order.action());
    }

    private static boolean isAny(String asked, String value) {
        return asked.isEmpty() || asked.equalsIgnoreCase(value);
    }

    private void cancel(ClientSession session, int orderId) {
        LiveOrder order = find(session.clientId(), orderId);
        if (order == null) {
            order = open.stream()
                    .filter(o -> o.orderId() == orderId && o.isWorking())
                    .findFirst()
                    .orElse(null);
        }
        if (order == null) {
            gateway.error(session, orderId, 10147, "OrderId " + orderId + " that needs to be cancelled is not found.");
        } else if (order.isDone()) {
            gateway.error(
                    session,
                    orderId,
                    10148,
                    "OrderId " + orderId + " that needs to be cancelled cannot be cancelled, state: " + order.status
                            + ".");
        } else {
            if (order.clientId != session.clientId()) {
                String done = "Cancelled";
                gateway.send(session, OrderReports.status(order, done, session.clientId()));
                gateway.error(session, orderId, 202, "Order Canceled - reason:");
            }
            cancelled(order, "");
        }
    }

    /** Ends an order, and with a parent its children. */
    void cancelled(LiveOrder order, String reason) {
        boolean silent = !order.transmitted;
        end(order, "Cancelled", reason.isEmpty() ? "Cancelled by Trader" : reason);
        if (!silent) {
            gateway.toOwner(order.clientId, OrderReports.status(order));
            tellCancelled(order, reason);
        }
        endChildren(order);
    }

    private void tellCancelled(LiveOrder order, String reason) {
        ClientSession owner = gateway.sessionOf(order.clientId);
        if (owner != null) {
            gateway.error(owner, order.orderId(), 202, "Order Canceled - reason:" + reason);
        }
    }

    void endChildren(LiveOrder parent) {
        for (LiveOrder child : parent.children) {
            if (!child.isDone()) {
                cancelled(child, "");
            }
        }
    }

    void end(LiveOrder order, String status, String reason) {
        order.status = status;
        order.whyHeld = "";
        order.reason = reason;
        order.done = gateway.timeline.now();
        open.remove(order);
        Timeline.Task expiry = order.expiry;
        if (expiry != null) {
            expiry.cancel();
        }
    }

    /** The order as it is, and its status. */
    void tell(LiveOrder order) {
        gateway.toOwner(order.clientId, OrderReports.openOrder(order));
        gateway.toOwner(order.clientId, OrderReports.status(order));
    }

    /** Orders of one group stand or fall together: a name and an account. */
    List<LiveOrder> groupOf(LiveOrder order) {
        String name = order.order().group().ocaGroup();
        List<LiveOrder> others = new ArrayList<>();
        if (name.isEmpty()) {
            return others;
        }
        for (LiveOrder other : open) {
            boolean same = other != order
                    && other.isWorking()
                    && other.order().group().ocaGroup().equals(name)
                    && other.order().account().equals(order.order().account());
            if (same) {
                others.add(other);
            }
        }
        return others;
    }
}
