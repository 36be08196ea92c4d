package io.robotrader.engine;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.view.EngineView;
import io.robotrader.risk.account.OrderIntent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;

/** An engine that is played bar by bar, and started again on the same journal, with a broker that answers when told to. */
final class Stage {

    static final Instant START = Sample.close(0).minusSeconds(3600);

    final VirtualClock clock = new VirtualClock(START);
    final List<EngineEvent> heard = new CopyOnWriteArrayList<>();
    final JdbcDataSource database = new JdbcDataSource();
    RoboConfig config = Sample.config(false, "off", "off");
    HandBroker broker = new HandBroker();
    Broker trader = broker;
    Script script = new Script();
    HandFeed feed = new HandFeed();
    TradingEngine engine;

    Stage() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    Stage start() {
        return start(builder -> builder);
    }

    Stage start(UnaryOperator<TradingEngineBuilder> change) {
        feed = new HandFeed();
        engine = change.apply(TradingEngine.builder()
                        .config(config)
                        .protectiveStops(false)
                        .clock(clock)
                        .listener(heard::add)
                        .journal(JdbcJournal.open(database))
                        .broker(trader)
                        .strategy(script)
                        .feed(feed))
                .build();
        engine.start();
        return this;
    }

    /** Ends the engine and starts another on its journal, with a broker that knows nothing. */
    Stage restart(UnaryOperator<TradingEngineBuilder> change) throws InterruptedException {
        engine.stop(Duration.ZERO);
        broker = new HandBroker();
        trader = broker;
        return start(change);
    }

    /** Hands in a bar and waits until all that it brings about is done. */
    void bar(Bar bar) throws InterruptedException {
        feed.listener.join().onBar(bar);
        until(view -> bar.time().equals(view.lastBars().get(bar.symbol()))
                || !view.state().isLive());
    }

    void bar(String symbol, int minute, double price) throws InterruptedException {
        bar(minute(symbol, minute, price, price, price));
    }

    /** Hands in a bar at 100 upon which the strategy wishes something. */
    void wish(String symbol, int minute, Direction direction) throws InterruptedException {
        Bar bar = minute(symbol, minute, 100, 100, 100);
        script.at(bar, direction);
        bar(bar);
    }

    static Bar minute(String symbol, int minute, double low, double high, double close) {
        return new Bar(symbol, START.plusSeconds(60L * minute), close, high, low, close, OptionalDouble.empty());
    }

    /** Lets time pass, and returns when all that falls due on the way is done. */
    void pass(Duration time) {
        passTo(clock.now().plus(time));
    }

    void passTo(Instant time) {
        // On the engine's own thread, as a bar does it: beside it, what is due again would be scheduled from a time
        // that depends on whose turn it is.
        if (!engine.controls.perform(() -> clock.advanceTo(time))) {
            clock.advanceTo(time);
        }
        until(view -> !view.at().isBefore(time) || !view.state().isLive());
    }

    /** Fills the newest order whole. */
    void fill(String price) {
        int newest = broker.working.size() - 1;
        OrderIntent order = broker.working.get(newest);
        long trades = engine.view().counts().tradesExecuted();
        broker.listener.onFill(broker.fill(order.id() + "-f", newest, order.quantity(), price));
        until(view -> view.counts().tradesExecuted() > trades);
    }

    /** Opens a position of some shares at 100 in the minute given. */
    void open(String symbol, int minute) throws InterruptedException {
        Bar bar = minute(symbol, minute, 100, 100, 100);
        script.at(bar, Direction.LONG);
        bar(bar);
        fill("100");
    }

    void until(Predicate<EngineView> holds) {
        until(() -> holds.test(engine.view()));
    }

    void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new AssertionError("it did not come to that in time");
            }
            Thread.onSpinWait();
        }
    }

    <E extends EngineEvent> Stream<E> heard(Class<E> type) {
        return heard.stream().filter(type::isInstance).map(type::cast);
    }

    List<String> decisions() {
        return heard(OrderDecided.class)
                .map(it -> it.order().side() + " " + it.order().quantity() + " "
                        + it.order().symbol() + " "
                        + (it.decision().isApproved() ? "approved" : "refused"))
                .toList();
    }

    void close() throws InterruptedException {
        if (engine != null) {
            engine.stop(Duration.ZERO);
        }
    }
}
