package io.robotrader.examples.benchmark;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.TradingEngineBuilder;
import io.robotrader.engine.VirtualClock;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.strategy.Strategy;
import io.robotrader.examples.data.SampleConfig;
import io.robotrader.risk.account.OrderIntent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An engine between a feed that is called by hand, a broker that notes the time, and a journal that only counts. */
final class EngineScene {

    static final Instant START = Instant.parse("2024-03-04T14:30:00Z");
    private static final double PRICE = 100;
    private static final double SWING = 10;
    private static final double LENGTH = 30;

    final NotingBroker broker = new NotingBroker();
    final HandedFeed feed = new HandedFeed();

    static List<String> symbols(int count) {
        return IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
    }

    static Bar bar(String symbol, long second, double price) {
        return Bar.ofClose(symbol, START.plusSeconds(second), price);
    }

    static double price(long second) {
        return PRICE + (second % 7) / 100.0;
    }

    /** A price that goes up and down widely enough for strategies to wish something. */
    static double swing(long second) {
        return PRICE + SWING * Math.sin(second / LENGTH) + (second % 7) / 100.0;
    }

    static RoboConfig config(List<String> symbols) {
        return SampleConfig.forManyOrders(symbols)
                .set("risk.maxPositionPct", "0.01")
                // A bar a second, and more of them than a day has.
                .set("execution.entryHours", "any")
                .load()
                .config();
    }

    TradingEngine engine(List<String> symbols, Broker to, Function<Bar, Optional<Direction>> wishes) {
        return builder(symbols).strategy(new Wish(wishes)).broker(to).build();
    }

    /** An engine of these symbols, whose strategy is still to be chosen. */
    TradingEngineBuilder builder(List<String> symbols) {
        return TradingEngine.builder()
                .config(config(symbols))
                .clock(new VirtualClock(START))
                .journal(new CountingJournal())
                .broker(broker)
                .feed(feed);
    }

    /** Wishes what a function says. */
    private record Wish(Function<Bar, Optional<Direction>> wishes) implements Strategy {
        @Override
        public String name() {
            return "bench";
        }

        @Override
        public Optional<Signal> onBar(Bar bar) {
            return wishes.apply(bar).map(wish -> new Signal(name(), bar.symbol(), wish, "wanted"));
        }
    }

    /** Remembers the number alone. */
    private static final class CountingJournal implements Journal {
        private long sequence;

        @Override
        public void append(EngineEvent event) {
            sequence++;
        }

        @Override
        public long lastSequence() {
            return sequence;
        }

        @Override
        public void close() {}
    }

    /** Hands its listener out. */
    static final class HandedFeed implements MarketDataFeed {
        private volatile @Nullable Listener listener;

        @Override
        public void start(Listener newListener) {
            listener = newListener;
        }

        Listener listener() {
            return Objects.requireNonNull(listener);
        }

        @Override
        public void close() {}
    }

    /** Notes when it was called; fills at once if asked to, and else lets orders rest. */
    static final class NotingBroker implements Broker {
        volatile long submitted;
        volatile int orders;
        volatile long cancelled;
        volatile int cancels;
        boolean fills;
        private @Nullable BrokerListener listener;

        @Override
        public void connect(BrokerListener newListener) {
            listener = newListener;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // written by the engine's thread alone
        public void submit(OrderIntent order) {
            submitted = System.nanoTime();
            if (fills) {
                Objects.requireNonNull(listener)
                        .onFill(new Fill(
                                "f" + order.id(),
                                order.id(),
                                order.symbol(),
                                order.side(),
                                order.quantity(),
                                BigDecimal.valueOf(PRICE),
                                BigDecimal.ZERO,
                                START));
            }
            orders++;
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // written by the engine's thread alone
        public void cancel(String orderId) {
            cancelled = System.nanoTime();
            Objects.requireNonNull(listener)
                    .onOrderEnded(new OrderEnd(orderId, OrderEnd.Kind.CANCELLED, "cancelled on request"));
            cancels++;
        }

        @Override
        public void close() {}
    }
}
