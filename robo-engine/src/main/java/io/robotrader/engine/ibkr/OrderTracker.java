package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.CompletedOrder;
import io.robotrader.engine.ibkr.wire.ExecutionData;
import io.robotrader.engine.ibkr.wire.ExecutionMessage.CommissionReport;
import io.robotrader.engine.ibkr.wire.OpenOrder;
import io.robotrader.engine.ibkr.wire.OrderMessage.OrderStatusReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes one stream of what the gateway says of orders, without its repetitions, and knows which of our own it has not said
 * anything of. Thread-safe.
 */
final class OrderTracker {

    private final IbkrTimer timer;
    private final int clientId;
    private final Hub<OrderEvent> events;
    private final Map<Integer, Tracked> own = new HashMap<>();
    private final Map<Integer, String> refs = new HashMap<>();
    private final Map<Object, OrderEvent> told = new HashMap<>();
    private final Set<String> fills = new HashSet<>();

    OrderTracker(IbkrTimer timer, int clientId, Hub<OrderEvent> events) {
        this.timer = timer;
        this.clientId = clientId;
        this.events = events;
    }

    /** What an event must differ in from the one before, to be told. */
    private record About(Class<?> kind, int clientId, int orderId, int permId, String execId) {}

    /** Changes what is known under the lock; tells of it, and completes futures, after it. */
    private void change(Consumer<List<Runnable>> step) {
        List<Runnable> then = new ArrayList<>();
        synchronized (this) {
            step.accept(then);
        }
        events.drain();
        then.forEach(Runnable::run);
    }

    synchronized Tracked place(int orderId, String orderRef) {
        Tracked order = new Tracked(orderId, orderRef);
        own.put(orderId, order);
        return order;
    }

    /** Forgets an order that never got into the outbox. */
    synchronized void forget(Tracked order) {
        own.remove(order.orderId);
    }

    /** Remembers how to stop waiting for the order's acknowledgement, which may have come already. */
    void watch(Tracked order, Runnable cancelTimer) {
        synchronized (this) {
            if (!order.acknowledged && !order.ended) {
                order.cancelTimer = cancelTimer;
                return;
            }
        }
        cancelTimer.run();
    }

    /** An order that is working is about to be changed: what is refused then is the change. */
    synchronized void modifying(int orderId) {
        Tracked order = own.get(orderId);
        if (order != null) {
            order.modifying = true;
        }
    }

    /** The change has not gone out: what it was before stands. */
    synchronized void notChanged(int orderId) {
        Tracked order = own.get(orderId);
        if (order != null) {
            order.modifying = false;
        }
    }

    synchronized void written(Tracked order) {
        order.written = true;
    }

    /** It is certain that it did not go out. */
    void notSent(Tracked order, IbkrError why) {
        change(then -> {
            if (!order.acknowledged && !order.ended) {
                reject(order, why, then);
            }
        });
    }

    /** Nothing was heard of it in time. */
    void overdue(Tracked order) {
        change(then -> {
            if (!order.acknowledged && !order.ended) {
                unknown(order, "the gateway has not acknowledged it in time", then);
            }
        });
    }

    private void unknown(Tracked order, String reason, List<Runnable> then) {
        order.lost = false;
        order.toldUnknown = true;
        events.add(new OrderEvent.Unknown(order.orderId, order.orderRef, reason));
        IbkrException failure = new IbkrException(IbkrError.of(
                order.orderId, IbkrError.DEADLINE, "order " + order.orderId + ": " + reason, ErrorClass.ORDER));
        then.add(() -> order.acknowledgement.completeExceptionally(failure));
    }

    private void reject(Tracked order, IbkrError why, List<Runnable> then) {
        OrderEvent.Rejected event = new OrderEvent.Rejected(order.orderId, order.orderRef, why);
        order.ended = true;
        order.end = event;
        order.cancelTimer.run();
        events.add(event);
        IbkrException failure = new IbkrException(why);
        then.add(() -> order.acknowledgement.completeExceptionally(failure));
        failEndings(order, failure, then);
    }

    private static void failEndings(Tracked order, IbkrException failure, List<Runnable> then) {
        List<CompletableFuture<OrderEvent>> endings = List.copyOf(order.endings);
        order.endings.clear();
        then.add(() -> endings.forEach(ending -> ending.completeExceptionally(failure)));
    }

    private void acknowledge(@Nullable Tracked order, OrderEvent by, List<Runnable> then) {
        if (order == null) {
            return;
        }
        order.acknowledged = true;
        order.lost = false;
        order.cancelTimer.run();
        then.add(() -> order.acknowledgement.complete(by));
    }

    private static void end(Tracked order, OrderEvent by, List<Runnable> then) {
        order.ended = true;
        order.end = by;
        List<CompletableFuture<OrderEvent>> endings = List.copyOf(order.endings);
        order.endings.clear();
        then.add(() -> endings.forEach(ending -> ending.complete(by)));
    }

    private @Nullable Tracked ours(int client, int orderId) {
        return client == clientId ? own.get(orderId) : null;
    }

    private boolean isNews(Object about, OrderEvent event) {
        return !event.equals(told.put(about, event));
    }

    void onOpenOrder(OpenOrder message) {
        OrderEvent.Acknowledged event = Wired.acknowledged(message);
        change(then -> {
            if (event.permId() != 0) {
                refs.put(event.permId(), event.order().orderRef());
            }
            About about = new About(event.getClass(), event.clientId(), event.orderId(), event.permId(), "");
            if (isNews(about, event)) {
                events.add(event);
            }
            Tracked order = ours(event.clientId(), event.orderId());
            if (order != null) {
                // Nothing else answers a change: a status or a fill may have crossed it.
                order.modifying = false;
            }
            acknowledge(order, event, then);
        });
    }

    void onStatus(OrderStatusReport message) {
        change(then -> {
            Tracked order = ours(message.clientId(), message.orderId());
            String ref = order == null || order.orderRef.isEmpty()
                    ? refs.getOrDefault(message.permId(), "")
                    : order.orderRef;
            OrderEvent.Status event = Wired.status(message, ref);
            About about = new About(event.getClass(), event.clientId(), event.orderId(), event.permId(), "");
            if (isNews(about, event)) {
                events.add(event);
            }
            acknowledge(order, event, then);
            if (order != null && event.isEnd()) {
                end(order, event, then);
            }
        });
    }

    void onExecution(ExecutionData message) {
        OrderEvent.Executed event = Wired.executed(message, timer.now());
        change(then -> {
            if (event.permId() != 0) {
                refs.put(event.permId(), event.orderRef());
            }
            if (fills.add(event.execId())) {
                events.add(event);
            }
            acknowledge(ours(event.clientId(), event.orderId()), event, then);
        });
    }

    void onCommission(CommissionReport message) {
        OrderEvent.Commission event = Wired.commission(message);
        change(then -> {
            if (isNews(new About(event.getClass(), 0, 0, 0, event.execId()), event)) {
                events.add(event);
            }
        });
    }

    void onCompleted(CompletedOrder message) {
        OrderEvent.Completed event = Wired.completed(message);
        change(then -> {
            if (isNews(new About(event.getClass(), 0, 0, event.permId(), event.orderRef()), event)) {
                events.add(event);
            }
            for (Tracked order : own.values()) {
                if (!event.orderRef().isEmpty() && event.orderRef().equals(order.orderRef) && !order.acknowledged) {
                    acknowledge(order, event, then);
                    end(order, event, then);
                }
            }
        });
    }

    void onError(IbkrError error) {
        if (error.errorClass() == ErrorClass.INFORMATION) {
            return;
        }
        change(then -> {
            Tracked order = own.get(error.id());
            if (order == null) {
                return;
            }
            order.endings.removeIf(CompletableFuture::isDone);
            boolean ofCancel = !order.endings.isEmpty() && (order.acknowledged || order.ended);
            if (ErrorCodes.isOfCancel(error) || (ofCancel && !order.modifying)) {
                failEndings(order, new IbkrException(error), then);
            } else if (order.modifying) {
                // What it was before stands.
                order.modifying = false;
            } else if (!order.ended && ErrorCodes.isRefusal(error, order.acknowledged)) {
                reject(order, error, then);
            }
        });
    }

    /** What was sent and not acknowledged may have got through or not: it has to be asked for. */
    synchronized void connectionLost() {
        for (Tracked order : own.values()) {
            order.lost |= order.written && !order.acknowledged && !order.ended;
        }
    }

    /** All that the gateway knows was told. */
    void reconciled(boolean complete) {
        change(then -> {
            for (Tracked order : own.values()) {
                if (order.lost && !order.acknowledged) {
                    order.cancelTimer.run();
                    unknown(
                            order,
                            "the connection was lost before it was acknowledged, and the gateway names it nowhere",
                            then);
                }
            }
            events.add(new OrderEvent.Reconciled(complete));
        });
    }

    /** No answer comes any more: whoever waits for one is told, and what was not settled is not known. */
    void closed(IbkrError why) {
        change(then -> {
            for (Tracked order : own.values()) {
                if (!order.acknowledged && !order.ended && !order.toldUnknown) {
                    order.cancelTimer.run();
                    unknown(order, "the client was closed before it was acknowledged", then);
                }
                failEndings(order, new IbkrException(why), then);
            }
        });
    }

    /** Waits for the end of an order, which may have come already. */
    CompletableFuture<OrderEvent> ending(int orderId) {
        CompletableFuture<OrderEvent> ending = new CompletableFuture<>();
        synchronized (this) {
            Tracked order = own.get(orderId);
            if (order == null) {
                // One of an earlier run: it is told on the stream of events, and here not at all.
                order = place(orderId, "");
                order.written = true;
                order.acknowledged = true;
            }
            if (order.end == null) {
                order.endings.add(ending);
            } else if (order.end instanceof OrderEvent.Rejected never) {
                ending.completeExceptionally(new IbkrException(never.error()));
            } else {
                ending.complete(order.end);
            }
        }
        return ending;
    }
}
