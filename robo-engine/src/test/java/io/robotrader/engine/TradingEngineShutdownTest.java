package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end, in good order and within a time. */
@Timeout(60)
class TradingEngineShutdownTest {

    private final Stage stage = new Stage();

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private void openAndLeave() throws Exception {
        Bar exit = Stage.minute("AAPL", 2, 100, 100, 100);
        Bar entry = Stage.minute("MSFT", 2, 100, 100, 100);
        stage.script.at(exit, Direction.FLAT).at(entry, Direction.LONG);
        stage.open("AAPL", 1);
        stage.bar(exit);
        stage.bar(entry);
    }

    @Test
    void orders_that_only_reduce_are_left_at_the_broker_if_that_was_asked_for() throws Exception {
        stage.start(it -> it.keepProtective(true));
        openAndLeave();

        assertThat(stage.engine.stop(Duration.ZERO)).isTrue();

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100", "BUY 100", "cancel");
        assertThat(stage.heard(OrderEnded.class))
                .singleElement()
                .satisfies(it -> assertThat(it.end().orderId()).startsWith("MSFT"));
    }

    @Test
    void all_orders_are_taken_back_otherwise() throws Exception {
        stage.start();
        openAndLeave();

        assertThat(stage.engine.stop(Duration.ZERO)).isTrue();

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100", "BUY 100", "cancel", "cancel");
        assertThat(stage.heard(OrderEnded.class)).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.engine.stop(Duration.ofDays(2)))
                .withMessage("deadline must be from zero to one day, but was PT48H");
    }

    @Test
    void en_8_a_hook_is_installed_by_whoever_asks_and_can_be_taken_away() {
        stage.start();

        ShutdownHook hook = ShutdownHook.install(stage.engine, Duration.ofSeconds(1));
        hook.close();
        hook.close();

        assertThat(stage.engine.state()).isEqualTo(EngineState.RUNNING);
    }

    @Test
    void en_8_a_hook_stops_the_engine_and_leaves_one_alone_that_was_never_started() throws Exception {
        stage.start();
        TradingEngine fresh = new Rig().builder(Sample.config(false)).build();

        ShutdownHook.stop(stage.engine, Duration.ZERO);
        ShutdownHook.stop(fresh, Duration.ZERO);

        assertThat(stage.engine.state()).isEqualTo(EngineState.STOPPED);
        assertThat(fresh.state()).isEqualTo(EngineState.INITIALIZING);
    }

    @Test
    void en_16_start_returns_an_engine_that_runs() {
        stage.start();

        assertThat(stage.engine.state()).isEqualTo(EngineState.RUNNING);
        assertThat(stage.engine.view().state()).isEqualTo(EngineState.RUNNING);
        assertThat(stage.engine.view().counts().startTime()).contains(Stage.START);
    }

    @Test
    void a_view_of_an_engine_that_was_not_started_is_there_too() {
        TradingEngine fresh = new Rig().builder(Sample.config(false)).build();

        assertThat(fresh.view().state()).isEqualTo(EngineState.INITIALIZING);
        assertThat(fresh.view().figures().equity()).isEqualTo(100_000);
        assertThat(fresh.view().counts().startTime()).isEmpty();
        assertThat(fresh.view().losses()).isEmpty();
    }
}
