package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerAccount;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.ibkr.ConnectionState;
import io.robotrader.engine.ibkr.IbkrBroker;
import io.robotrader.engine.ibkr.IbkrClient;
import io.robotrader.engine.ibkr.OrderIdStore;
import io.robotrader.engine.market.Bar;
import io.robotrader.risk.account.OrderIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A broker over the wire to a gateway that lives longer than it does, in lockstep: every call returns when all that the
 * gateway had said was told, or when it is known that it says nothing. Protective stops stay with the engine.
 */
final class KeptGateway implements Broker {

    static final String NOT_CONNECTED = "the gateway does not let us in";

    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final long PATIENCE_SECONDS = 60;

    private static final long MOMENT_MILLIS = 20;
    private static final int MOST_MOMENTS = 500;

    private final StepTimer timer;
    private final Runnable nudge;
    private final boolean trusting;
    private final IbkrClient client;
    private final IbkrBroker broker;
    private final List<Consumer<BrokerListener>> news = new ArrayList<>();
    private BrokerListener hears;

    /** To a gateway that answers. */
    KeptGateway(int port, Instant now, OrderIdStore ids) {
        this(port, now, ids, () -> {}, true, NEVER, NEVER);
    }

    /** To a gateway that may do anything; the last lets a second pass there, as one does here while nothing comes. */
    KeptGateway(int port, Instant now, OrderIdStore ids, Runnable nudge) {
        this(port, now, ids, nudge, false, Duration.ofSeconds(30), Duration.ofSeconds(10));
    }

    private KeptGateway(
            int port,
            Instant now,
            OrderIdStore ids,
            Runnable nudge,
            boolean trusting,
            Duration keepAlive,
            Duration keepAliveTimeout) {
        this.nudge = nudge;
        this.trusting = trusting;
        timer = new StepTimer(now);
        client = IbkrClient.builder()
                .port(port)
                .allowOrders(ids)
                .keepAlive(keepAlive, keepAliveTimeout)
                .timer(timer)
                .build();
        broker = IbkrBroker.over(client).goodTillCancelled();
    }

    @Override
    public void recall(OrderIntent order) {
        broker.recall(order);
    }

    @Override
    public void connect(BrokerListener listener) {
        hears = Objects.requireNonNull(listener);
        Throwable failure = await(CompletableFuture.runAsync(() -> broker.connect(new Buffer())));
        if (failure != null) {
            broker.close();
            throw new IllegalStateException(NOT_CONNECTED, failure);
        }
        settle();
    }

    @Override
    public void submit(OrderIntent order) {
        timer.advance(STEP);
        broker.submit(order);
        settle();
    }

    @Override
    public void cancel(String orderId) {
        timer.advance(STEP);
        broker.cancel(orderId);
        settle();
    }

    /** The gateway has played the bar before. */
    @Override
    public void onMarket(Bar bar) {
        timer.advance(STEP);
        settle();
        if (!trusting) {
            // Long enough for its silence to be noticed, and for another try to connect.
            for (int i = 0; i < 3; i++) {
                timer.advance(Duration.ofSeconds(8));
                settle();
            }
        }
    }

    @Override
    public CompletableFuture<BrokerAccount> account() {
        timer.advance(STEP);
        CompletableFuture<BrokerAccount> books;
        try {
            books = broker.account();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        await(books);
        settle();
        return books;
    }

    @Override
    public void close() {
        broker.close();
    }

    /** What the gateway said until now is here when a question asked now is answered. */
    private void settle() {
        if (!trusting) {
            awaitConnection();
        }
        await(client.currentTime());
        List<Consumer<BrokerListener>> told;
        synchronized (news) {
            told = List.copyOf(news);
            news.clear();
        }
        told.forEach(it -> it.accept(hears));
    }

    /**
     * Connecting takes time of this machine: without a moment of that, hours of the timer's go by in which no attempt comes
     * to its end.
     */
    private void awaitConnection() {
        for (int moment = 0; moment < MOST_MOMENTS; moment++) {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOMENT_MILLIS);
            while (client.state() != ConnectionState.READY && System.nanoTime() < deadline) {
                LockSupport.parkNanos(100_000);
            }
            ConnectionState state = client.state();
            if (state != ConnectionState.CONNECTING && state != ConnectionState.RECONCILING) {
                return;
            }
            timer.advance(Duration.ofSeconds(1));
            nudge.run();
        }
    }

    /** Waits for an answer; returns what came in its place, null if it came. */
    private Throwable await(CompletableFuture<?> answer) {
        for (int moment = 0; ; moment++) {
            try {
                answer.get(trusting ? PATIENCE_SECONDS * 1000 : MOMENT_MILLIS, TimeUnit.MILLISECONDS);
                return null;
            } catch (TimeoutException e) {
                if (trusting || moment == MOST_MOMENTS) {
                    throw new IllegalStateException("the gateway must answer, but did not", e);
                }
                timer.advance(Duration.ofSeconds(1));
                nudge.run();
            } catch (ExecutionException e) {
                if (trusting) {
                    throw new IllegalStateException("the gateway must answer, but did not", e);
                }
                return e.getCause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private final class Buffer implements BrokerListener {

        private void add(Consumer<BrokerListener> one) {
            synchronized (news) {
                news.add(one);
            }
        }

        @Override
        public void onFill(Fill fill) {
            add(it -> it.onFill(fill));
        }

        @Override
        public void onCommission(LateCommission commission) {
            add(it -> it.onCommission(commission));
        }

        @Override
        public void onOrderEnded(OrderEnd end) {
            add(it -> it.onOrderEnded(end));
        }

        @Override
        public void onAcknowledged(String orderId, String brokerId) {
            add(it -> it.onAcknowledged(orderId, brokerId));
        }

        @Override
        public void onConnection(boolean up, String detail) {
            add(it -> it.onConnection(up, detail));
        }
    }
}
