package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.execution.BrokerAccount.Held;
import io.robotrader.engine.execution.BrokerAccount.OpenOrder;
import io.robotrader.engine.execution.Difference;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.journal.JournalException;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.risk.account.OrderIntent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A journal in trouble holds the engine, and ends it only when too much waits to be written. */
@Timeout(60)
class TradingEngineJournalTest {

    private final Stage stage = new Stage();
    private FullDisk disk;

    @TempDir
    private Path folder;

    @AfterEach
    void end() throws Exception {
        disk.full = false;
        disk.fillsUp = event -> false;
        stage.close();
    }

    private void start() {
        disk = new FullDisk(JdbcJournal.open(stage.database).spillingTo(folder.resolve("spilled")));
        stage.start(it -> it.journal(disk));
    }

    private void fill(int order, String price) {
        OrderIntent sent = stage.broker.working.get(order);
        stage.broker.listener.onFill(stage.broker.fill(sent.id() + "-f", order, sent.quantity(), price));
    }

    private void diskIsFullAt(int minute) throws InterruptedException {
        disk.full = true;
        stage.bar("MSFT", minute, 100);
        stage.until(view -> view.holds().containsKey(HoldReason.JOURNAL));
    }

    private void spaceIsMade() {
        disk.full = false;
        stage.pass(Backlog.LONGEST_WAIT);
        stage.until(view -> !view.holds().containsKey(HoldReason.JOURNAL));
    }

    private List<EngineEvent> journaled() {
        try (JdbcJournal again = JdbcJournal.open(stage.database);
                Stream<EngineEvent> past = again.past()) {
            return past.toList();
        }
    }

    @Test
    void nothing_opens_while_the_journal_takes_nothing_and_all_is_written_in_order_when_it_does() throws Exception {
        start();
        stage.open("AAPL", 1);

        diskIsFullAt(2);
        stage.wish("MSFT", 3, Direction.LONG);
        assertThat(stage.engine.state()).isEqualTo(EngineState.PAUSED);
        assertThat(stage.engine.view().holds().get(HoldReason.JOURNAL)).isEqualTo("no space left on device");
        spaceIsMade();
        stage.wish("MSFT", 9, Direction.LONG);

        assertThat(stage.engine.state()).isEqualTo(EngineState.RUNNING);
        assertThat(stage.decisions()).containsExactly("BUY 100 AAPL approved", "BUY 100 MSFT approved");
        assertThat(stage.heard(HoldChanged.class).map(HoldChanged::placed)).containsExactly(true, false);
        stage.engine.stop(Duration.ZERO);
        assertThat(stage.engine.awaitEnd()).isEmpty();
        assertThat(journaled()).isEqualTo(stage.heard);
        String last = stage.broker.working.get(1).id();
        assertThat(stage.heard.get(Integer.parseInt(last.substring(last.lastIndexOf('-') + 1)) - 1))
                .isInstanceOf(OrderDecided.class);
    }

    @Test
    void an_order_that_opens_is_not_sent_when_its_decision_is_the_first_that_cannot_be_written() throws Exception {
        start();
        disk.fillsUp = OrderDecided.class::isInstance;

        stage.wish("AAPL", 1, Direction.LONG);

        assertThat(stage.broker.asked).isEmpty();
        assertThat(stage.heard(OrderEnded.class).map(it -> it.end().reason()))
                .containsExactly("not sent, as the journal could not take it");
        disk.fillsUp = event -> false;
        spaceIsMade();
        stage.wish("AAPL", 9, Direction.LONG);
        assertThat(stage.broker.asked).containsExactly("BUY 100");
    }

    @Test
    void what_opens_is_asked_back_and_what_is_held_may_be_left_under_an_id_that_no_later_run_gives() throws Exception {
        start();
        stage.open("AAPL", 1);
        stage.wish("MSFT", 1, Direction.LONG);

        diskIsFullAt(2);
        stage.until(() -> stage.broker.asked.contains("cancel"));
        stage.wish("AAPL", 3, Direction.FLAT);
        fill(2, "99");
        stage.until(view -> view.positions().isEmpty());

        assertThat(stage.broker.asked).containsExactly("BUY 100", "BUY 100", "cancel", "SELL 100");
        assertThat(stage.broker.working.get(2).id()).matches("AAPL-\\d+-\\d+r1");
        spaceIsMade();
        stage.engine.stop(Duration.ZERO);
        assertThat(journaled()).isEqualTo(stage.heard);
    }

    @Test
    void the_next_try_waits_longer_each_time_up_to_a_minute() throws Exception {
        start();
        diskIsFullAt(1);

        int before = disk.refused.get();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            stage.pass(Duration.ofSeconds(seconds).minusNanos(1));
            settle();
            assertThat(disk.refused.get()).as("before %s s", seconds).isEqualTo(before);
            stage.pass(Duration.ofNanos(1));
            settle();
            assertThat(disk.refused.get()).as("after %s s", seconds).isEqualTo(++before);
        }
    }

    private void settle() {
        assertThat(stage.engine.controls.perform(() -> {})).isTrue();
    }

    @Test
    void a_hold_of_somebody_elses_does_not_let_anything_open_when_it_is_released() throws Exception {
        start();
        diskIsFullAt(1);

        stage.engine.release(HoldReason.JOURNAL);
        stage.until(view -> !view.holds().containsKey(HoldReason.JOURNAL));
        stage.wish("AAPL", 2, Direction.LONG);

        assertThat(stage.decisions()).isEmpty();
        stage.pass(Backlog.LONGEST_WAIT);
        stage.until(view -> view.holds().containsKey(HoldReason.JOURNAL));
    }

    @Test
    void a_halt_is_in_force_without_a_journal_and_cannot_be_lifted_before_it_is_written() throws Exception {
        start();
        diskIsFullAt(1);
        stage.engine.halt("Ann", "no journal");
        stage.until(view -> view.halt().isPresent());

        assertThat(stage.engine.desk.killSwitch().isSaved()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> stage.engine.resetHalt("Ann", "never mind"))
                .withRootCauseInstanceOf(JournalException.class);
        spaceIsMade();
        assertThat(stage.engine.resetHalt("Ann", "there is space")).isTrue();

        stage.engine.stop(Duration.ZERO);
        assertThat(journaled().stream().filter(it -> it instanceof Halted || it instanceof HaltLifted))
                .extracting(it -> it.getClass().getSimpleName())
                .containsExactly("Halted", "HaltLifted");
    }

    @Test
    void a_halt_whose_lifting_is_the_first_that_cannot_be_written_stays_over_a_restart() throws Exception {
        start();
        stage.engine.halt("Ann", "lunch");
        stage.until(view -> view.halt().isPresent());
        disk.fillsUp = HaltLifted.class::isInstance;

        assertThatIllegalStateException().isThrownBy(() -> stage.engine.resetHalt("Ann", "back"));
        disk.fillsUp = event -> false;
        spaceIsMade();

        assertThat(stage.engine.view().halt()).isPresent();
        stage.restart(it -> it);
        assertThat(stage.engine.view().halt()).isPresent();
    }

    @Test
    void when_too_much_waits_the_engine_stops_and_spills_what_the_next_run_takes() throws Exception {
        start();
        stage.open("AAPL", 1);
        diskIsFullAt(2);

        for (int bar = 1; stage.engine.state().isLive(); bar++) {
            stage.bar(new Bar(
                    "MSFT", Stage.START.plusSeconds(120).plusMillis(bar), 100, 100, 100, 100, OptionalDouble.empty()));
        }

        assertThat(stage.engine.awaitEnd())
                .hasValueSatisfying(it -> assertThat(it)
                        .isInstanceOf(JournalException.class)
                        .hasMessageMatching("the journal lacks the last 100\\d\\d events, which are in .*spilled"));
        assertThat(stage.engine.state()).isEqualTo(EngineState.STOPPED);
        List<EngineEvent> before = List.copyOf(stage.heard);
        start();
        assertThat(stage.engine.view().positions()).hasSize(1);
        stage.engine.stop(Duration.ZERO);
        assertThat(journaled()).startsWith(before.toArray(EngineEvent[]::new));
        assertThat(Files.exists(folder.resolve("spilled"))).isFalse();
        assertThat(Files.readAllLines(folder.resolve("spilled.taken"))).hasSizeGreaterThan(Backlog.ROOM);
    }

    @Test
    void what_waited_when_the_program_was_killed_is_found_at_the_broker() throws Exception {
        // given: an exit that was sent and filled, of which the journal knows nothing
        AccountBroker first = new AccountBroker(stage.broker);
        stage.trader = first;
        start();
        stage.open("AAPL", 1);
        diskIsFullAt(2);
        stage.wish("AAPL", 3, Direction.FLAT);
        fill(1, "101");
        stage.until(view -> view.positions().isEmpty());
        Fill bought = stage.broker.fill(stage.broker.working.get(0).id() + "-f", 0, 100, "100");
        Fill sold = stage.broker.fill(stage.broker.working.get(1).id() + "-f", 1, 100, "101");
        String exit = stage.broker.working.get(1).id();
        disk.full = true;
        Files.createDirectory(folder.resolve("spilled"));
        stage.engine.stop(Duration.ZERO);

        // when: the next run begins with a journal that ends before it
        Files.delete(folder.resolve("spilled"));
        stage.broker = new HandBroker();
        AccountBroker next = new AccountBroker(stage.broker);
        next.trades = List.of(bought, sold);
        next.cash = "100100";
        stage.trader = next;
        stage.heard.clear();
        start();

        // then
        assertThat(stage.heard(Reconciled.class).flatMap(it -> it.differences().stream()))
                .extracting(Difference::kind)
                .containsExactly(Difference.Kind.MISSED_FILL);
        assertThat(stage.engine.view().positions()).isEmpty();
        assertThat(stage.engine.view().figures().equity()).isEqualTo(100_100);
        assertThat(stage.engine.state()).isEqualTo(EngineState.RUNNING);
        assertThat(stage.heard(SignalRaised.class)).isEmpty();
        stage.wish("AAPL", 5, Direction.LONG);
        assertThat(stage.broker.working).extracting(OrderIntent::id).doesNotContain(exit);
    }

    @Test
    void an_exit_that_works_still_and_that_no_journal_knows_is_told_by_the_next_run() throws Exception {
        AccountBroker first = new AccountBroker(stage.broker);
        stage.trader = first;
        start();
        stage.open("AAPL", 1);
        diskIsFullAt(2);
        stage.wish("AAPL", 3, Direction.FLAT);
        OrderIntent exit = stage.broker.working.get(1);
        Fill bought = stage.broker.fill(stage.broker.working.get(0).id() + "-f", 0, 100, "100");
        Files.createDirectory(folder.resolve("spilled"));
        stage.engine.stop(Duration.ZERO);

        Files.delete(folder.resolve("spilled"));
        stage.broker = new HandBroker();
        AccountBroker next = new AccountBroker(stage.broker);
        next.trades = List.of(bought);
        next.held = List.of(new Held("AAPL", 100, new BigDecimal("100")));
        next.open = List.of(new OpenOrder(exit.id(), "7", "AAPL", exit.side(), 100, 0, false));
        next.cash = "90000";
        stage.trader = next;
        stage.heard.clear();
        start();

        assertThat(stage.heard(Reconciled.class).flatMap(it -> it.differences().stream()))
                .extracting(Difference::kind, Difference::subject)
                .containsExactly(tuple(Difference.Kind.FOREIGN_ORDER, exit.id()));
    }

    @Test
    void bars_of_the_trouble_are_learnt_from() throws Exception {
        start();
        diskIsFullAt(1);
        stage.bar("AAPL", 2, 100);
        spaceIsMade();
        stage.wish("AAPL", 9, Direction.LONG);

        assertThat(stage.broker.asked).containsExactly("BUY 100");
        assertThat(stage.heard(BarTaken.class)).hasSize(3);
    }
}
