package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.PaperBroker;
import io.robotrader.engine.ibkr.sim.SimulatedBroker;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.HistoryFeed;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.OrderIntent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A recorded run comes out the same again, what was changed in the record is found, and another policy is asked. */
@Timeout(120)
class JournalReplayTest {

    private static TradingEngineBuilder plain(TradingEngineBuilder builder) {
        return builder.protectiveStops(false);
    }

    private final Stage stage = new Stage();

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private static List<Bar> sample() {
        List<Bar> bars = new ArrayList<>(
                Sample.bars("AAPL", 100, 101, 103, 102, 104, 106, 108, 104, 99, 95, 97, 101, 106, 110, 112, 105));
        bars.addAll(Sample.bars("MSFT", 50, 51, 50, 49, 48, 50, 52, 54, 55, 56, 54, 51, 48, 46, 49, 53));
        return bars;
    }

    private static RoboConfig config() {
        return Sample.config(true, "off", "off");
    }

    private static JdbcDataSource recorded(Broker broker, RoboConfig config, UnaryOperator<TradingEngineBuilder> setUp)
            throws InterruptedException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        TradingEngine engine = setUp.apply(TradingEngine.builder()
                        .config(config)
                        .clock(new VirtualClock(Instant.EPOCH))
                        .journal(JdbcJournal.open(database))
                        .broker(broker)
                        .feed(HistoryFeed.of(sample())))
                .build();
        engine.start();
        assertThat(engine.awaitEnd()).isEmpty();
        return database;
    }

    private static List<ReplayResult> replayed(JdbcDataSource database, UnaryOperator<TradingEngineBuilder> setUp)
            throws InterruptedException {
        try (JdbcJournal journal = JdbcJournal.open(database)) {
            return JournalReplay.of(journal).engine(setUp).all();
        }
    }

    private static long entries(JdbcDataSource database) {
        try (JdbcJournal journal = JdbcJournal.open(database)) {
            return journal.lastSequence();
        }
    }

    /** All that was written is found the same, and of each kind that is named there is at least one. */
    private static void assertSame(JdbcDataSource database, List<ReplayResult> results, String... kinds) {
        assertThat(results).isNotEmpty().allSatisfy(it -> {
            assertThat(it.difference().map(ReplayDifference::message)).isEmpty();
            assertThat(it.endedEarly()).isEmpty();
        });
        assertThat(results.get(results.size() - 1).last()).isEqualTo(entries(database));
        assertThat(results).flatMap(it -> it.compared().keySet()).contains(kinds);
    }

    private List<ReplayResult> replayedStage(UnaryOperator<TradingEngineBuilder> setUp) throws Exception {
        stage.engine.stop();
        return replayed(stage.database, builder -> setUp.apply(plain(builder).strategy(stage.script)));
    }

    @Test
    void a_run_with_the_paper_broker_comes_out_the_same() throws Exception {
        JdbcDataSource database =
                recorded(PaperBroker.withCosts(0.001, new BigDecimal("0.01")), config(), builder -> builder);

        List<ReplayResult> results = replayed(database, builder -> builder);

        assertSame(database, results, "BarTaken", "SignalRaised", "EntrySized", "OrderDecided", "OrderFilled");
        assertThat(results.get(0).compared()).containsEntry("BarTaken", 32L);
    }

    @Test
    void a_run_with_the_simulated_broker_comes_out_the_same() throws Exception {
        Broker broker = SimulatedBroker.of(List.of("AAPL", "MSFT"), Instant.EPOCH, new BigDecimal("100000"))
                .withCosts(0.001, new BigDecimal("0.01"));
        JdbcDataSource database = recorded(broker, config(), JournalReplayTest::plain);

        assertSame(database, replayed(database, JournalReplayTest::plain), "OrderDecided", "OrderFilled");
    }

    @Test
    void a_run_with_real_money_is_replayed_without_the_keys_to_it() throws Exception {
        RoboConfig live = Sample.unlimited(true)
                .set("risk.maxDailyLossPct", "off")
                .set("execution.mode", "live")
                .set("ibkr.readonly", "false")
                .set("ibkr.port", "4001")
                .set("ibkr.account", "U7654321")
                .set("execution.liveConfirmation", "U7654321")
                .load()
                .config();
        JdbcDataSource database = recorded(PaperBroker.free(), live, JournalReplayTest::plain);

        assertSame(database, replayed(database, JournalReplayTest::plain), "RunBegan", "OrderDecided", "OrderFilled");
        try (JdbcJournal journal = JdbcJournal.open(database)) {
            PolicyComparison same = JournalReplay.of(journal).under(live);
            assertThat(same.judged()).isPositive();
            assertThat(same.blocked()).isEmpty();
        }
    }

    @Test
    void a_decision_that_was_changed_in_the_journal_is_found_with_both_sides() throws Exception {
        JdbcDataSource database = recorded(PaperBroker.free(), config(), JournalReplayTest::plain);
        JdbcDataSource changed = new JdbcDataSource();
        changed.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        long at = 0;
        OrderIntent order = null;
        try (JdbcJournal from = JdbcJournal.open(database);
                JdbcJournal to = JdbcJournal.open(changed)) {
            for (EngineEvent event : from.past().toList()) {
                if (at == 0 && event instanceof OrderDecided decided) {
                    order = decided.order();
                    event = new OrderDecided(decided.at(), order.withQuantity(7), decided.decision());
                    at = to.lastSequence() + 1;
                }
                to.append(event);
            }
        }

        ReplayResult result = replayed(changed, JournalReplayTest::plain).get(0);

        assertThat(result.isSame()).isFalse();
        assertThat(result.last()).isEqualTo(at - 1);
        ReplayDifference difference = result.difference().orElseThrow();
        assertThat(difference.sequence()).isEqualTo(at);
        assertThat(((OrderDecided) difference.recorded()).order().quantity()).isEqualTo(7);
        assertThat(((OrderDecided) difference.replayed().orElseThrow()).order()).isEqualTo(order);
        assertThat(difference.message()).contains("entry " + at, "quantity=7", "quantity=" + order.quantity());
    }

    @Test
    void other_settings_differ_from_the_first_order_on_that_they_size_otherwise() throws Exception {
        JdbcDataSource database = recorded(PaperBroker.free(), config(), JournalReplayTest::plain);
        RoboConfig other =
                Sample.unlimited(true).set("risk.maxPositionPct", "0.05").load().config();

        try (JdbcJournal journal = JdbcJournal.open(database)) {
            JournalReplay replay =
                    JournalReplay.of(journal).engine(JournalReplayTest::plain).config(other);
            ReplayResult result = replay.run(replay.runs().get(0));

            assertThat(result.difference().orElseThrow().recorded()).isInstanceOf(EngineEvent.EntrySized.class);
        }
    }

    @Test
    void stops_pauses_halts_and_their_ends_come_out_the_same() throws Exception {
        UnaryOperator<TradingEngineBuilder> rules =
                it -> it.protectiveStops(true).orderTimeout(Duration.ofMinutes(3));
        stage.start(rules);
        stage.open("AAPL", 1);
        stage.engine.pause("Ann", "lunch: a long one");
        stage.until(view -> view.state() == EngineState.PAUSED);
        stage.script.at(Stage.minute("MSFT", 2, 50, 50, 50), Direction.LONG);
        stage.bar("MSFT", 2, 50);
        stage.engine.resume("Ann");
        stage.until(view -> view.state() == EngineState.RUNNING);
        stage.script.at(Stage.minute("MSFT", 3, 50, 50, 50), Direction.LONG);
        stage.bar("MSFT", 3, 50);
        stage.bar("MSFT", 7, 50);
        stage.broker.listener.onOrderEnded(stage.broker.cancelled(stage.broker.working.size() - 1));
        stage.until(view -> view.orders().isEmpty());
        stage.broker.listener.onConnection(false, "gone");
        stage.until(view -> view.state() == EngineState.PAUSED);
        stage.broker.listener.onConnection(true, "back");
        stage.until(view -> view.state() == EngineState.RUNNING);
        stage.engine.halt("Bob", "odd prices");
        stage.until(view -> view.counts() != null && stage.engine.figures() != null);
        stage.engine.resetHalt("Bob", "fixed");
        stage.bar(Stage.minute("AAPL", 8, 90, 100, 92));
        stage.fill("92");

        List<ReplayResult> results = replayedStage(rules);

        assertSame(
                stage.database, results, "HoldChanged", "CancelRequested", "ConnectionChanged", "Halted", "HaltLifted");
    }

    @Test
    void two_runs_in_one_journal_are_replayed_each_from_what_was_before_it() throws Exception {
        stage.start().open("AAPL", 1);
        Bar wish = Stage.minute("MSFT", 2, 50, 50, 50);
        stage.script.at(wish, Direction.LONG);
        stage.bar(wish);
        String lost = stage.broker.working.get(1).id();
        // The stop gives up at once, as a killed program would.
        stage.restart(it -> it.stopDeadline(Duration.ZERO));
        stage.broker.listener.onOrderEnded(new OrderEnd(lost, OrderEnd.Kind.CANCELLED, "found out"));
        stage.until(view -> view.orders().isEmpty());
        Bar leave = Stage.minute("AAPL", 5, 104, 104, 104);
        stage.script.at(leave, Direction.FLAT);
        stage.bar(leave);
        stage.fill("104");

        List<ReplayResult> results = replayedStage(it -> it);

        assertThat(results).hasSize(2);
        assertSame(stage.database, results, "OrderDecided", "OrderFilled", "OrderEnded");
        assertThat(results.get(1).compared()).containsEntry("OrderDecided", 1L);
    }

    @Test
    void a_run_whose_books_were_adopted_is_replayed_up_to_there() throws Exception {
        JdbcDataSource database = recorded(PaperBroker.free(), config(), JournalReplayTest::plain);
        try (JdbcJournal journal = JdbcJournal.open(database)) {
            journal.append(new EngineEvent.RunBegan(Instant.EPOCH, settings(journal)));
            journal.append(new CashAdopted(Instant.EPOCH, BigDecimal.TEN, BigDecimal.ONE));
        }

        ReplayResult result = replayed(database, JournalReplayTest::plain).get(1);

        assertThat(result.isSame()).isTrue();
        assertThat(result.compared()).containsOnlyKeys("RunBegan");
        assertThat(result.endedEarly().orElseThrow()).contains("entry " + (result.began() + 1));
    }

    private static String settings(JdbcJournal journal) {
        return journal.past()
                .filter(EngineEvent.RunBegan.class::isInstance)
                .map(it -> ((EngineEvent.RunBegan) it).settings())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_run_must_have_begun_where_one_is_asked_for() throws Exception {
        JdbcDataSource database = recorded(PaperBroker.free(), config(), JournalReplayTest::plain);
        try (JdbcJournal journal = JdbcJournal.open(database)) {
            JournalReplay replay = JournalReplay.of(journal);

            assertThatThrownBy(() -> replay.run(2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("began must be the number of an entry at which a run began, but was 2");
        }
    }

    @Test
    void the_policy_of_then_says_what_it_said_then() throws Exception {
        RoboConfig limited = limited("2000");
        JdbcDataSource database = recorded(PaperBroker.free(), limited, JournalReplayTest::plain);
        try (JdbcJournal journal = JdbcJournal.open(database)) {
            PolicyComparison comparison =
                    JournalReplay.of(journal).engine(JournalReplayTest::plain).under(limited);

            assertThat(comparison.judged()).isPositive();
            assertThat(comparison.blocked()).isEmpty();
            assertThat(comparison.passed()).isEmpty();
        }
    }

    @Test
    void another_policy_tells_the_orders_that_it_would_have_blocked() throws Exception {
        JdbcDataSource database = recorded(PaperBroker.free(), config(), JournalReplayTest::plain);
        try (JdbcJournal journal = JdbcJournal.open(database)) {
            List<OrderIntent> entries = journal.past()
                    .filter(OrderDecided.class::isInstance)
                    .map(it -> ((OrderDecided) it).order())
                    .toList();

            PolicyComparison comparison =
                    JournalReplay.of(journal).engine(JournalReplayTest::plain).under(limited("100"));

            assertThat(comparison.judged()).isEqualTo(entries.size());
            // Every entry costs about 10,000; what only leaves a position is let through by any policy.
            assertThat(comparison.blocked()).isNotEmpty().hasSizeLessThan(entries.size());
            assertThat(comparison.blocked()).allSatisfy(it -> {
                assertThat(it.recorded().decision().isApproved()).isTrue();
                assertThat(it.decision()).isInstanceOf(RiskDecision.Rejected.class);
                assertThat(journal.entries(it.sequence() - 1)
                                .findFirst()
                                .orElseThrow()
                                .event())
                        .isEqualTo(it.recorded());
            });
            assertThat(comparison.passed()).isEmpty();
        }
    }

    private static RoboConfig limited(String notional) {
        return Sample.unlimited(true)
                .set("risk.maxOrderNotional", notional)
                .load()
                .config();
    }
}
