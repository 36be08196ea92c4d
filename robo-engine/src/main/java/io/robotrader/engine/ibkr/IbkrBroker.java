package io.robotrader.engine.ibkr;

import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerAccount;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.Protection;
import io.robotrader.risk.account.OrderIntent;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
 * <p>Orders are in dollars, for the day unless {@link #goodTillCancelled} was asked for, in the regular hours. Commissions
 * count as dollars. The protective stop of an intent goes with it as an order that waits for it, works until it is
 * cancelled, and is told of under the intent's id and {@code /stop}. Thread-safe.
 */
public final class IbkrBroker implements Broker {

    private static final Logger LOG = LoggerFactory.getLogger(IbkrBroker.class);

    private final IbkrClient client;
    private final Function<String, IbkrContract> contracts;
    private final String account;
    private final String timeInForce;
    private final Map<String, BrokerOrder> orders = new LinkedHashMap<>();
    private @Nullable Connected with;
    private boolean ready;
    private boolean closed;
    private boolean connected;
    private boolean up;

    /** What there is from the moment of connecting on. */
    private record Connected(BrokerListener listener, OrderReports reports, Guards guards) {}

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
        if (closed || with != null) {
            throw new IllegalStateException("this broker was connected or closed");
        }
        return new IbkrBroker(client, contracts, account, "GTC");
    }

    @Override
    public void connect(BrokerListener newListener) {
        Objects.requireNonNull(newListener, "newListener");
        synchronized (this) {
            if (closed || with != null) {
                throw new IllegalStateException(closed ? "this broker was closed" : "this broker is connected already");
            }
            OrderReports reports = new OrderReports(this, client, orders, newListener);
            with = new Connected(
                    newListener, reports, new Guards(client, contracts, orders, this::named, reports::end));
        }
        client.orders().events().subscribe(new Listening<>(this::on));
        client.states().subscribe(new Listening<>(this::on));
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
            // From now on positions are read after each reconnection, too.
            client.account().positions().join();
            synchronized (this) {
                connected = true;
                up = client.state() == ConnectionState.READY;
            }
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
        if (failure != null && !OrderReports.isUnanswered(failure)) {
            throw new CompletionException(failure);
        }
        return answer == null ? List.of() : answer;
    }

    private synchronized void start(
            List<OrderEvent.Executed> executed,
            List<OrderEvent.Acknowledged> open,
            List<OrderEvent.Completed> completed) {
        int us = client.clientId();
        OrderReports reports = Objects.requireNonNull(with).reports();
        executed.stream().filter(it -> it.clientId() == us).forEach(it -> reports.note(it.orderRef()));
        open.stream()
                .filter(it -> it.clientId() == us)
                .forEach(it -> reports.note(it.order().orderRef()));
        completed.forEach(it -> reports.note(it.orderRef()));
        ready = true;
    }

    @Override
    public synchronized void submit(OrderIntent order) {
        Connected wire = connected();
        BrokerOrder before = orders.get(order.id());
        if (before != null) {
            LOG.warn("Order {} was sent before and is not sent again", order.id());
            return;
        }
        BrokerOrder mine = new BrokerOrder(order);
        orders.put(order.id(), mine);
        if (wire.reports().isKnown(order.id())) {
            wire.reports()
                    .unknown(
                            mine,
                            "the gateway has had an order of that name since before this run: it is not sent again");
        } else {
            send(wire, mine);
        }
    }

    private void send(Connected wire, BrokerOrder mine) {
        OrderIntent intent = mine.intent;
        BigDecimal quantity = BigDecimal.valueOf(intent.quantity());
        IbkrOrder entry = intent.limitPrice().isPresent()
                ? IbkrOrder.limit(
                        intent.side(),
                        quantity,
                        BigDecimal.valueOf(intent.limitPrice().getAsDouble()))
                : IbkrOrder.market(intent.side(), quantity);
        List<BrokerOrder> family = new ArrayList<>(List.of(mine));
        List<IbkrOrder> sent = new ArrayList<>(List.of(named(entry, intent.id()).withTimeInForce(timeInForce)));
        if (intent.stopPrice().isPresent()) {
            BrokerOrder stop = new BrokerOrder(OrderIntent.market(
                    intent.id() + Protection.STOP,
                    intent.symbol(),
                    intent.side().opposite(),
                    intent.quantity()));
            orders.put(stop.intent.id(), stop);
            family.add(stop);
            sent.add(wire.guards().stop(stop, intent.stopPrice().getAsDouble(), ""));
        }
        try {
            List<PlacedOrder> placed = client.orders().family(contracts.apply(intent.symbol()), sent);
            for (int i = 0; i < placed.size(); i++) {
                family.get(i).orderId = placed.get(i).orderId();
                family.get(i).parentId = i == 0 ? 0 : mine.orderId;
            }
        } catch (IbkrException | UncheckedIOException | IllegalArgumentException e) {
            family.forEach(
                    each -> wire.reports().end(each, OrderEnd.Kind.REJECTED, "it was not sent: " + e.getMessage()));
        }
    }

    private IbkrOrder named(IbkrOrder order, String id) {
        return order.withAccount(account).withOrderRef(id);
    }

    @Override
    public synchronized void recall(OrderIntent order) {
        if (closed || with != null) {
            throw new IllegalStateException("orders of an earlier run must be named before this broker is connected");
        }
        orders.putIfAbsent(order.id(), new BrokerOrder(order));
    }

    @Override
    public boolean holdsStops() {
        return true;
    }

    @Override
    public synchronized void protect(Protection protection) {
        connected().guards().set(protection);
    }

    @Override
    public synchronized boolean cancelAll() {
        connected();
        try {
            client.orders().cancelAll();
            return true;
        } catch (IbkrException e) {
            // Those of ours are cancelled when there is a connection again.
            orders.values().stream().filter(mine -> !mine.over).forEach(mine -> mine.cancelWanted = true);
            LOG.warn("Not all orders could be cancelled: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public CompletableFuture<BrokerAccount> account() {
        synchronized (this) {
            connected();
        }
        return new AccountReading(client, account, this::costOf).read();
    }

    private synchronized BigDecimal costOf(OrderEvent.Executed event) {
        return connected().reports().costOf(event);
    }

    @Override
    public synchronized void cancel(String orderId) {
        Connected wire = connected();
        BrokerOrder mine = orders.get(orderId);
        if (mine != null && !mine.over) {
            mine.cancelWanted = true;
            // One of an earlier run has no number yet, and is asked back as soon as it has.
            if (mine.orderId != 0) {
                wire.reports().sendCancel(mine);
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (with != null) {
                with.reports().close();
            }
        }
        client.close();
    }

    private Connected connected() {
        Connected wire = with;
        if (closed || wire == null || !ready) {
            throw new IllegalStateException("this broker is not connected");
        }
        return wire;
    }

    private synchronized void on(OrderEvent event) {
        if (with != null) {
            with.reports().on(event);
        }
    }

    private void on(ConnectionEvent event) {
        boolean isUp = event.state() == ConnectionState.READY;
        BrokerListener hears;
        synchronized (this) {
            if (closed || !connected || isUp == up || event.state() == ConnectionState.RECONCILING) {
                return;
            }
            up = isUp;
            hears = Objects.requireNonNull(with).listener();
        }
        hears.onConnection(isUp, event.reason().isEmpty() ? event.state().toString() : event.reason());
    }
}
