package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerAccount;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.ibkr.IbkrBroker;
import io.robotrader.engine.ibkr.IbkrClient;
import io.robotrader.engine.ibkr.OrderIdStore;
import io.robotrader.engine.market.Bar;
import io.robotrader.risk.account.OrderIntent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A broker for tests and dry runs of one's own strategy over the real wire: it starts a {@link GatewaySimulator} on
 * loopback and trades on it with an {@link IbkrBroker} over an {@link IbkrClient}, through TCP, bar by bar as the engine
 * sees them.
 *
 * <p>Orders fill as with {@link io.robotrader.engine.execution.PaperBroker}: whole, on the first bar of their symbol that is
 * later than they are, a market order at its open made worse by the slippage, a limit order at that price or at its limit.
 * Every call returns only when the gateway has answered and what it said was told to the listener, on the calling thread: a
 * fill with its commission, and of one bar in the order in which the orders were sent. So the same bars and orders give the
 * same fills as with the paper broker, but for the fills' names, however fast or slow the machine is. Nothing sleeps; a
 * gateway that does not answer within ten seconds of real time fails the call.
 *
 * <p>Unlike the paper broker it refuses an order with a protective stop, and, in the gateway's words, one for a symbol that was
 * not named, and a limit of more than 8 decimals; and it sends no order's id twice. Like the paper broker it has no opinion
 * on buying power: no order is refused for lack of funds, so that the account can show the cash that it was given and may owe
 * what it has not. Checking that is the risk gate's.
 *
 * <p>Called by the engine's one writing thread; not thread-safe. The client's clock stands still between calls, so its
 * pacing, which stays what it is, takes no real time.
 */
public final class SimulatedBroker implements Broker {

    private static final String ACCOUNT = "DU1234567";
    private static final BigDecimal FINEST_PRICE = new BigDecimal("0.00000001");
    private static final long DEADLINE_SECONDS = 10;
    // More than the second in which the client counts its messages.
    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final int PRICE_DECIMALS = 4;
    private static final int MONEY_DECIMALS = 2;

    private final Set<String> symbols;
    private final Instant start;
    private final BigDecimal cash;
    private final FillModel fills;
    private final Commission commission;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Working> working = new LinkedHashMap<>();
    private final Set<String> cancelled = new HashSet<>();
    private final BarReports reports = new BarReports();
    private @Nullable BrokerListener listener;
    private @Nullable Wire connection;
    private boolean closed;
    private boolean broken;

    /** An order, the how manieth it was, and how many shares of it are left. */
    private record Working(String symbol, long number, long left) {}

    /** Both ends of the wire. */
    private record Wire(GatewaySimulator gateway, StepTimer timer, IbkrClient client, IbkrBroker broker) {}

    private SimulatedBroker(
            Collection<String> symbols, Instant start, BigDecimal cash, FillModel fills, Commission commission) {
        this.symbols = Set.copyOf(symbols);
        this.start = Objects.requireNonNull(start, "start");
        this.cash = Objects.requireNonNull(cash, "cash");
        this.fills = fills;
        this.commission = commission;
        if (symbols.isEmpty()) {
            throw new IllegalArgumentException("symbols must be at least one, but was " + symbols);
        }
    }

    /**
     * {@return a broker without slippage and commission}
     *
     * @param symbols what can be traded, at least one
     * @param start what the gateway's clock says at first; an order that is sent before the first bar trades on bars after it
     * @param cash what the gateway's account begins with, in US dollars
     * @throws IllegalArgumentException if there are no symbols
     */
    public static SimulatedBroker of(Collection<String> symbols, Instant start, BigDecimal cash) {
        return new SimulatedBroker(symbols, start, cash, FillModel.IMMEDIATE, Commission.NONE);
    }

    /**
     * {@return the same, not connected, with costs}
     *
     * @param slippage how much worse than the open a market order trades, as a fraction of the price, in [0, 0.1]
     * @param commissionPerShare US dollars for each share, zero or positive; a fill's commission is rounded up to a cent
     * @throws IllegalArgumentException if a number is out of its range
     */
    public SimulatedBroker withCosts(double slippage, BigDecimal commissionPerShare) {
        return new SimulatedBroker(
                symbols, start, cash, fills.withRelativeSlippage(slippage), Commission.perShare(commissionPerShare));
    }

    @Override
    public void connect(BrokerListener newListener) {
        Objects.requireNonNull(newListener, "newListener");
        if (closed || listener != null) {
            throw new IllegalStateException(closed ? "this broker was closed" : "this broker is connected already");
        }
        Wire made = make();
        try {
            // On another thread, as connecting knows no time but the client's, which stands.
            await(CompletableFuture.runAsync(() -> made.broker().connect(reports)));
        } catch (RuntimeException e) {
            close(made);
            throw e;
        }
        connection = made;
        listener = newListener;
    }

    private Wire make() {
        GatewaySimulatorBuilder builder = GatewaySimulator.builder()
                .barByBar(symbols, start)
                .account(ACCOUNT, cash)
                .checksFunds(false)
                .spread(0)
                .fills(fills)
                .commission(commission);
        symbols.forEach(symbol -> builder.listing(Listing.of(symbol).withMinTick(FINEST_PRICE)));
        GatewaySimulator gateway = builder.start();
        StepTimer timer = new StepTimer(start);
        IbkrClient client = IbkrClient.builder()
                .port(gateway.port())
                .allowOrders(OrderIdStore.inMemory())
                .keepAlive(NEVER, NEVER)
                .timer(timer)
                .build();
        return new Wire(gateway, timer, client, IbkrBroker.over(client).goodTillCancelled());
    }

    @Override
    public void submit(OrderIntent order) {
        Wire wire = connected();
        if (order.stopPrice().isPresent()) {
            // A bar does not say when in it a stop was reached, and who relies on one must not be left without.
            Objects.requireNonNull(listener)
                    .onOrderEnded(new OrderEnd(
                            order.id(), OrderEnd.Kind.REJECTED, "a protective stop cannot be held bar by bar"));
            return;
        }
        if (ids.add(order.id())) {
            working.put(order.id(), new Working(order.symbol(), ids.size(), order.quantity()));
        }
        wire.timer().advance(STEP);
        wire.broker().submit(order);
        settle(wire, null);
    }

    @Override
    public void cancel(String orderId) {
        Wire wire = connected();
        if (working.containsKey(orderId)) {
            cancelled.add(orderId);
            wire.timer().advance(STEP);
            wire.broker().cancel(orderId);
            settle(wire, null);
        }
    }

    /** {@inheritDoc} Bars of symbols that were not named are left alone. */
    @Override
    public void onMarket(Bar bar) {
        Wire wire = connected();
        if (!symbols.contains(bar.symbol())) {
            return;
        }
        wire.gateway().play(bar);
        // Where nothing works, nothing has happened that would be told.
        if (working.values().stream().anyMatch(order -> order.symbol().equals(bar.symbol()))) {
            wire.timer().advance(STEP);
            settle(wire, bar);
        }
    }

    /** {@inheritDoc} It is completed when this returns. */
    @Override
    public CompletableFuture<BrokerAccount> account() {
        Wire wire = connected();
        wire.timer().advance(STEP);
        CompletableFuture<BrokerAccount> books = wire.broker().account();
        await(books);
        settle(wire, null);
        return books;
    }

    /**
     * {@return the cash of the gateway's account, in US dollars; below zero if it owes}
     *
     * @throws IllegalStateException if this broker is not connected
     */
    public BigDecimal cash() {
        return connected().gateway().cash(ACCOUNT);
    }

    /** Disconnects and ends the gateway. Orders that work are gone with it. Closing twice is once. */
    @Override
    public void close() {
        closed = true;
        listener = null;
        Wire ended = connection;
        connection = null;
        if (ended != null) {
            close(ended);
        }
    }

    private static void close(Wire ended) {
        ended.broker().close();
        ended.gateway().close();
    }

    /** Waits until all that the gateway has said until now is here, and tells it. */
    private void settle(Wire wire, @Nullable Bar bar) {
        // Whoever goes on after a failure does not wait for a dead gateway once more.
        broken = true;
        // The answer to a question comes after all that was said before it.
        await(wire.client().currentTime());
        broken = false;
        BrokerListener hears = Objects.requireNonNull(listener);
        BarReports.News news = reports.take();
        List<Fill> told = new ArrayList<>(news.fills());
        // A bar does not tell what in it came first.
        told.sort(Comparator.comparingLong(this::numberOf));
        told.forEach(fill -> {
            filled(fill);
            hears.onFill(whole(fill, bar));
        });
        news.commissions().forEach(hears::onCommission);
        news.ends().forEach(end -> {
            if (end.kind() != OrderEnd.Kind.UNKNOWN) {
                working.remove(end.orderId());
            }
            hears.onOrderEnded(worded(end));
        });
    }

    /** How many orders are known to be neither filled nor ended. */
    int working() {
        return working.size();
    }

    private long numberOf(Fill fill) {
        Working order = working.get(fill.orderId());
        return order == null ? Long.MAX_VALUE : order.number();
    }

    private void filled(Fill fill) {
        Working order = working.get(fill.orderId());
        if (order != null && order.left() > fill.quantity()) {
            working.put(fill.orderId(), new Working(order.symbol(), order.number(), order.left() - fill.quantity()));
        } else {
            working.remove(fill.orderId());
        }
    }

    /** With what the wire leaves out: zeros at the end, and of a time what is less than a second. */
    private static Fill whole(Fill fill, @Nullable Bar bar) {
        Instant time = fill.time();
        if (bar != null && bar.time().truncatedTo(ChronoUnit.SECONDS).equals(time)) {
            time = bar.time();
        }
        return new Fill(
                fill.id(),
                fill.orderId(),
                fill.symbol(),
                fill.side(),
                fill.quantity(),
                atLeast(fill.price(), PRICE_DECIMALS),
                atLeast(fill.commission(), MONEY_DECIMALS),
                time);
    }

    private static BigDecimal atLeast(BigDecimal value, int decimals) {
        return value.scale() < decimals ? value.setScale(decimals) : value;
    }

    /** The gateway says that it is cancelled, and we know by whom. */
    private OrderEnd worded(OrderEnd end) {
        boolean asked = cancelled.remove(end.orderId());
        return asked && end.kind() == OrderEnd.Kind.CANCELLED
                ? new OrderEnd(end.orderId(), end.kind(), "cancelled on request")
                : end;
    }

    private static void await(CompletableFuture<?> answer) {
        try {
            answer.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the gateway must answer within " + DEADLINE_SECONDS + " seconds, but did not", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the gateway must answer, but did not: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the broker must not be interrupted, but was", e);
        }
    }

    private Wire connected() {
        if (connection == null) {
            throw new IllegalStateException("this broker is not connected");
        }
        if (broken) {
            throw new IllegalStateException("the gateway has not answered before, and is not asked again");
        }
        return connection;
    }
}
