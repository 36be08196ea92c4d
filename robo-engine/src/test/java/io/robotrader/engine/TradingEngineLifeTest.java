package io.robotrader.engine;

import static io.robotrader.engine.Sample.bar;
import static io.robotrader.engine.Sample.bars;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.config.ConfigException;
import io.robotrader.config.RoboConfig;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.journal.JournalException;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.HistoryFeed;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.strategy.Signal.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TradingEngineLifeTest {

    private final Rig rig = new Rig();
    private final RuntimeException broken = new IllegalStateException("broken on purpose");

    private TradingEngine engine() {
        return rig.builder(Sample.config(false)).build();
    }

    private void fail() {
        throw broken;
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "feed", "journal"})
    void en_1_a_start_that_fails_leaves_nothing_behind(String part) throws Exception {
        switch (part) {
            case "broker" -> rig.onConnect = this::fail;
            case "feed" -> rig.onFeedStart = this::fail;
            default -> rig.onAppend = event -> fail();
        }
        TradingEngine engine = engine();

        assertThatThrownBy(engine::start).isSameAs(broken);

        assertThat(engine.state()).isEqualTo(EngineState.ERROR);
        assertThat(engine.awaitEnd()).containsSame(broken);
        rig.assertNothingLeft();
        assertThat(rig.heard(StateChanged.class).map(StateChanged::to)).endsWith(EngineState.ERROR);
        engine.stop();
    }

    @Test
    void en_1_an_error_is_thrown_as_it_is() {
        AssertionError error = new AssertionError("errors too");
        rig.onConnect = () -> {
            throw error;
        };

        assertThatThrownBy(engine()::start).isSameAs(error);
    }

    @Test
    void en_1_what_breaks_while_everything_is_closed_is_added_to_what_broke_first() throws Exception {
        rig.onConnect = this::fail;
        rig.onClose = () -> {
            throw new AssertionError("close");
        };
        TradingEngine engine = engine();

        assertThatThrownBy(engine::start).isSameAs(broken);

        assertThat(broken.getSuppressed()).hasSize(3);
        rig.assertNothingLeft();
    }

    @Test
    void en_5_an_engine_is_started_once() throws Exception {
        TradingEngine engine = engine();
        assertThatIllegalStateException().isThrownBy(engine::stop).withMessageContaining("must be started");

        engine.start();
        engine.awaitEnd();

        assertThatIllegalStateException().isThrownBy(engine::start).withMessageContaining("but was STOPPED");
        engine.stop();
        assertThat(engine.state()).isEqualTo(EngineState.STOPPED);
    }

    @Test
    void en_9_stop_ends_an_engine_whose_feed_is_silent_and_twice_is_once() throws Exception {
        rig.source = new HandFeed();
        TradingEngine engine = engine();
        engine.start();
        assertThat(engine.state()).isEqualTo(EngineState.RUNNING);
        CountDownLatch bothBack = new CountDownLatch(2);

        for (int i = 0; i < 2; i++) {
            new Thread(() -> {
                        try {
                            engine.stop();
                            bothBack.countDown();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .start();
        }

        assertThat(bothBack.await(10, TimeUnit.SECONDS)).isTrue();
        engine.stop();
        assertThat(rig.heard(StateChanged.class).map(StateChanged::to))
                .containsExactly(EngineState.READY, EngineState.RUNNING, EngineState.STOPPING, EngineState.STOPPED);
        rig.assertNothingLeft();
    }

    @Test
    void en_9_stop_does_not_wait_for_the_bars_in_line_and_lets_a_blocked_feed_go() throws Exception {
        double[] closes = new double[5000];
        Arrays.fill(closes, 100);
        List<Bar> bars = bars("AAPL", closes);
        rig.source = HistoryFeed.of(bars);
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        TradingEngine engine = rig.builder(Sample.config(false))
                .strategy(new Script().at(bars.get(0), Direction.LONG).at(bars.get(1), Direction.FLAT))
                .listener(event -> {
                    if (event instanceof SignalRaised) {
                        atWork.countDown();
                        await(gate);
                    }
                })
                .build();
        engine.start();
        await(atWork);
        Thread stopper = new Thread(() -> {
            try {
                engine.stop();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        stopper.start();
        while (stopper.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        gate.countDown();

        stopper.join();
        assertThat(engine.state()).isEqualTo(EngineState.STOPPED);
        assertThat(rig.heard(DayClosed.class)).hasSize(1);
        assertThat(rig.heard(SignalRaised.class)).hasSize(1);
        rig.assertNothingLeft();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {StateChanged.class, SignalRaised.class, OrderFilled.class})
    void en_9_a_listener_may_stop_the_engine_at_any_event(Class<? extends EngineEvent> when) throws Exception {
        List<Bar> bars = bars("AAPL", 100, 100, 100, 100);
        AtomicReference<TradingEngine> engine = new AtomicReference<>();
        List<Throwable> troubles = new ArrayList<>();
        rig.source = HistoryFeed.of(bars);
        engine.set(rig.builder(Sample.config(false))
                .strategy(new Script().at(bars.get(0), Direction.LONG).at(bars.get(1), Direction.FLAT))
                .listener(event -> {
                    if (when.isInstance(event)) {
                        try {
                            engine.get().stop();
                            assertThatIllegalStateException()
                                    .isThrownBy(() -> engine.get().awaitEnd());
                        } catch (Throwable trouble) {
                            troubles.add(trouble);
                        }
                    }
                })
                .build());

        engine.get().start();

        assertThat(engine.get().awaitEnd()).isEmpty();
        assertThat(troubles).isEmpty();
        assertThat(rig.decisions()).doesNotContain("SELL 100 AAPL approved");
        rig.assertNothingLeft();
    }

    @Test
    void bars_that_come_after_the_end_are_ignored() throws Exception {
        HandFeed feed = new HandFeed();
        rig.source = feed;
        TradingEngine engine = engine();
        engine.start();
        MarketDataFeed.Listener listener = feed.listener.get();
        listener.onBar(bar("AAPL", 0, 100, 100));
        engine.stop();
        int before = rig.heard.size();

        listener.onBar(bar("AAPL", 1, 100, 100));
        listener.onEnd();
        listener.onFailure(broken);

        assertThat(rig.heard).hasSize(before);
        assertThat(engine.awaitEnd()).isEmpty();
    }

    @Test
    void a_feed_that_breaks_ends_the_engine_in_error_and_says_why() throws Exception {
        HandFeed feed = new HandFeed();
        rig.source = feed;
        TradingEngine engine = engine();
        engine.start();

        feed.listener.get().onFailure(broken);

        assertThat(engine.awaitEnd())
                .hasValueSatisfying(why -> assertThat(why)
                        .hasMessage("the market data feed broke: " + broken)
                        .hasCause(broken));
        assertThat(engine.state()).isEqualTo(EngineState.ERROR);
        rig.assertNothingLeft();
    }

    @Test
    void what_a_listener_throws_goes_no_further() throws Exception {
        List<EngineEvent> later = new ArrayList<>();

        rig.run(
                rig.builder(Sample.config(false))
                        .listener(event -> {
                            throw new AssertionError("errors too");
                        })
                        .listener(later::add),
                bars("AAPL", 100, 100));

        assertThat(later).isEqualTo(rig.heard);
    }

    @Test
    void no_order_that_opens_leaves_when_its_decision_cannot_be_journaled() throws Exception {
        List<Bar> bars = bars("AAPL", 100, 100, 100);
        rig.source = HistoryFeed.of(bars);
        // The same exception for every entry from now on, as of a disk that is full.
        JournalException full = new JournalException("full", broken);
        boolean[] isFull = new boolean[1];
        rig.onAppend = event -> {
            isFull[0] |= event instanceof OrderDecided;
            if (isFull[0]) {
                throw full;
            }
        };
        TradingEngine engine = rig.builder(Sample.config(false))
                .strategy(new Script().at(bars.get(0), Direction.LONG))
                .build();

        engine.start();

        assertThat(engine.awaitEnd())
                .hasValueSatisfying(it -> assertThat(it)
                        .isInstanceOf(JournalException.class)
                        .hasMessageMatching("the journal lacks the last \\d+ events, which are in the log alone")
                        .hasCause(full));
        assertThat(engine.state()).isEqualTo(EngineState.STOPPED);
        assertThat(rig.submitted).isEmpty();
        assertThat(LogFile.linesWith("This is not in the journal: OrderDecided", "ERROR"))
                .isNotEmpty();
        rig.assertNothingLeft();
    }

    @Test
    void a_journal_that_does_not_close_is_told_to_whoever_awaits_the_end() throws Exception {
        rig.onClose = this::fail;
        TradingEngine engine = engine();

        engine.start();

        assertThat(engine.awaitEnd()).containsSame(broken);
        assertThat(engine.state()).isEqualTo(EngineState.STOPPED);
        rig.assertNothingLeft();
    }

    @Test
    void a_bar_that_comes_late_or_twice_is_ignored_and_the_engine_lives() throws Exception {
        HandFeed feed = new HandFeed();
        rig.source = feed;
        Bar second = bar("AAPL", 1, 100, 100);
        TradingEngine engine = rig.builder(Sample.config(false))
                .strategy(new Script().at(second, Direction.LONG))
                .build();
        engine.start();
        MarketDataFeed.Listener listener = feed.listener.get();

        listener.onBar(second);
        listener.onBar(second);
        listener.onBar(bar("AAPL", 0, 90, 90));
        listener.onBar(bar("MSFT", 0, 90, 90));
        listener.onBar(bar("AAPL", 2, 101, 101));
        listener.onEnd();

        assertThat(engine.awaitEnd()).isEmpty();
        assertThat(rig.fills()).containsExactly("BUY 100 AAPL at 101");
        assertThat(rig.heard(DayClosed.class).map(DayClosed::tradeDate))
                .containsExactly(Sample.FIRST_DATE.plusDays(1), Sample.FIRST_DATE.plusDays(2));
    }

    @Test
    void nothing_new_is_sent_while_the_fate_of_a_cancelled_order_is_open() throws Exception {
        HandFeed feed = new HandFeed();
        HandBroker broker = new HandBroker();
        rig.source = feed;
        rig.trader = broker;
        List<Bar> bars = bars("AAPL", 100, 100, 100, 100);
        CountDownLatch decided = new CountDownLatch(2);
        TradingEngine engine = rig.builder(Sample.config(false))
                .stopDeadline(Duration.ZERO)
                .strategy(new Script().at(bars.get(0), Direction.LONG).at(bars.get(1), Direction.FLAT))
                .listener(event -> {
                    if (event instanceof OrderDecided) {
                        decided.countDown();
                    }
                })
                .build();
        engine.start();
        feed.listener.get().onBar(bars.get(0));
        feed.listener.get().onBar(bars.get(1));
        feed.listener.get().onBar(bars.get(2));
        while (rig.heard(SignalRaised.class).count() < 2 || broker.asked.size() < 2) {
            Thread.onSpinWait();
        }

        // The cancellation comes too late for 40 shares; one of the reports is told twice.
        Fill fill = broker.fill("f1", 0, 40, "100");
        broker.listener.onFill(fill);
        broker.listener.onFill(fill);
        broker.listener.onOrderEnded(broker.cancelled(0));
        await(decided);
        engine.stop();

        assertThat(broker.asked).startsWith("BUY 100", "cancel", "SELL 40");
        assertThat(rig.heard(OrderFilled.class)).hasSize(1);
    }

    @Test
    void live_trading_is_built_with_all_its_keys_and_refused_when_one_is_missing() {
        RoboConfig live = Sample.unlimited(false)
                .set("execution.mode", "live")
                .set("execution.liveConfirmation", "U1234567")
                .set("ibkr.account", "U1234567")
                .set("ibkr.port", "7496")
                .set("ibkr.readonly", "false")
                .load()
                .config();

        assertThat(rig.builder(live).build().state()).isEqualTo(EngineState.INITIALIZING);
        assertThatThrownBy(() -> rig.builder(live.with("execution.liveConfirmation", RoboConfig.defaults())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("execution.liveConfirmation");
        // What was handed in is the caller's still.
        assertThat(rig.openParts).hasValue(3);
    }

    @Test
    void a_missing_part_is_refused_by_its_name() {
        assertThatIllegalStateException()
                .isThrownBy(() -> rig.builder(Sample.config(false)).clock(null).build())
                .withMessageStartingWith("clock must be given");
        assertThatIllegalStateException()
                .isThrownBy(() -> rig.builder(Sample.config(false)).feed(null).build())
                .withMessageStartingWith("feed must be given");
        assertThatIllegalStateException()
                .isThrownBy(() -> rig.builder(Sample.config(false)).broker(null).build())
                .withMessageStartingWith("broker must be given");
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> rig.builder(Sample.config(false)).journal(null).build())
                .withMessageStartingWith("journal must be given");
    }
}
