package io.robotrader.engine.ibkr;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bars from a gateway: trades of the regular hours, bars of five seconds put together to longer ones.
 *
 * <p>Its {@link #history} is as many finished bars as were asked for, of which the newest ends before now. A bar is handed
 * out when its last five seconds are, or when another symbol is more than five seconds past its end. The first one after the
 * start, and one during which the connection was lost, is made of what came of it. Periods are counted from the open. A symbol
 * whose prices the gateway refuses is asked for again every thirty seconds, with an error in the log each time.
 *
 * <p>The client is connected and closed by others, as a rule by its {@link IbkrBroker}. Thread-safe.
 */
public final class IbkrFeed implements MarketDataFeed {

    private static final Logger LOG = LoggerFactory.getLogger(IbkrFeed.class);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final IbkrClient client;
    private final Map<String, IbkrContract> contracts = new LinkedHashMap<>();
    private final MarketCalendar calendar;
    private final Duration length;
    private final int past;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final List<Flow.Subscription> subscriptions = new ArrayList<>(); // guarded by this
    private @Nullable Thread thread; // guarded by this
    private volatile boolean closed;

    /** Five seconds of a symbol. */
    private record Part(String symbol, IbkrBar bar) {}

    private IbkrFeed(
            IbkrClient client,
            List<String> symbols,
            Function<String, IbkrContract> contract,
            MarketCalendar calendar,
            Duration length,
            int past) {
        this.client = Objects.requireNonNull(client, "client");
        this.calendar = Objects.requireNonNull(calendar, "calendar");
        this.length = length;
        this.past = past;
        symbols.forEach(symbol -> contracts.put(symbol, contract.apply(symbol)));
        BarLength.name(length);
    }

    /**
     * {@return a feed of shares in dollars, routed by the vendor}
     *
     * @param client connected before the feed is asked for anything
     * @param symbols of what
     * @param calendar knows the regular hours
     * @param bar how long a bar is: 5, 15 or 30 seconds, 1, 5, 10, 15 or 30 minutes, or an hour
     * @param history how many bars of before are wanted of each symbol, zero or more
     * @throws IllegalArgumentException if a bar is of another length, or the history negative
     */
    public static IbkrFeed over(
            IbkrClient client, List<String> symbols, MarketCalendar calendar, Duration bar, int history) {
        return over(client, symbols, IbkrContract::stock, calendar, bar, history);
    }

    /**
     * {@return a feed}
     *
     * @param client connected before the feed is asked for anything
     * @param symbols of what
     * @param contract what a symbol stands for, such as with its home exchange
     * @param calendar knows the regular hours
     * @param bar how long a bar is: 5, 15 or 30 seconds, 1, 5, 10, 15 or 30 minutes, or an hour
     * @param history how many bars of before are wanted of each symbol, zero or more
     * @throws IllegalArgumentException if a bar is of another length, or the history negative
     */
    public static IbkrFeed over(
            IbkrClient client,
            List<String> symbols,
            Function<String, IbkrContract> contract,
            MarketCalendar calendar,
            Duration bar,
            int history) {
        if (history < 0) {
            throw new IllegalArgumentException("history must be zero or more, but was " + history);
        }
        return new IbkrFeed(client, symbols, contract, calendar, bar, history);
    }

    /** {@inheritDoc} A symbol of which the gateway tells none begins without, with a warning in the log. */
    @Override
    public List<Bar> history() {
        if (past == 0) {
            return List.of();
        }
        Instant now = client.currentTime().join();
        Map<String, CompletableFuture<List<IbkrBar>>> asked = new LinkedHashMap<>();
        contracts.forEach((symbol, contract) -> asked.put(
                symbol,
                client.marketData()
                        .history(HistoryQuery.trades(contract, BarLength.days(length, past), BarLength.name(length)))));
        PastBars found = new PastBars(calendar, length, now);
        asked.forEach((symbol, answer) -> {
            try {
                found.add(symbol, answer.join(), past);
            } catch (CompletionException e) {
                LOG.warn("There is no history of {}: {}", symbol, String.valueOf(e.getCause()));
            }
        });
        return found.inOrder();
    }

    @Override
    public void start(Listener listener) {
        Objects.requireNonNull(listener, "listener");
        synchronized (this) {
            if (closed || thread != null) {
                throw new IllegalStateException(
                        "feed must be new to be started, but was " + (closed ? "closed" : "started"));
            }
            thread = Threads.daemon("ibkr-feed", () -> deliver(listener));
            thread.start();
        }
        contracts.keySet().forEach(this::subscribe);
    }

    private void subscribe(String symbol) {
        if (!closed) {
            client.marketData()
                    .realTimeBars(Objects.requireNonNull(contracts.get(symbol)), "TRADES", true)
                    .subscribe(new Bars(symbol));
        }
    }

    private void deliver(Listener listener) {
        BarAssembly assembly = new BarAssembly(contracts.keySet(), length, calendar);
        try {
            while (!closed) {
                Part part = parts.take();
                Optional<Instant> start = part.bar().start();
                if (start.isEmpty()) {
                    LOG.warn("A bar of {} without a time is ignored: {}", part.symbol(), part.bar());
                    continue;
                }
                for (Bar bar : assembly.add(part.symbol(), start.get(), part.bar())) {
                    if (closed) {
                        return;
                    }
                    listener.onBar(bar);
                }
            }
        } catch (InterruptedException e) {
            if (!closed) {
                listener.onFailure(e);
            }
        } catch (Throwable e) { // errors too: a consumer that died must not look like one that is waiting
            listener.onFailure(e);
        }
    }

    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            running = thread;
            subscriptions.forEach(Flow.Subscription::cancel);
            subscriptions.clear();
        }
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        running.interrupt();
        boolean interrupted = false;
        while (running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Bars implements Flow.Subscriber<IbkrBar> {
        private final String symbol;

        Bars(String symbol) {
            this.symbol = symbol;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            synchronized (IbkrFeed.this) {
                subscriptions.add(subscription);
            }
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(IbkrBar bar) {
            parts.add(new Part(symbol, bar));
        }

        @Override
        public void onError(Throwable failure) {
            if (!closed) {
                LOG.error("The prices of {} are refused, and are asked for again in {}", symbol, AGAIN, failure);
                client.timer().schedule(AGAIN, () -> subscribe(symbol));
            }
        }

        @Override
        public void onComplete() {
            LOG.debug("The client was closed");
        }
    }
}
