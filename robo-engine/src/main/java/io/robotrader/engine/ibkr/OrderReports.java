package io.robotrader.engine.ibkr;

import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.Protection;
import io.robotrader.risk.account.OrderIntent;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the gateway says of orders, told to the engine: every fill once, every end once, and what is in doubt as such.
 * Guarded by the broker: who calls holds its lock.
 */
final class OrderReports {

    private static final Logger LOG = LoggerFactory.getLogger(OrderReports.class);

    private final Object lock;
    private final IbkrClient client;
    private final Map<String, BrokerOrder> orders;
    private final BrokerListener listener;
    private final FillBook fills;
    private final Set<String> seen = new HashSet<>();
    private boolean closed;

    OrderReports(Object lock, IbkrClient client, Map<String, BrokerOrder> orders, BrokerListener listener) {
        this.lock = lock;
        this.client = client;
        this.orders = orders;
        this.listener = listener;
        this.fills = new FillBook(listener);
    }

    /** Nothing is told any more. */
    void close() {
        closed = true;
    }

    /** Whether the gateway has had an order of that name from before this run. */
    boolean isKnown(String orderRef) {
        return seen.contains(orderRef);
    }

    BigDecimal costOf(OrderEvent.Executed event) {
        return fills.chargedFor(event);
    }

    void on(OrderEvent event) {
        if (closed) {
            return;
        }
        if (event instanceof OrderEvent.Acknowledged it && it.clientId() == client.clientId()) {
            onAcknowledged(it);
        } else if (event instanceof OrderEvent.Status it) {
            BrokerOrder mine = orders.get(it.orderRef());
            if (mine != null) {
                onStatus(mine, it);
            }
        } else if (event instanceof OrderEvent.Executed it && it.clientId() == client.clientId()) {
            note(it.orderRef());
            BrokerOrder mine = orders.get(it.orderRef());
            if (mine != null) {
                fills.executed(mine, it);
                settle(mine);
            }
        } else if (event instanceof OrderEvent.Commission it) {
            fills.charged(it);
        } else if (event instanceof OrderEvent.Rejected it) {
            BrokerOrder mine = orders.get(it.orderRef());
            if (mine != null) {
                OrderEnd.Kind kind = mine.filled.signum() == 0 ? OrderEnd.Kind.REJECTED : OrderEnd.Kind.CANCELLED;
                end(mine, kind, it.error().toString());
            }
        } else if (event instanceof OrderEvent.Completed it) {
            onCompleted(it);
        } else if (event instanceof OrderEvent.Unknown it) {
            BrokerOrder mine = orders.get(it.orderRef());
            if (mine != null) {
                unknown(mine, it.reason());
                ask(mine);
            }
        } else if (event instanceof OrderEvent.Reconciled) {
            onReconciled();
        }
    }

    private void onAcknowledged(OrderEvent.Acknowledged it) {
        String name = it.order().orderRef();
        BrokerOrder mine = orders.get(name);
        if (mine == null && Protection.isProtective(name) && IbkrHolding.isShares(it.contract())) {
            // It guards what an earlier run has bought, and goes on doing so.
            mine = new BrokerOrder(OrderIntent.market(
                    name,
                    it.contract().symbol(),
                    it.order().side(),
                    it.order().quantity().longValueExact()));
            orders.put(name, mine);
        }
        if (mine == null) {
            note(name);
            return;
        }
        mine.orderId = it.orderId();
        mine.quantity = it.order().quantity().longValueExact();
        acknowledge(mine, it.permId());
        cancelIfWanted(mine);
    }

    private void cancelIfWanted(BrokerOrder mine) {
        if (mine.cancelWanted && mine.cancelled == null && !mine.over && mine.orderId != 0) {
            sendCancel(mine);
        }
    }

    /** Told once, and once more if the fate of the order was told as unknown in between. */
    private void acknowledge(BrokerOrder mine, int permId) {
        if (!mine.over && (!mine.toldAcknowledged || mine.toldUnknown) && permId != 0) {
            mine.toldAcknowledged = true;
            mine.toldUnknown = false;
            listener.onAcknowledged(mine.intent.id(), String.valueOf(permId));
        }
    }

    void note(String orderRef) {
        if (!orderRef.isEmpty() && !orders.containsKey(orderRef)) {
            seen.add(orderRef);
        }
    }

    private void onStatus(BrokerOrder mine, OrderEvent.Status status) {
        mine.reported = mine.reported.max(status.filled());
        if (status.isCancelled()) {
            mine.cancelled = status.status();
        } else if (status.status().equals("Inactive")) {
            unknown(mine, "the gateway holds it as Inactive: it is refused, or waits for something");
        } else if (!status.isEnd()) {
            acknowledge(mine, status.permId());
        }
        settle(mine);
        if (!mine.over && status.isEnd()) {
            // The fills that it counts are on their way; if not, they are asked for.
            client.timer().schedule(client.deadline(), () -> late(mine));
        }
    }

    private void late(BrokerOrder mine) {
        synchronized (lock) {
            if (!closed && !mine.over) {
                ask(mine);
            }
        }
    }

    private void ask(BrokerOrder mine) {
        if (!mine.asked) {
            mine.asked = true;
            client.orders().reread();
        }
    }

    private void onCompleted(OrderEvent.Completed it) {
        BrokerOrder mine = orders.get(it.orderRef());
        if (mine == null) {
            note(it.orderRef());
            return;
        }
        BigDecimal filled = it.filled();
        mine.reported = filled == null ? mine.reported : mine.reported.max(filled);
        if (it.status().equals("Cancelled")) {
            mine.cancelled = it.reason().isBlank() ? it.status() : it.reason().strip();
        }
        settle(mine);
    }

    private void onReconciled() {
        for (BrokerOrder mine : List.copyOf(orders.values())) {
            if (mine.over) {
                continue;
            }
            mine.asked = false;
            if (mine.lacksFills()) {
                unknown(mine, mine.reported + " are said to be filled, and the fills of " + mine.filled + " were told");
            }
            if (mine.refused != null) {
                unknown(mine, "it could not be cancelled, and is not known to have ended: " + mine.refused);
            }
            cancelIfWanted(mine);
        }
    }

    /** Ends the order if everything that belongs to it has come. */
    private void settle(BrokerOrder mine) {
        if (mine.over) {
            return;
        }
        if (mine.isWhole()) {
            mine.over = true;
        } else if (mine.cancelled != null && !mine.lacksFills()) {
            end(mine, OrderEnd.Kind.CANCELLED, mine.cancelled);
        }
    }

    void unknown(BrokerOrder mine, String reason) {
        if (!mine.over && !mine.toldUnknown) {
            mine.toldUnknown = true;
            tell(mine, OrderEnd.Kind.UNKNOWN, reason);
        }
    }

    void end(BrokerOrder mine, OrderEnd.Kind kind, String reason) {
        if (!mine.over) {
            mine.over = true;
            tell(mine, kind, reason);
        }
    }

    private void tell(BrokerOrder mine, OrderEnd.Kind kind, String reason) {
        listener.onOrderEnded(new OrderEnd(mine.intent.id(), kind, Redacted.text(reason)));
    }

    void sendCancel(BrokerOrder mine) {
        try {
            mine.cancelWanted = false;
            CompletableFuture<OrderEvent> unused = client.orders()
                    .cancel(mine.orderId)
                    .whenComplete((end, failure) -> {
                        if (failure != null) {
                            notCancelled(mine, failure);
                        }
                    });
        } catch (IbkrException e) {
            mine.cancelWanted = true;
            LOG.warn("Order {} is cancelled when there is a connection again: {}", mine.intent.id(), e.getMessage());
        }
    }

    /** It has ended already, or is not known, or nobody has answered: how it stands is asked. */
    private void notCancelled(BrokerOrder mine, Throwable failure) {
        synchronized (lock) {
            if (closed || mine.over) {
                return;
            }
            if (isUnanswered(failure) || isUnsent(failure)) {
                mine.cancelWanted = true;
            } else {
                mine.refused = String.valueOf(failure.getMessage());
            }
        }
        client.orders().reread();
    }

    private static boolean isUnsent(Throwable failure) {
        return failure instanceof IbkrException told && told.error().errorClass() == ErrorClass.CONNECTION;
    }

    static boolean isUnanswered(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof IbkrException told && told.error().code() == IbkrError.DEADLINE;
    }
}
