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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
 * <p>Orders are in dollars, for the day, in the regular hours. Commissions count as dollars. The protective stop of an
 * intent goes with it as an order that waits for it, works until it is cancelled, and is told of under the intent's id and
 * {@code /stop}. Thread-safe.
 */
public final class IbkrBroker implements Broker {

    private static final Logger LOG = LoggerFactory.getLogger(IbkrBroker.class);

    private final IbkrClient client;
    private final Function<String, IbkrContract> contracts;
    private final String account;
    private final Map<String, BrokerOrder> orders = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Guards guards;
    private @Nullable FillBook fills;
    private @Nullable BrokerListener listener;
    private boolean closed;
    private boolean connected;
    private boolean up;

    private IbkrBroker(IbkrClient client, Function<String, IbkrContract> contracts, String account) {
        this.client = client;
        this.contracts = contracts;
        this.account = account;
        this.guards = new Guards(client, contracts, orders, this::named, this::end);
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
        return new IbkrBroker(client, contracts, account);
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
        client.orders().events().subscribe(new Listening<>(this::on));
        client.states().subscribe(new Listening<>(this::on));
        try {
            client.connect().join();
            List<String> names = client.account().names();
            if (account.isEmpty() ? names.size() != 1 : !names.contains(account)) {
                throw new IllegalStateException("account must be one of the login's " + names.size()
                        + " accounts, but was '" + Redacted.account(account) + "'");
            }
            // What earlier runs have sent is known before anything is sent again.
            client.orders().executions().handle(IbkrBroker::tolerated).join();
            client.orders().open().join();
            client.orders().completed().join();
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
    private static boolean tolerated(@Nullable Object answer, @Nullable Throwable failure) {
        if (failure != null && !isUnanswered(failure)) {
            throw new CompletionException(failure);
        }
        return failure == null;
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
        } else {
            send(mine);
        }
    }

    private void send(BrokerOrder mine) {
        OrderIntent intent = mine.intent;
        BigDecimal quantity = BigDecimal.valueOf(intent.quantity());
        IbkrOrder entry = intent.limitPrice().isPresent()
                ? IbkrOrder.limit(
                        intent.side(),
                        quantity,
                        BigDecimal.valueOf(intent.limitPrice().getAsDouble()))
                : IbkrOrder.market(intent.side(), quantity);
        List<BrokerOrder> family = new ArrayList<>(List.of(mine));
        List<IbkrOrder> sent = new ArrayList<>(List.of(named(entry, intent.id())));
        if (intent.stopPrice().isPresent()) {
            BrokerOrder stop = new BrokerOrder(OrderIntent.market(
                    intent.id() + Protection.STOP,
                    intent.symbol(),
                    intent.side().opposite(),
                    intent.quantity()));
            orders.put(stop.intent.id(), stop);
            family.add(stop);
            sent.add(guards.stop(stop, intent.stopPrice().getAsDouble(), ""));
        }
        try {
            List<PlacedOrder> placed = client.orders().family(contracts.apply(intent.symbol()), sent);
            for (int i = 0; i < placed.size(); i++) {
                family.get(i).orderId = placed.get(i).orderId();
                family.get(i).parentId = i == 0 ? 0 : mine.orderId;
            }
        } catch (IbkrException | UncheckedIOException | IllegalArgumentException e) {
            family.forEach(each -> end(each, OrderEnd.Kind.REJECTED, "it was not sent: " + e.getMessage()));
        }
    }

    IbkrOrder named(IbkrOrder order, String id) {
        return order.withAccount(account).withOrderRef(id);
    }

    @Override
    public synchronized void recall(OrderIntent order) {
        if (closed || listener != null) {
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
        requireConnected();
        guards.set(protection);
    }

    @Override
    public synchronized boolean cancelAll() {
        requireConnected();
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
            requireConnected();
        }
        return new AccountReading(client, account, this::costOf).read();
    }

    private synchronized BigDecimal costOf(OrderEvent.Executed event) {
        return Objects.requireNonNull(fills).chargedFor(event);
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
        if (isUnanswered(failure)) {
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

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        client.close();
    }

    private void requireConnected() {
        if (closed || listener == null) {
            throw new IllegalStateException("this broker is not connected");
        }
    }

    private synchronized void on(OrderEvent event) {
        if (closed || fills == null) {
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
    }

    /** Told once, and once more if the fate of the order was told as unknown in between. */
    private void acknowledge(BrokerOrder mine, int permId) {
        if (!mine.over && (!mine.toldAcknowledged || mine.toldUnknown) && permId != 0) {
            mine.toldAcknowledged = true;
            mine.toldUnknown = false;
            Objects.requireNonNull(listener).onAcknowledged(mine.intent.id(), String.valueOf(permId));
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
            hears = Objects.requireNonNull(listener);
        }
        hears.onConnection(isUp, event.reason().isEmpty() ? event.state().toString() : event.reason());
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
        } else if (!status.isEnd()) {
            acknowledge(mine, status.permId());
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
}
