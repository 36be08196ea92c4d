package io.robotrader.engine;

import static io.robotrader.engine.Sample.bars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.HistoryFeed;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.sizing.SizeBound;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of orders, books and time when the world does not behave. */
@Timeout(30)
class TradingEngineTroubleTest {

    private final Rig rig = new Rig();
    private final HandFeed feed = new HandFeed();
    private final HandBroker broker = new HandBroker();
    private final Script script = new Script();
    private final List<Bar> bars = bars("AAPL", 100, 100, 100, 100, 100);

    private TradingEngineBuilder byHand() {
        rig.source = feed;
        rig.trader = broker;
        return rig.builder(Sample.config(false)).strategy(script);
    }

    private static void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private MarketDataFeed.Listener started(TradingEngine engine) {
        engine.start();
        return feed.listener.join();
    }

    private List<OrderEnd.Kind> ends() {
        return rig.heard(OrderEnded.class).map(it -> it.end().kind()).toList();
    }

    @Test
    void stop_waits_for_the_broker_to_tell_the_end_of_each_order_and_books_what_it_tells() throws Exception {
        script.at(bars.get(0), Direction.LONG);
        TradingEngine engine = byHand().stopDeadline(Duration.ofHours(1)).build();
        started(engine).onBar(bars.get(0));
        until(() -> !broker.working.isEmpty());
        Thread stopper = new Thread(() -> {
            try {
                engine.stop();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        stopper.start();
        until(() -> broker.asked.contains("cancel"));

        broker.listener.onFill(broker.fill("f1", 0, 40, "100"));
        until(() -> rig.heard(OrderFilled.class).count() == 1);
        assertThat(engine.state()).isEqualTo(EngineState.STOPPING);
        broker.listener.onOrderEnded(broker.cancelled(0));

        stopper.join();
        assertThat(engine.awaitEnd()).isEmpty();
        assertThat(ends()).containsExactly(OrderEnd.Kind.CANCELLED);
        assertThat(rig.heard(DayClosed.class).map(it -> it.figures().openPositions()))
                .containsExactly(1);
        rig.assertNothingLeft();
    }

    @Test
    void an_order_whose_end_is_not_told_by_the_deadline_is_journaled_as_unknown_and_a_late_fill_is_logged()
            throws Exception {
        script.at(bars.get(0), Direction.LONG);
        TradingEngine engine = byHand().stopDeadline(Duration.ofMillis(1)).build();
        started(engine).onBar(bars.get(0));
        until(() -> !broker.working.isEmpty());

        engine.stop();
        broker.listener.onFill(broker.fill("fill-after-the-end", 0, 40, "100"));

        assertThat(ends()).containsExactly(OrderEnd.Kind.UNKNOWN);
        assertThat(rig.journaled).isEqualTo(rig.heard);
        assertThat(rig.heard(StateChanged.class).map(StateChanged::to)).endsWith(EngineState.STOPPED);
        assertThat(LogFile.linesWith("fill-after-the-end", "WARN")).hasSize(1);
        assertThat(LogFile.linesWith(broker.working.get(0).id(), "ERROR", "PT0.001S"))
                .hasSize(1);
        rig.assertNothingLeft();
    }

    @Test
    void a_deadline_is_from_zero_to_a_day() {
        TradingEngineBuilder builder = TradingEngine.builder();

        builder.stopDeadline(Duration.ZERO).stopDeadline(Duration.ofDays(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.stopDeadline(Duration.ofNanos(-1)))
                .withMessage("deadline must be from zero to one day, but was PT-0.000000001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.stopDeadline(Duration.ofDays(1).plusNanos(1)));
    }

    @Test
    void how_long_the_thread_stays_awake_is_from_zero_to_a_day() {
        TradingEngineBuilder builder = TradingEngine.builder();

        builder.stayAwake(Duration.ZERO).stayAwake(Duration.ofDays(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.stayAwake(Duration.ofNanos(-1)))
                .withMessage("longest must be from zero to one day, but was PT-0.000000001S");
    }

    @Test
    void an_engine_that_fails_takes_its_orders_back_and_names_those_whose_end_it_does_not_know() throws Exception {
        script.at(bars.get(0), Direction.LONG);
        TradingEngine engine = byHand().build();
        MarketDataFeed.Listener listener = started(engine);
        listener.onBar(bars.get(0));
        until(() -> !broker.working.isEmpty());

        listener.onFailure(new IllegalStateException("broken on purpose"));

        Throwable why = engine.awaitEnd().orElseThrow();
        assertThat(broker.asked).containsExactly("BUY 100", "cancel");
        assertThat(why.getSuppressed())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .hasMessage("orders whose end the broker has not told, and which may work or be filled yet: ["
                                + broker.working.get(0).id() + "]"));
        rig.assertNothingLeft();
    }

    @Test
    void an_engine_that_fails_has_nothing_to_add_when_the_broker_tells_the_ends_at_once() throws Exception {
        rig.source = feed;
        script.at(bars.get(0), Direction.LONG);
        TradingEngine engine =
                rig.builder(Sample.config(false)).strategy(script).build();
        MarketDataFeed.Listener listener = started(engine);
        listener.onBar(bars.get(0));

        listener.onFailure(new IllegalStateException("broken on purpose"));

        assertThat(engine.awaitEnd().orElseThrow().getSuppressed()).isEmpty();
        assertThat(rig.submitted).hasSize(1);
        assertThat(LogFile.linesWith(rig.submitted.get(0).id(), "WARN", "CANCELLED"))
                .isNotEmpty();
    }

    @Test
    void a_bar_from_the_future_does_not_make_the_engine_deaf() throws Exception {
        rig.source = feed;
        Instant now = Sample.close(0);
        Bar tolerated = bar("AAPL", now.plusSeconds(60));
        script.at(tolerated, Direction.LONG).at(bar("MSFT", now), Direction.LONG);
        TradingEngine engine = rig.builder(Sample.config(false))
                .strategy(script)
                .clock(InstantSource.fixed(now))
                .build();
        MarketDataFeed.Listener listener = started(engine);

        listener.onBar(bar("AAPL", now.plusSeconds(61)));
        listener.onBar(bar("AAPL", Sample.close(30_000)));
        listener.onBar(bar("MSFT", now));
        listener.onBar(tolerated);
        listener.onEnd();

        assertThat(engine.awaitEnd()).isEmpty();
        assertThat(rig.decisions()).containsExactly("BUY 100 MSFT approved", "BUY 100 AAPL approved");
    }

    private static Bar bar(String symbol, Instant time) {
        return new Bar(symbol, time, 100, 100, 100, 100, OptionalDouble.empty());
    }

    @Test
    void within_a_trade_date_each_symbol_has_its_own_time_and_a_date_that_is_over_stays_over() throws Exception {
        rig.source = feed;
        Bar behind = bar("MSFT", Sample.close(1).minusSeconds(60));
        Bar yesterday = bar("SAME", Sample.close(0));
        script.at(behind, Direction.LONG).at(yesterday, Direction.LONG);
        TradingEngine engine =
                rig.builder(Sample.config(false)).strategy(script).build();
        MarketDataFeed.Listener listener = started(engine);

        listener.onBar(bars.get(1));
        listener.onBar(behind);
        listener.onBar(yesterday);
        listener.onEnd();

        assertThat(engine.awaitEnd()).isEmpty();
        assertThat(rig.decisions()).containsExactly("BUY 100 MSFT approved");
    }

    @Test
    void an_equity_that_nobody_knows_sizes_nothing_and_stops_neither_exits_nor_the_engine() throws Exception {
        script.at(bars.get(0), Direction.LONG)
                .at(bars.get(1), Direction.FLAT)
                .at(bar("MSFT", Sample.close(1)), Direction.LONG);
        TradingEngine engine = byHand().stopDeadline(Duration.ZERO).build();
        MarketDataFeed.Listener listener = started(engine);
        listener.onBar(bars.get(0));
        until(() -> !broker.working.isEmpty());

        // Shares come that the engine did not order, of which no bar has come.
        broker.listener.onFill(broker.fill("f1", 0, 100, "100"));
        broker.listener.onFill(
                new Fill("f2", "by hand", "GOOG", Side.BUY, 10, BigDecimal.TEN, BigDecimal.ZERO, Sample.close(0)));
        listener.onBar(bars.get(1));
        listener.onBar(bar("MSFT", Sample.close(1)));
        listener.onBar(bars.get(2));
        listener.onEnd();

        assertThat(engine.awaitEnd()).isEmpty();
        assertThat(broker.asked).startsWith("BUY 100", "SELL 100");
        assertThat(rig.heard(EntrySized.class).map(it -> it.size().boundBy()))
                .containsExactly(SizeBound.EQUITY_FRACTION, SizeBound.NO_EQUITY);
        assertThat(rig.heard(DayClosed.class).map(it -> it.figures().equity())).containsOnly(Double.NaN);
        assertThat(rig.heard(DayClosed.class).map(it -> it.figures().startOfDayEquity()))
                .containsOnly(100_000.0);
    }

    @Test
    void an_exit_that_the_broker_rejects_is_sent_again_at_the_next_bar() throws Exception {
        script.at(bars.get(0), Direction.LONG).at(bars.get(1), Direction.FLAT);
        TradingEngine engine = byHand().stopDeadline(Duration.ZERO).build();
        MarketDataFeed.Listener listener = started(engine);
        listener.onBar(bars.get(0));
        until(() -> !broker.working.isEmpty());
        broker.listener.onFill(broker.fill("f1", 0, 100, "100"));
        listener.onBar(bars.get(1));
        until(() -> broker.working.size() == 2);

        broker.listener.onOrderEnded(rejected(1));
        listener.onBar(bars.get(2));
        until(() -> broker.working.size() == 3);
        listener.onBar(bars.get(3));
        broker.listener.onFill(broker.fill("f2", 2, 100, "100"));
        listener.onBar(bars.get(4));
        listener.onEnd();

        assertThat(engine.awaitEnd()).isEmpty();
        assertThat(broker.asked).containsExactly("BUY 100", "SELL 100", "SELL 100");
        assertThat(broker.working).extracting(OrderIntent::id).doesNotHaveDuplicates();
    }

    @Test
    void an_entry_that_the_broker_rejects_is_not_sent_again() throws Exception {
        script.at(bars.get(0), Direction.LONG);
        TradingEngine engine = byHand().build();
        MarketDataFeed.Listener listener = started(engine);
        listener.onBar(bars.get(0));
        until(() -> !broker.working.isEmpty());

        broker.listener.onOrderEnded(rejected(0));
        listener.onBar(bars.get(1));
        listener.onBar(bars.get(2));
        listener.onEnd();

        assertThat(engine.awaitEnd()).isEmpty();
        assertThat(broker.asked).containsExactly("BUY 100");
    }

    private OrderEnd rejected(int order) {
        return new OrderEnd(broker.working.get(order).id(), OrderEnd.Kind.REJECTED, "not today");
    }

    @Test
    void ids_of_orders_do_not_repeat_on_one_journal_and_are_the_same_on_new_ones(@TempDir Path folder)
            throws Exception {
        List<String> first = idsOfRunOn(folder.resolve("a"), 0);
        List<String> second = idsOfRunOn(folder.resolve("a"), 5);
        List<String> again = idsOfRunOn(folder.resolve("b"), 0);

        assertThat(first).hasSize(2).isEqualTo(again).doesNotContainAnyElementsOf(second);
    }

    private List<String> idsOfRunOn(Path journal, int day) throws InterruptedException {
        Rig own = new Rig();
        List<Bar> bars = IntStream.range(day, day + 4)
                .mapToObj(it -> Sample.bar("AAPL", it, 100, 100))
                .toList();
        own.source = HistoryFeed.of(bars);
        TradingEngine engine = own.builder(Sample.config(false))
                .strategy(new Script().at(bars.get(0), Direction.LONG).at(bars.get(2), Direction.FLAT))
                .journal(JdbcJournal.inFile(journal))
                .build();
        engine.start();
        assertThat(engine.awaitEnd()).isEmpty();
        return own.submitted.stream().map(OrderIntent::id).toList();
    }

    @Test
    void a_symbol_that_is_not_traded_is_told_once() throws Exception {
        rig.run(rig.builder(Sample.config(false)), bars("ALIEN", 100, 100, 100));

        assertThat(LogFile.linesWith("ALIEN")).singleElement().asString().contains("WARN");
    }

    @Test
    void a_signal_about_a_symbol_without_bars_ends_the_engine_in_error() throws Exception {
        rig.source = HistoryFeed.of(bars);
        TradingEngine engine = rig.builder(Sample.config(false))
                .strategy(new Script().at(bars.get(0), "MSFT", Direction.LONG))
                .build();

        engine.start();

        assertThat(engine.awaitEnd())
                .hasValueSatisfying(why -> assertThat(why)
                        .hasMessage("symbol of a signal must be one of which a bar has come, but was MSFT"));
    }
}
