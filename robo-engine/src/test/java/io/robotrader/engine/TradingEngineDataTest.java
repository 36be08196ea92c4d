package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.CancelRequested;
import io.robotrader.engine.event.EngineEvent.DataRefused;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.journal.JournalEntry;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.QualityBounds;
import io.robotrader.engine.strategy.Signal.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bars that are not to be believed: kept out, told, counted, and what follows from them. */
@Timeout(60)
class TradingEngineDataTest {

    private static final int NEXT_DAY = 24 * 60;

    private final Stage stage = new Stage();

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    /** Hands in a bar that is refused, and waits until that is told. */
    private DataRefused refused(Bar bar) throws InterruptedException {
        long before = stage.engine.view().counts().dataRefused();
        stage.feed.listener.join().onBar(bar);
        stage.until(view -> view.counts().dataRefused() > before);
        List<DataRefused> told = stage.heard(DataRefused.class).toList();
        return told.get(told.size() - 1);
    }

    private static Bar at(int minute, double price) {
        return Stage.minute("AAPL", minute, price, price, price);
    }

    private Bar wish(Bar bar, Direction direction) {
        stage.script.at(bar, direction);
        return bar;
    }

    private RoboConfig with(String path, String value) {
        return Sample.unlimited(false).set(path, value).load().config();
    }

    @Test
    void a_slipped_decimal_point_reaches_nobody_and_is_journaled_and_counted() throws Exception {
        stage.start().open("AAPL", 1);

        DataRefused told = refused(wish(at(2, 10), Direction.FLAT));

        assertThat(told.symbol()).isEqualTo("AAPL");
        assertThat(told.reason()).startsWith("OUTLIER: ");
        assertThat(stage.engine.view().positions().get(0).mark()).hasValue(100);
        assertThat(stage.broker.working).hasSize(1);
        assertThat(stage.heard(BarTaken.class)).hasSize(1);
        assertThat(stage.engine.view().counts().dataRefused()).isEqualTo(1);
        stage.bar("AAPL", 3, 101);
        assertThat(stage.engine.view().positions().get(0).mark()).hasValue(101);
        try (JdbcJournal journal = JdbcJournal.open(stage.database);
                Stream<JournalEntry> entries = journal.entries(0, Set.of(DataRefused.class))) {
            assertThat(entries.map(JournalEntry::event)).containsExactly(told);
        }
    }

    @Test
    void a_level_that_three_bars_agree_on_is_believed_and_told() throws Exception {
        stage.start().open("AAPL", 1);
        refused(at(2, 60));
        refused(at(3, 60));

        stage.bar("AAPL", 4, 60);

        assertThat(stage.engine.view().positions().get(0).mark()).hasValue(60);
        assertThat(stage.heard(TroubleNoted.class))
                .anySatisfy(it -> assertThat(it.message()).startsWith("AAPL LEVEL_SHIFT: "));
    }

    @Test
    void what_looks_like_a_split_opens_nothing_until_a_person_resumes() throws Exception {
        stage.start();
        stage.bar(wish(at(1, 100), Direction.LONG));
        assertThat(stage.broker.working).hasSize(1);

        refused(at(NEXT_DAY, 25));

        assertThat(stage.engine.view().doubts()).containsOnlyKeys("AAPL");
        assertThat(stage.engine.state()).isEqualTo(EngineState.RUNNING);
        assertThat(stage.heard(CancelRequested.class)).hasSize(1);
        stage.broker.listener.onOrderEnded(stage.broker.cancelled(0));
        // The wish of another symbol's bar is about the one in doubt.
        Bar other = Stage.minute("MSFT", NEXT_DAY, 50, 50, 50);
        stage.script.at(other, "AAPL", Direction.LONG);
        stage.bar(other);
        assertThat(stage.broker.working).hasSize(1);
        refused(at(NEXT_DAY + 1, 25.1));

        stage.engine.resume("Ann");
        stage.until(view -> view.doubts().isEmpty());
        stage.bar(wish(at(NEXT_DAY + 2, 25.2), Direction.LONG));

        assertThat(stage.broker.working).hasSize(2);
        assertThat(stage.heard(HoldChanged.class)
                        .map(it -> it.reason() + " " + it.placed())
                        .toList())
                .containsExactly("PRICES OF AAPL true", "PRICES OF AAPL false");
    }

    @Test
    void a_price_that_is_back_ends_the_doubt_by_itself() throws Exception {
        stage.start();
        stage.bar("AAPL", 1, 100);
        refused(at(NEXT_DAY, 50));

        stage.bar(wish(at(NEXT_DAY + 1, 100.5), Direction.LONG));

        assertThat(stage.engine.view().doubts()).isEmpty();
        assertThat(stage.broker.working).hasSize(1);
    }

    @Test
    void a_doubt_outlives_a_restart_and_can_be_settled_when_the_next_price_was_seen() throws Exception {
        stage.start();
        stage.bar("AAPL", 1, 100);
        refused(at(NEXT_DAY, 50));

        stage.restart(it -> it);

        assertThat(stage.engine.view().doubts()).containsOnlyKeys("AAPL");
        refused(at(NEXT_DAY + 1, 50));
        stage.engine.resume("Ann");
        stage.until(view -> view.doubts().isEmpty());
        stage.bar(wish(at(NEXT_DAY + 2, 50), Direction.LONG));
        assertThat(stage.broker.working).hasSize(1);
        stage.restart(it -> it);
        stage.bar("AAPL", NEXT_DAY + 3, 50.5);
        assertThat(stage.engine.view().doubts()).isEmpty();
    }

    @Test
    void what_came_before_is_refused_once_this_run_knows_better_and_passed_over_before() throws Exception {
        stage.start();
        stage.bar("AAPL", 5, 100);
        assertThat(refused(at(4, 100)).reason()).startsWith("LATE: ");

        stage.restart(it -> it);
        stage.feed.listener.join().onBar(at(3, 100));
        stage.bar("AAPL", 6, 100);

        assertThat(stage.engine.view().counts().dataRefused()).isZero();
        assertThat(refused(Stage.minute("TSLA", 7, 9, 9, 9)).reason()).startsWith("STRANGER: ");
    }

    @Test
    void by_a_clock_of_its_own_an_old_bar_is_refused_unless_the_settings_let_it_in() throws Exception {
        InstantSource late = InstantSource.fixed(Stage.START.plus(Duration.ofMinutes(4)));
        stage.start(it -> it.clock(late));
        assertThat(refused(at(1, 100)).reason()).startsWith("STALE: ");
        stage.bar("AAPL", 2, 100);
        Instant ahead = Stage.START.plus(Duration.ofMinutes(6));
        assertThat(refused(Bar.ofClose("AAPL", ahead, 100)).reason()).startsWith("FUTURE: ");
        stage.close();

        stage.config = with("data.maxBarAge", "off");
        stage.start(it -> it.clock(late));
        stage.bar("MSFT", 1, 100);

        assertThat(stage.engine.view().counts().dataRefused()).isZero();
    }

    @Test
    void cf_15_the_settings_say_how_far_a_price_may_jump_and_whether_anybody_asks() throws Exception {
        stage.config = with("data.maxBarJumpPct", "0.01");
        stage.start();
        stage.bar("AAPL", 1, 100);
        refused(at(2, 102));
        stage.close();

        stage.config = with("data.checkQuality", "false");
        stage.start();
        stage.bar("AAPL", 3, 1000);
        stage.bar("AAPL", 4, 1);

        assertThat(stage.engine.view().counts().dataRefused()).isZero();
        stage.close();
        QualityBounds strict = QualityBounds.defaults().withJumps(10, 0.005, 0.02);
        stage.start(it -> it.dataQuality(strict));
        assertThat(refused(at(5, 1.03)).reason()).contains("beyond 2.00 %");
    }

    @Test
    void bars_of_before_are_learned_from_only_if_they_are_to_be_believed() throws Exception {
        List<Bar> history = List.of(at(1, 100), at(2, 1), at(3, 100.5));
        stage.start(it -> it.feed(new HandFeed() {
            @Override
            public List<Bar> history() {
                return history;
            }
        }));

        assertThat(stage.heard(BarTaken.class).map(BarTaken::bar)).containsExactly(history.get(0), history.get(2));
        assertThat(stage.heard(DataRefused.class)).hasSize(1);
    }

    @Test
    void a_run_in_which_prices_were_in_doubt_is_the_same_again() throws Exception {
        stage.start();
        stage.bar(wish(at(1, 100), Direction.LONG));
        refused(at(NEXT_DAY, 50));
        stage.broker.listener.onOrderEnded(stage.broker.cancelled(0));
        stage.until(view -> view.orders().isEmpty());
        stage.engine.resume("Ann");
        stage.until(view -> view.doubts().isEmpty());
        stage.bar(wish(at(NEXT_DAY + 1, 50), Direction.LONG));
        stage.close();

        try (JdbcJournal journal = JdbcJournal.open(stage.database)) {
            assertThat(JournalReplay.of(journal)
                            .engine(it -> it.strategy(stage.script).protectiveStops(false))
                            .all())
                    .allSatisfy(it -> assertThat(it.isSame()).isTrue());
        }
    }
}
