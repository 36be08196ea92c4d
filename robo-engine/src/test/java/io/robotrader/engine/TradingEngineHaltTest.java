package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.CancelRequested;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.risk.halt.HaltLevel;
import io.robotrader.risk.halt.HaltTrigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The kill switch, wired to the engine. */
@Timeout(60)
class TradingEngineHaltTest {

    private final Stage stage = new Stage();

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private void flattening() {
        stage.config =
                Sample.unlimited(false).set("risk.halt.flatten", "true").load().config();
    }

    private Bar wish(String symbol, int minute, Direction direction) {
        Bar bar = Stage.minute(symbol, minute, 100, 100, 100);
        stage.script.at(bar, direction);
        return bar;
    }

    private void halted() {
        stage.engine.halt("Ann", "news");
        stage.until(view -> view.halt().isPresent());
    }

    @Test
    void ks_4_a_halt_takes_back_what_would_open_and_leaves_exits_and_positions() throws Exception {
        stage.start().open("AAPL", 1);
        stage.bar(wish("MSFT", 2, Direction.LONG));
        stage.bar(wish("AAPL", 3, Direction.FLAT));

        halted();

        stage.until(view -> view.orders().stream().anyMatch(it -> it.isCancelling()));
        assertThat(stage.broker.asked).containsExactly("BUY 100", "BUY 100", "SELL 100", "cancel");
        assertThat(stage.heard(CancelRequested.class))
                .singleElement()
                .satisfies(it -> assertThat(it.orderId()).startsWith("MSFT"));
        assertThat(stage.heard(Halted.class).map(it -> it.halt().reason())).containsExactly("Ann: news");
        assertThat(stage.engine.view().positions()).hasSize(1);
    }

    @Test
    void ks_2_nothing_is_opened_under_a_halt_and_exits_pass() throws Exception {
        stage.start().open("AAPL", 1);
        halted();

        stage.bar(wish("MSFT", 2, Direction.LONG));
        stage.bar(wish("AAPL", 3, Direction.FLAT));

        assertThat(stage.decisions())
                .containsExactly("BUY 100 AAPL approved", "BUY 100 MSFT refused", "SELL 100 AAPL approved");
    }

    @Test
    void ks_4_flattening_cancels_waits_for_the_end_closes_and_stays_until_flat() throws Exception {
        flattening();
        stage.start().open("AAPL", 1);
        stage.bar(wish("MSFT", 2, Direction.LONG));

        halted();
        stage.until(view -> view.orders().get(0).isCancelling());
        assertThat(stage.broker.asked).containsExactly("BUY 100", "BUY 100", "cancel");
        // The cancellation crosses a fill of 30: they are to be closed as well.
        stage.broker.listener.onFill(stage.broker.fill("late", 1, 30, "100"));
        stage.broker.listener.onOrderEnded(stage.broker.cancelled(1));
        stage.until(() -> stage.broker.working.size() == 4);

        assertThat(stage.broker.asked.subList(3, 5)).containsExactlyInAnyOrder("SELL 100", "SELL 30");
        assertThat(stage.engine.state()).isEqualTo(EngineState.RUNNING);
    }

    @Test
    void ks_4_an_exit_that_the_broker_rejects_is_sent_again_by_the_next_round() throws Exception {
        flattening();
        stage.start().open("AAPL", 1);
        halted();
        stage.until(() -> stage.broker.working.size() == 2);

        stage.broker.listener.onOrderEnded(new io.robotrader.engine.execution.OrderEnd(
                stage.broker.working.get(1).id(), io.robotrader.engine.execution.OrderEnd.Kind.REJECTED, "busy"));
        stage.until(view -> view.orders().isEmpty());
        stage.pass(Duration.ofSeconds(6));

        stage.until(() -> stage.broker.working.size() == 3);
        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100", "SELL 100");
    }

    @Test
    void an_emergency_stop_ends_the_engine_when_it_is_flat_and_not_before() throws Exception {
        flattening();
        stage.start().open("AAPL", 1);

        stage.engine.emergencyStop("Ann", "fire");
        stage.until(() -> stage.broker.working.size() == 2);
        assertThat(stage.engine.state()).isEqualTo(EngineState.RUNNING);
        stage.broker.listener.onFill(stage.broker.fill("out", 1, 100, "99"));
        stage.pass(Duration.ofSeconds(6));

        assertThat(stage.engine.awaitEnd()).isEmpty();
        assertThat(stage.engine.view().positions()).isEmpty();
        assertThat(stage.engine.state()).isEqualTo(EngineState.STOPPED);
    }

    @Test
    void an_emergency_stop_without_flattening_ends_at_once_and_leaves_the_position() throws Exception {
        stage.start().open("AAPL", 1);

        stage.engine.emergencyStop("Ann", "fire");

        assertThat(stage.engine.awaitEnd()).isEmpty();
        assertThat(stage.broker.asked).containsExactly("BUY 100");
        assertThat(stage.engine.view().positions()).hasSize(1);
    }

    @Test
    void ks_3_a_halt_survives_a_restart_with_its_reason_and_its_reset_does_too() throws Exception {
        stage.start();
        halted();

        stage.restart(it -> it);
        assertThat(stage.engine.view().halt()).hasValueSatisfying(it -> {
            assertThat(it.level()).isEqualTo(HaltLevel.HALT);
            assertThat(it.reason()).isEqualTo("Ann: news");
        });
        stage.bar(wish("AAPL", 1, Direction.LONG));
        assertThat(stage.broker.asked).isEmpty();
        assertThat(stage.engine.resetHalt("Bob", "it was nothing")).isTrue();
        assertThat(stage.engine.resetHalt("Bob", "it was nothing")).isFalse();
        stage.restart(it -> it);

        assertThat(stage.engine.view().halt()).isEmpty();
        assertThat(stage.heard(HaltLifted.class)).singleElement().satisfies(it -> {
            assertThat(it.reset().who()).isEqualTo("Bob");
            assertThat(it.reset().why()).isEqualTo("it was nothing");
        });
    }

    @Test
    void ks_4_a_flattening_that_a_restart_interrupted_goes_on() throws Exception {
        flattening();
        stage.start().open("AAPL", 1);
        halted();
        stage.until(() -> stage.broker.working.size() == 2);
        OrderEnd ended = stage.broker.cancelled(1);

        stage.restart(it -> it.stopDeadline(Duration.ZERO));
        // What was under way may sell yet: only when its end is known is the rest sold.
        stage.broker.listener.onOrderEnded(ended);

        stage.until(() -> !stage.broker.asked.isEmpty());
        assertThat(stage.broker.asked).containsExactly("SELL 100");
    }

    @Test
    void ks_3_a_reset_without_a_name_or_after_the_end_is_refused_and_the_halt_stays() throws Exception {
        stage.start();
        halted();

        assertThatIllegalArgumentException().isThrownBy(() -> stage.engine.resetHalt(" ", "why"));
        stage.engine.stop();

        assertThatIllegalStateException().isThrownBy(() -> stage.engine.resetHalt("Bob", "why"));
        assertThat(stage.engine.view().halt()).isPresent();
    }

    @Test
    void ks_1_one_refused_order_halts_nothing_and_five_within_five_minutes_hold_back() throws Exception {
        stage.config = Sample.unlimited(false)
                .set("risk.restrictedSymbols", "AAPL")
                .load()
                .config();
        stage.start();

        for (int minute = 1; minute <= 4; minute++) {
            stage.bar(wish("AAPL", minute, Direction.LONG));
        }
        assertThat(stage.engine.view().halt()).isEmpty();
        stage.bar(wish("AAPL", 5, Direction.LONG));

        assertThat(stage.engine.view().halt()).hasValueSatisfying(it -> {
            assertThat(it.trigger()).isEqualTo(HaltTrigger.REJECTED_ORDERS);
            assertThat(it.level()).isEqualTo(HaltLevel.REDUCE_ONLY);
        });
        assertThat(stage.engine.view().counts().ordersRejected()).isEqualTo(5);
        assertThat(stage.heard(OrderDecided.class)).hasSize(5);
    }

    @Test
    void ks_6_a_fall_of_the_book_halts_at_the_bar_that_shows_it_without_waiting_for_a_round() throws Exception {
        stage.config = Sample.config(false, "0.005", "off");
        stage.start().open("AAPL", 1);

        stage.bar("AAPL", 2, 94);

        assertThat(stage.engine.view().halt())
                .hasValueSatisfying(it -> assertThat(it.trigger()).isEqualTo(HaltTrigger.DAILY_LOSS));
    }

    @Test
    void a_halt_that_comes_at_the_very_end_is_there_at_the_next_start() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        stage.start(it -> it.listener(event -> {
            if (event instanceof BarTaken) {
                busy.countDown();
                await(goOn);
            }
        }));
        stage.feed.listener.join().onBar(Stage.minute("AAPL", 1, 100, 100, 100));
        busy.await();

        // The stop is before the halt in the queue, and nothing behind it is handled.
        assertThat(stage.engine.stop(Duration.ZERO)).isFalse();
        stage.engine.halt("Ann", "odd prices");
        goOn.countDown();
        stage.engine.awaitEnd();

        stage.restart(it -> it);
        assertThat(stage.engine.view().halt())
                .hasValueSatisfying(it -> assertThat(it.reason()).contains("odd prices"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void ks_5_an_unhealthy_program_holds_back() {
        stage.start();

        stage.engine.unhealthy("the disk is full");

        assertThat(stage.engine.view().halt().or(() -> {
                    stage.until(view -> view.halt().isPresent());
                    return stage.engine.view().halt();
                }))
                .hasValueSatisfying(it -> {
                    assertThat(it.trigger()).isEqualTo(HaltTrigger.UNHEALTHY);
                    assertThat(it.reason()).isEqualTo("the disk is full");
                });
    }

    @Test
    void a_trip_file_halts_within_a_second_and_again_as_long_as_it_is_there(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("halt");
        stage.start(it -> it.tripFile(file));
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.engine.view().halt()).isEmpty();

        Files.writeString(file, "");
        stage.until(view -> view.loops().get(0).runs() > 0);
        stage.pass(Duration.ofSeconds(1));
        stage.until(view -> view.halt().isPresent());

        assertThat(stage.engine.view().halt().orElseThrow().trigger()).isEqualTo(HaltTrigger.PERSON);
        stage.engine.resetHalt("Ann", "I forgot the file");
        stage.until(view -> view.halt().isEmpty());
        stage.pass(Duration.ofSeconds(1));
        stage.until(view -> view.halt().isPresent());
        assertThat(stage.heard(Halted.class)).hasSize(2);
    }

    @Test
    void an_order_to_open_whose_fate_was_unknown_at_the_halt_is_taken_back_when_it_is_found() throws Exception {
        stage.start();
        stage.bar(wish("AAPL", 1, Direction.LONG));
        String id = stage.broker.working.get(0).id();
        stage.broker.listener.onOrderEnded(new OrderEnd(id, OrderEnd.Kind.UNKNOWN, "lost"));
        stage.until(view -> view.orders().get(0).isUnknown());
        halted();

        stage.broker.listener.onAcknowledged(id, "77");

        stage.until(view -> view.orders().get(0).isCancelling());
        assertThat(stage.broker.asked).containsExactly("BUY 100", "cancel");
    }
}
