package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderAcknowledged;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.view.HoldReason;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pausing stops the opening of risk, and not the watching of it. */
@Timeout(60)
class TradingEnginePauseTest {

    private final Stage stage = new Stage();

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private void paused() {
        stage.engine.pause("Ann", "lunch");
        stage.until(view -> view.state() == EngineState.PAUSED);
    }

    private void resumed() {
        stage.engine.resume("Ann");
        stage.until(view -> view.state() == EngineState.RUNNING);
    }

    @Test
    void en_5_a_wish_to_open_while_paused_is_not_kept_for_later() throws Exception {
        Bar wished = Stage.minute("AAPL", 1, 100, 100, 100);
        stage.script.at(wished, Direction.LONG);
        stage.start();

        paused();
        stage.bar(wished);
        resumed();
        stage.bar("AAPL", 2, 100);

        assertThat(stage.broker.asked).isEmpty();
        assertThat(stage.heard(HoldChanged.class).map(it -> it.reason() + " " + it.placed() + " " + it.why()))
                .containsExactly("PERSON true Ann: lunch", "PERSON false Ann: lunch");
        assertThat(stage.heard(StateChanged.class).map(StateChanged::to))
                .containsExactly(EngineState.READY, EngineState.RUNNING, EngineState.PAUSED, EngineState.RUNNING);
    }

    @Test
    void en_5_bars_fills_exits_and_loops_go_on_while_paused() throws Exception {
        Bar exit = Stage.minute("AAPL", 2, 100, 100, 100);
        stage.script.at(exit, Direction.FLAT);
        stage.start().open("AAPL", 1);
        long runs = stage.engine.view().loops().get(0).runs();

        paused();
        stage.bar(exit);
        stage.fill("101");

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100");
        assertThat(stage.engine.view().positions()).isEmpty();
        assertThat(stage.engine.view().state()).isEqualTo(EngineState.PAUSED);
        assertThat(stage.engine.view().loops().get(0).runs()).isGreaterThan(runs);
    }

    @Test
    void orders_that_open_are_taken_back_when_it_is_paused() throws Exception {
        Bar wished = Stage.minute("AAPL", 1, 100, 100, 100);
        stage.script.at(wished, Direction.LONG);
        stage.start();
        stage.bar(wished);

        paused();

        stage.until(view -> view.orders().get(0).isCancelling());
        assertThat(stage.broker.asked).containsExactly("BUY 100", "cancel");
    }

    @Test
    void en_9_pausing_or_resuming_twice_is_once_and_neither_undoes_a_hold_of_the_engine() {
        stage.start();
        paused();
        stage.engine.pause("Bob", "too");
        stage.engine.hold(HoldReason.CONNECTION, "lost");
        stage.engine.resume("Ann");
        stage.engine.resume("Ann");
        stage.until(view -> view.holds().keySet().equals(Set.of(HoldReason.CONNECTION)));
        assertThat(stage.engine.view().state()).isEqualTo(EngineState.PAUSED);
        assertThat(stage.engine.view().isConnected()).isFalse();

        stage.engine.release(HoldReason.CONNECTION);
        stage.engine.release(HoldReason.CONNECTION);

        stage.until(view -> view.state() == EngineState.RUNNING);
        assertThat(stage.engine.view().isConnected()).isTrue();
    }

    @Test
    void en_6_a_lost_connection_pauses_and_takes_nothing_back_until_it_is_there_again() throws Exception {
        Bar wished = Stage.minute("AAPL", 1, 100, 100, 100);
        stage.script.at(wished, Direction.LONG);
        stage.start();
        stage.bar(wished);
        stage.broker.listener.onAcknowledged(stage.broker.working.get(0).id(), "17");

        stage.broker.listener.onConnection(false, "1100");
        stage.until(view -> view.state() == EngineState.PAUSED);
        assertThat(stage.engine.view().isConnected()).isFalse();
        assertThat(stage.engine.view().holds()).containsEntry(HoldReason.CONNECTION, "1100");
        stage.broker.listener.onConnection(true, "1102");
        stage.until(view -> view.state() == EngineState.RUNNING);

        assertThat(stage.broker.asked).containsExactly("BUY 100");
        assertThat(stage.heard(ConnectionChanged.class).map(ConnectionChanged::up))
                .containsExactly(false, true);
        assertThat(stage.heard(OrderAcknowledged.class).map(OrderAcknowledged::brokerId))
                .containsExactly("17");
    }

    @Test
    void a_pause_outlives_a_restart_in_the_words_of_who_paused_until_a_person_resumes() throws Exception {
        Bar wished = Stage.minute("AAPL", 1, 100, 100, 100);
        stage.script.at(wished, Direction.LONG);
        stage.start();
        paused();

        stage.restart(it -> it);
        assertThat(stage.engine.state()).isEqualTo(EngineState.PAUSED);
        assertThat(stage.engine.view().holds()).isEqualTo(Map.of(HoldReason.PERSON, "Ann: lunch"));
        stage.bar(wished);
        resumed();
        stage.restart(it -> it);

        assertThat(stage.engine.state()).isEqualTo(EngineState.RUNNING);
        assertThat(stage.broker.asked).isEmpty();
        assertThat(stage.heard(HoldChanged.class).map(it -> it.reason() + " " + it.placed() + " " + it.why()))
                .containsExactly("PERSON true Ann: lunch", "PERSON false Ann: lunch");
    }

    @Test
    void a_pause_outlives_a_kill() throws Exception {
        FullDisk disk = new FullDisk(JdbcJournal.open(stage.database));
        stage.start(it -> it.journal(disk));
        paused();

        // As after a kill, nothing of what follows is in the journal.
        disk.full = true;
        stage.restart(it -> it);

        assertThat(disk.refused).hasPositiveValue();
        assertThat(stage.engine.state()).isEqualTo(EngineState.PAUSED);
        assertThat(stage.engine.view().holds()).isEqualTo(Map.of(HoldReason.PERSON, "Ann: lunch"));
        resumed();
    }

    @ParameterizedTest
    @EnumSource(HoldReason.class)
    void an_order_that_opens_and_turns_out_to_work_while_nothing_is_opened_is_taken_back(HoldReason reason)
            throws Exception {
        stage.start();
        stage.wish("AAPL", 1, Direction.LONG);
        String id = stage.broker.working.get(0).id();
        stage.broker.listener.onOrderEnded(new OrderEnd(id, OrderEnd.Kind.UNKNOWN, "no answer"));
        stage.until(view -> view.orders().get(0).isUnknown());
        change(reason, true);
        stage.until(view -> view.state() == EngineState.PAUSED);
        assertThat(stage.broker.asked).containsExactly("BUY 100");

        stage.broker.listener.onAcknowledged(id, "17");

        // Of a lost connection nothing is taken back; a hold for the books is one of a difference here.
        boolean isTakenBack = reason != HoldReason.CONNECTION;
        stage.until(view -> view.orders().stream().noneMatch(it -> it.isUnknown()));
        assertThat(stage.engine.view().orders())
                .singleElement()
                .satisfies(it -> assertThat(it.isCancelling()).isEqualTo(isTakenBack));
        assertThat(stage.broker.asked).isEqualTo(isTakenBack ? List.of("BUY 100", "cancel") : List.of("BUY 100"));
    }

    @Test
    void an_order_of_an_earlier_run_that_turns_out_to_work_in_a_pause_is_taken_back() throws Exception {
        stage.start();
        stage.wish("AAPL", 1, Direction.LONG);
        String id = stage.broker.working.get(0).id();
        stage.broker.listener.onOrderEnded(new OrderEnd(id, OrderEnd.Kind.UNKNOWN, "no answer"));
        stage.until(view -> view.orders().get(0).isUnknown());
        paused();
        stage.restart(it -> it);

        stage.broker.listener.onAcknowledged(id, "17");

        stage.until(view -> view.orders().stream().anyMatch(it -> it.isCancelling()));
        assertThat(stage.broker.asked).containsExactly("cancel");
    }

    @Test
    void it_runs_exactly_when_nothing_holds_it_whatever_the_order() {
        Random random = new Random(7);
        List<HoldReason> reasons = List.of(HoldReason.values());
        Set<HoldReason> holds = EnumSet.noneOf(HoldReason.class);
        stage.start();
        for (int step = 0; step < 100; step++) {
            HoldReason reason = reasons.get(random.nextInt(reasons.size()));
            boolean placed = random.nextBoolean();
            change(reason, placed);
            if (placed) {
                holds.add(reason);
            } else {
                holds.remove(reason);
            }

            stage.until(view -> view.holds().keySet().equals(holds)
                    && view.state() == (holds.isEmpty() ? EngineState.RUNNING : EngineState.PAUSED));
        }
        // Each step was a legal one, or the engine would have failed.
        assertThat(stage.engine.state().isLive()).isTrue();
    }

    private void change(HoldReason reason, boolean placed) {
        if (reason == HoldReason.PERSON && placed) {
            stage.engine.pause("Ann", "because");
        } else if (reason == HoldReason.PERSON) {
            stage.engine.resume("Ann");
        } else if (placed) {
            stage.engine.hold(reason, "because");
        } else {
            stage.engine.release(reason);
        }
    }

    @Test
    void what_is_asked_in_the_wrong_state_or_without_a_name_is_refused() throws Exception {
        TradingEngine fresh = new Rig().builder(Sample.config(false)).build();

        assertThatIllegalStateException()
                .isThrownBy(() -> fresh.pause("Ann", "lunch"))
                .withMessage("an engine must be running or paused to be paused, but was INITIALIZING");
        assertThatIllegalStateException().isThrownBy(() -> fresh.resume("Ann"));
        assertThatIllegalStateException()
                .isThrownBy(() -> fresh.halt("Ann", "fear"))
                .withMessage("an engine must be started to be halted, but was INITIALIZING");
        assertThatIllegalStateException().isThrownBy(() -> fresh.resetHalt("Ann", "calm"));
        assertThatIllegalStateException().isThrownBy(() -> fresh.unhealthy("disk"));
        stage.start();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.engine.pause(" ", "lunch"))
                .withMessage("who must not be blank, but was ' '");
        assertThatIllegalArgumentException().isThrownBy(() -> stage.engine.hold(HoldReason.PERSON, "x"));
        stage.engine.stop();
        assertThatIllegalStateException().isThrownBy(() -> stage.engine.pause("Ann", "lunch"));
    }
}
