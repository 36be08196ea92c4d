package io.robotrader.engine.ibkr;

import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.risk.account.OrderIntent;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's broker over a client. An intent's id goes with the order as its reference, so that it is known again, and
 * is sent at most once, whatever becomes of the connection.
 *
 * <p>Fills are told as soon as they come; a commission that comes later is told later, by itself. A correction of a fill
 * is told as a fill that takes the old one back and another with what is right, under the order's id and {@code
 * /correction}. An order is told {@link OrderEnd.Kind#UNKNOWN} when the gateway has not acknowledged it in time, when the
 * connection was lost before it did and asking has not settled it, when it stands as {@code Inactive}, or when it is
 * said to be filled and the fills cannot be had.
 *
 * <p>Orders are in dollars, for the day unless {@link #goodTillCancelled} was asked for, in the regular hours. Commissions count as dollars. A protective stop that goes
 * with an intent is not sent: such an intent is rejected, so that nobody relies on it. Thread-safe.
 */
public final class IbkrBroker implements Broker {

    private static final Logger LOG = LoggerFactory.getLogger(IbkrBroker.class);

    private final IbkrClient client;
    private final Function<String, IbkrContract> contracts;
    private final String account;
    private final String timeInForce;
    private final Map<String, BrokerOrder> orders = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable FillBook fills;
    private @Nullable BrokerListener listener;
    private boolean ready;
    private boolean closed;

    private IbkrBroker(
            IbkrClient client, Function<String, IbkrContract> contracts, String account, String timeInForce) {
        this.client = client;
        this.contracts = contracts;
        this.account = account;
        this.timeInForce = timeInForce;
    }

    /**
     * {@return a broker for a login with one account, which routes by {@code SMART} and names no home exchange}
     *
     * @param client a client that is not connected; the broker connects and closes it
     */
    public static IbkrBroker over(IbkrClient client) {
        return over(client, IbkrContract::stock, "");
    }

    /**
     * {@return a broker}
     *
     * @param client a client that is not connected; the broker connects and closes it
     * @param contracts what a symbol stands for, such as with its home exchange
     * @param account for which account of the login; empty if it has only one
     */
    public static IbkrBroker over(IbkrClient client, Function<String, IbkrContract> contracts, String account) {
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(contracts, "contracts");
        Objects.requireNonNull(account, "account");
        return new IbkrBroker(client, contracts, account, "DAY");
    }

    /**
     * {@return the same, with orders that work until they are filled or cancelled, and not only for the day}
     *
     * @throws IllegalStateException if this broker was connected or closed: a client has one broker
     */
    public synchronized IbkrBroker goodTillCancelled() {
        if (closed || listener != null) {
            throw new IllegalStateException("this broker was connected or closed");
        }
        return new IbkrBroker(client, contracts, account, "GTC");
    }

    @Override
    public void connect(BrokerListener newListener) {
        Objects.requireNonNull(newListener, "newListener");
        synchronized (this) {
            if (closed || listener != null) {
                throw new IllegalStateException(closed ? "this broker was closed" : "this broker is connected already");
            }
            listener = newListener;
            fills = new FillBook(newListener);
        }
        client.orders().events().subscribe(new Events());
        try {
            client.connect().join();
            List<String> names = client.account().names();
            if (account.isEmpty() ? names.size() != 1 : !names.contains(account)) {
                throw new IllegalStateException("account must be one of the login's " + names.size()
                        + " accounts, but was '" + Redacted.account(account) + "'");
            }
            // What earlier runs have sent is known before anything is sent again, however late events are handed over.
            List<OrderEvent.Executed> executed =
                    client.orders().executions().handle(IbkrBroker::tolerated).join();
            List<OrderEvent.Acknowledged> open = client.orders().open().join();
            List<OrderEvent.Completed> completed = client.orders().completed().join();
            start(executed, open, completed);
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof IbkrException told ? told : e;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Some gateways do not answer the question for executions when there are none. */
    private static List<OrderEvent.Executed> tolerated(
            @Nullable List<OrderEvent.Executed> answer, @Nullable Throwable failure) {
        if (failure != null && !isUnanswered(failure)) {
            throw new CompletionException(failure);
        }
        return answer == null ? List.of() : answer;
    }

    private synchronized void start(
            List<OrderEvent.Executed> executed,
            List<OrderEvent.Acknowledged> open,
            List<OrderEvent.Completed> completed) {
        int us = client.clientId();
        executed.stream().filter(it -> it.clientId() == us).forEach(it -> note(it.orderRef()));
        open.stream()
                .filter(it -> it.clientId() == us)
                .forEach(it -> note(it.order().orderRef()));
        completed.forEach(it -> note(it.orderRef()));
        ready = true;
    }

    @Override
    public synchronized void submit(OrderIntent order) {
        requireConnected();
        BrokerOrder before = orders.get(order.id());
        if (before != null) {
            LOG.warn("Order {} was sent before and is not sent again", order.id());
            return;
        }
        BrokerOrder mine = new BrokerOrder(order);
        orders.put(order.id(), mine);
        if (seen.contains(order.id())) {
            unknown(mine, "the gateway has had an order of that name since before this run: it is not sent again");
        } else if (order.stopPrice().isPresent()) {
            end(mine, OrderEnd.Kind.REJECTED, "this broker sends no protective stops, and the order asks for one");
        } else {
            send(mine);
        }
    }

    private void send(BrokerOrder mine) {
        OrderIntent intent = mine.intent;
        BigDecimal quantity = BigDecimal.valueOf(intent.quantity());
        IbkrOrder order = intent.limitPrice().isPresent()
                ? IbkrOrder.limit(
                        intent.side(),
                        quantity,
                        BigDecimal.valueOf(intent.limitPrice().getAsDouble()))
                : IbkrOrder.market(intent.side(), quantity);
        try {
            IbkrContract contract = contracts.apply(intent.symbol());
            mine.orderId = client.orders()
                    .place(
                            contract,
                            order.withAccount(account).withOrderRef(intent.id()).withTimeInForce(timeInForce))
                    .orderId();
        } catch (IbkrException | UncheckedIOException | IllegalArgumentException e) {
            end(mine, OrderEnd.Kind.REJECTED, "it was not sent: " + e.getMessage());
        }
    }

    @Override
    public synchronized void cancel(String orderId) {
        requireConnected();
        BrokerOrder mine = orders.get(orderId);
        if (mine != null && !mine.over && mine.orderId != 0) {
            mine.cancelWanted = true;
            sendCancel(mine);
        }
    }

    private void sendCancel(BrokerOrder mine) {
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
    private synchronized void notCancelled(BrokerOrder mine, Throwable failure) {
        if (closed || mine.over) {
            return;
        }
        if (isUnanswered(failure) || isUnsent(failure)) {
            mine.cancelWanted = true;
        } else {
            mine.refused = String.valueOf(failure.getMessage());
        }
        client.orders().reread();
    }

    private static boolean isUnanswered(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof IbkrException told && told.error().code() == IbkrError.DEADLINE;
    }

    private static boolean isUnsent(Throwable failure) {
        return failure instanceof IbkrException told && told.error().errorClass() == ErrorClass.CONNECTION;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        client.close();
    }

    private void requireConnected() {
        if (closed || !ready) {
            throw new IllegalStateException("this broker is not connected");
        }
    }

    private synchronized void on(OrderEvent event) {
        if (closed || fills == null) {
            return;
        }
        if (event instanceof OrderEvent.Acknowledged it && it.clientId() == client.clientId()) {
            note(it.order().orderRef());
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

    private void note(String orderRef) {
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
        }
        settle(mine);
        if (!mine.over && status.isEnd()) {
            // The fills that it counts are on their way; if not, they are asked for.
            client.timer().schedule(client.deadline(), () -> late(mine));
        }
    }

    private synchronized void late(BrokerOrder mine) {
        if (!closed && !mine.over) {
            ask(mine);
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
            if (mine.cancelWanted && mine.cancelled == null) {
                sendCancel(mine);
            }
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

    private void unknown(BrokerOrder mine, String reason) {
        if (!mine.over && !mine.toldUnknown) {
            mine.toldUnknown = true;
            tell(mine, OrderEnd.Kind.UNKNOWN, reason);
        }
    }

    private void end(BrokerOrder mine, OrderEnd.Kind kind, String reason) {
        if (!mine.over) {
            mine.over = true;
            tell(mine, kind, reason);
        }
    }

    private void tell(BrokerOrder mine, OrderEnd.Kind kind, String reason) {
        Objects.requireNonNull(listener).onOrderEnded(new OrderEnd(mine.intent.id(), kind, Redacted.text(reason)));
    }

    private final class Events implements Flow.Subscriber<OrderEvent> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(OrderEvent event) {
            try {
                on(event);
            } catch (RuntimeException e) {
                // One event that cannot be told must not keep the next ones from being told.
                LOG.error("An order event could not be told to the engine: {}", event, e);
            }
        }

        @Override
        public void onError(Throwable failure) {
            LOG.error("The stream of order events has failed", failure);
        }

        @Override
        public void onComplete() {
            // The client is closed: nothing more comes, and nobody waits for it.
        }
    }
}
