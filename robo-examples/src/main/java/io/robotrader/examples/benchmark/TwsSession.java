package io.robotrader.examples.benchmark;

import io.robotrader.engine.ibkr.IbkrClient;
import io.robotrader.engine.ibkr.IbkrContract;
import io.robotrader.engine.ibkr.IbkrOrder;
import io.robotrader.engine.ibkr.IbkrTick;
import io.robotrader.engine.ibkr.OrderIdStore;
import io.robotrader.engine.ibkr.PlacedOrder;
import io.robotrader.engine.ibkr.TickField;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** A client at a simulator, by loopback: it listens to prices day by day and places orders that rest. */
final class TwsSession implements AutoCloseable {

    private static final Duration LONG = Duration.ofDays(365);
    private static final IbkrContract SHARE = IbkrContract.stock(TwsPrices.SYMBOL);

    private final TwsPrices prices;
    private final FastTimer timer = new FastTimer();
    private final IbkrClient client;
    private final Listener listener = new Listener();

    TwsSession(TwsPrices prices, int port, int clientId) {
        this.prices = prices;
        client = IbkrClient.builder()
                .port(port)
                .clientId(clientId)
                .allowOrders(OrderIdStore.inMemory())
                .timer(timer)
                .deadline(LONG)
                .keepAlive(LONG, LONG)
                .tickRoom(1 << 20)
                .build();
        client.connect().join();
    }

    void listen() throws InterruptedException {
        client.marketData().quotes(SHARE, "").subscribe(listener);
        listener.begun.acquire();
    }

    /** Lets days pass as fast as they are heard of; says how many ticks that were. */
    long days(int days) throws InterruptedException {
        long before = listener.ticks.get();
        for (int i = 0; i < days; i++) {
            listener.ahead.acquire();
            prices.nextDay();
        }
        listener.ahead.acquire(Listener.AHEAD);
        listener.ahead.release(Listener.AHEAD);
        return listener.ticks.get() - before;
    }

    /** Nanoseconds from placing an order that rests until its acknowledgement is known. */
    long order() {
        IbkrOrder order = IbkrOrder.limit(Side.BUY, BigDecimal.ONE, TwsPrices.FAR_BELOW);
        long start = System.nanoTime();
        PlacedOrder placed = client.orders().place(SHARE, order);
        CompletableFuture<Long> known = placed.acknowledged().thenApply(event -> System.nanoTime());
        return known.join() - start;
    }

    /** Ends what {@link #order} began. */
    void cancelAll() throws InterruptedException {
        client.orders().cancelAll();
        while (prices.simulator.workingOrders() > 0) {
            Thread.onSpinWait();
        }
        // An answer that comes after all of the others.
        client.currentTime().join();
    }

    @Override
    public void close() {
        client.close();
        timer.close();
    }

    /** Counts ticks, and tells when a day's last price has come. */
    private static final class Listener implements Flow.Subscriber<IbkrTick> {
        /** So many days may be on their way. */
        static final int AHEAD = 8;

        final Semaphore begun = new Semaphore(0);
        final Semaphore ahead = new Semaphore(AHEAD);
        final AtomicLong ticks = new AtomicLong();
        private boolean first = true;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(IbkrTick tick) {
            ticks.lazySet(ticks.getPlain() + 1); // one thread writes
            if (first) {
                first = false;
                begun.release();
            }
            if (tick instanceof IbkrTick.Size size
                    && size.field() == TickField.VOLUME
                    && size.size() == TwsPrices.VOLUME) {
                ahead.release();
            }
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException("ticks must not fail, but did", failure);
        }

        @Override
        public void onComplete() {}
    }
}
