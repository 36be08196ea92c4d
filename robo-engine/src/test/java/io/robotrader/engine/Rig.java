package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.PaperBroker;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.HistoryFeed;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.risk.account.OrderIntent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** An engine with doubles of all that it is connected to. Each double can be told to break. */
final class Rig {

    final List<EngineEvent> journaled = new CopyOnWriteArrayList<>();
    final List<EngineEvent> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger openParts = new AtomicInteger(3);
    final List<OrderIntent> submitted = new CopyOnWriteArrayList<>();
    final List<Thread> writers = new CopyOnWriteArrayList<>();
    final VirtualClock clock = new VirtualClock(Instant.EPOCH);

    Consumer<EngineEvent> onAppend = event -> {};
    Runnable onConnect = () -> {};
    Consumer<OrderIntent> onSubmit = order -> {};
    Runnable onFeedStart = () -> {};
    Runnable onClose = () -> {};
    Broker trader = PaperBroker.free();
    MarketDataFeed source = HistoryFeed.of(List.of());

    TradingEngineBuilder builder(RoboConfig config) {
        return TradingEngine.builder()
                .config(config)
                .protectiveStops(false)
                .clock(clock)
                .listener(heard::add)
                .journal(new Memory())
                .broker(new Desk())
                .feed(new Wire());
    }

    <E extends EngineEvent> Stream<E> heard(Class<E> type) {
        return heard.stream().filter(type::isInstance).map(type::cast);
    }

    List<String> decisions() {
        return heard(OrderDecided.class)
                .map(it -> it.order().side() + " " + it.order().quantity() + " "
                        + it.order().symbol() + " "
                        + (it.decision().isApproved()
                                ? "approved"
                                : it.decision().violations()))
                .toList();
    }

    List<String> fills() {
        return heard(OrderFilled.class)
                .map(it -> it.fill().side() + " " + it.fill().quantity() + " "
                        + it.fill().symbol() + " at "
                        + it.fill().price().stripTrailingZeros().toPlainString())
                .toList();
    }

    /** Runs to the end of the bars and sees to it that nothing broke. */
    Rig run(TradingEngineBuilder builder, List<Bar> bars) throws InterruptedException {
        source = HistoryFeed.of(bars);
        TradingEngine engine = builder.build();
        engine.start();
        assertThat(engine.awaitEnd()).isEmpty();
        assertThat(engine.state()).isEqualTo(EngineState.STOPPED);
        assertNothingLeft();
        return this;
    }

    void assertNothingLeft() throws InterruptedException {
        assertThat(openParts).hasValue(0);
        for (Thread writer : writers) {
            writer.join(10_000);
            assertThat(writer.isAlive()).isFalse();
        }
    }

    private void close(AutoCloseable part) {
        openParts.decrementAndGet();
        try {
            part.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        onClose.run();
    }

    private final class Memory implements Journal {
        @Override
        public void append(EngineEvent event) {
            if (!writers.contains(Thread.currentThread())) {
                writers.add(Thread.currentThread());
            }
            onAppend.accept(event);
            journaled.add(event);
        }

        @Override
        public long lastSequence() {
            return journaled.size();
        }

        @Override
        public void close() {
            Rig.this.close(() -> {});
        }
    }

    private final class Desk implements Broker {
        @Override
        public void connect(BrokerListener listener) {
            onConnect.run();
            trader.connect(listener);
        }

        @Override
        public void submit(OrderIntent order) {
            submitted.add(order);
            onSubmit.accept(order);
            trader.submit(order);
        }

        @Override
        public void cancel(String orderId) {
            trader.cancel(orderId);
        }

        @Override
        public void onMarket(Bar bar) {
            trader.onMarket(bar);
        }

        @Override
        public void close() {
            Rig.this.close(trader);
        }
    }

    private final class Wire implements MarketDataFeed {
        @Override
        public void start(Listener listener) {
            onFeedStart.run();
            source.start(listener);
        }

        @Override
        public void close() {
            Rig.this.close(source);
        }
    }
}
