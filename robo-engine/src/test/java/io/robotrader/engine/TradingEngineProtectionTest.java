package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the engine does besides following signals: stops, targets, time-outs, and the shadow. */
@Timeout(60)
class TradingEngineProtectionTest {

    private final Stage stage = new Stage();

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private Stream<String> reasons() {
        return stage.heard(SignalRaised.class)
                .filter(it -> !it.signal().strategy().equals("script"))
                .map(it -> it.signal().strategy() + ": " + it.signal().reason());
    }

    @Test
    void a_position_is_left_when_a_bar_reaches_its_stop_and_only_once() throws Exception {
        stage.start(it -> it.protectiveStops(true)).open("AAPL", 1);
        assertThat(stage.engine.view().positions().get(0).stop()).hasValue(98);
        assertThat(stage.heard(OrderDecided.class))
                .singleElement()
                .satisfies(it -> assertThat(it.order().stopPrice()).hasValue(98));
        assertThat(stage.broker.working.get(0).stopPrice())
                .as("the engine watches it, and nobody else")
                .isEmpty();

        stage.bar(Stage.minute("AAPL", 2, 97, 99, 99));
        stage.bar(Stage.minute("AAPL", 3, 98.5, 99, 99));
        assertThat(stage.broker.asked).containsExactly("BUY 100");
        stage.bar(Stage.minute("AAPL", 4, 98, 99, 99));
        stage.bar(Stage.minute("AAPL", 5, 90, 90, 90));

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100");
        assertThat(reasons()).containsExactly("protection: the stop at 98.0 was hit by 98.0");
    }

    @Test
    void within_the_bar_of_the_entry_the_close_alone_counts() throws Exception {
        stage.start(it -> it.protectiveStops(true)).open("AAPL", 1);

        stage.bar(Stage.minute("AAPL", 2, 98, 99, 98));

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100");
    }

    @Test
    void the_gate_counts_the_risk_to_the_stop() throws Exception {
        stage.start(it -> it.protectiveStops(true)).open("AAPL", 1);

        assertThat(stage.engine.figures().riskAtStops()).isEqualTo(200);
    }

    @Test
    void a_profit_is_taken_where_it_was_asked_for_for_short_positions_too() throws Exception {
        stage.config = Sample.config(true, "off", "off");
        Bar sold = Stage.minute("MSFT", 1, 100, 100, 100);
        stage.script.at(sold, Direction.SHORT);
        stage.start(it -> it.takeProfit(0.1)).open("AAPL", 1);
        stage.bar(sold);
        stage.fill("100");

        stage.bar("AAPL", 2, 109);
        stage.bar("MSFT", 2, 91);
        assertThat(stage.broker.asked).hasSize(2);
        stage.bar(Stage.minute("AAPL", 3, 109, 110, 109));
        stage.bar(Stage.minute("MSFT", 3, 90, 92, 91));

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100", "SELL 100", "BUY 100");
        assertThat(reasons()).allMatch(it -> it.startsWith("protection: the target of "));
    }

    @Test
    void an_order_that_opens_is_taken_back_after_its_time_and_an_exit_is_not() throws Exception {
        Bar exit = Stage.minute("AAPL", 2, 100, 100, 100);
        Bar entry = Stage.minute("MSFT", 2, 100, 100, 100);
        stage.script.at(exit, Direction.FLAT).at(entry, Direction.LONG);
        stage.start(it -> it.orderTimeout(Duration.ofMinutes(2))).open("AAPL", 1);
        stage.bar(exit);
        stage.bar(entry);

        stage.bar("AAPL", 3, 100);
        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100", "BUY 100");
        stage.bar("AAPL", 4, 100);
        stage.bar("AAPL", 5, 100);

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100", "BUY 100", "cancel");
    }

    @Test
    void a_position_is_closed_after_its_time() throws Exception {
        stage.start(it -> it.positionTimeout(Duration.ofMinutes(3))).open("AAPL", 1);

        stage.bar("MSFT", 3, 100);
        assertThat(stage.broker.asked).hasSize(1);
        stage.bar("MSFT", 4, 100);
        stage.bar("MSFT", 5, 100);

        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100");
        assertThat(reasons()).containsExactly("position time-out: it was held for PT3M");
    }

    @Test
    void in_the_shadow_everything_is_decided_and_nothing_is_sent() throws Exception {
        Bar wished = Stage.minute("AAPL", 1, 100, 100, 100);
        Bar again = Stage.minute("AAPL", 2, 100, 100, 100);
        stage.script.at(wished, Direction.LONG).at(again, Direction.LONG);
        stage.start(TradingEngineBuilder::shadow);

        stage.bar(wished);
        stage.bar(again);

        assertThat(stage.broker.asked).isEmpty();
        assertThat(stage.heard(OrderDecided.class))
                .hasSize(2)
                .allMatch(it -> it.decision().isApproved());
        assertThat(stage.heard(OrderEnded.class).map(it -> it.end().reason()))
                .containsOnly("shadow mode: decided and not sent");
        assertThat(stage.engine.view().isShadow()).isTrue();
        assertThat(stage.engine.view().orders()).isEmpty();
        assertThat(stage.engine.view().figures().buyingPower()).isEqualTo(100_000);
    }

    @Test
    void settings_out_of_their_bounds_are_refused() {
        TradingEngineBuilder builder = TradingEngine.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.takeProfit(0))
                .withMessage("fraction must be positive and finite, but was 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxWeeklyLoss(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxMonthlyLoss(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.orderTimeout(Duration.ZERO))
                .withMessage("timeout must be positive, but was PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.positionTimeout(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.marketDataSilence(Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.endOfDayAfterClose(Duration.ofDays(2)))
                .withMessage("wait must be from zero to one day, but was PT48H");
    }
}
