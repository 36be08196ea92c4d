package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A broker over the wire to a gateway that lives longer than it does, in lockstep: every call returns when all that the
 * gateway had said was told. Protective stops stay with the engine.
 */
final class KeptGateway implements Broker {

    private static final Duration STEP = Duration.ofSeconds(2);
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final long PATIENCE_SECONDS = 60;

    private final StepTimer timer;
    private final IbkrClient client;
    private final IbkrBroker broker;
    private final List<Consumer<BrokerListener>> news = new ArrayList<>();
    private BrokerListener hears;

    KeptGateway(int port, Instant now, OrderIdStore ids) {
        timer = new StepTimer(now);
        client = IbkrClient.builder()
                .port(port)
                .allowOrders(ids)
                .keepAlive(NEVER, NEVER)
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
        await(CompletableFuture.runAsync(() -> broker.connect(new Buffer())));
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
    }

    @Override
    public void close() {
        broker.close();
    }

    /** What the gateway said until now is here when a question asked now is answered. */
    private void settle() {
        await(client.currentTime());
        List<Consumer<BrokerListener>> told;
        synchronized (news) {
            told = List.copyOf(news);
            news.clear();
        }
        told.forEach(it -> it.accept(hears));
    }

    private static void await(CompletableFuture<?> answer) {
        try {
            answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the gateway must answer, but did not", e);
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
