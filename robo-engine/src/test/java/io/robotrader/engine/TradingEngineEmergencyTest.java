package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.BrokerAccount.Held;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.ReconcilePolicy;
import io.robotrader.engine.strategy.Signal.Direction;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing everything where the broker has others than the books. */
@Timeout(60)
class TradingEngineEmergencyTest {

    private final Stage stage = new Stage();
    private AccountBroker broker = new AccountBroker(stage.broker);

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private void start() {
        stage.trader = broker;
        stage.start(it -> it.reconcile(ReconcilePolicy.CAUTIOUS, Duration.ofMinutes(60), Duration.ofMinutes(1)));
    }

    /** 100 shares are in the books, and the broker has what is given. */
    private void heldAtTheBroker(List<Held> held) throws InterruptedException {
        stage.config =
                Sample.unlimited(false).set("risk.halt.flatten", "true").load().config();
        start();
        stage.wish("AAPL", 1, Direction.LONG);
        Fill fill = stage.broker.fill("f1", 0, 100, "100");
        stage.broker.listener.onFill(fill);
        stage.until(view -> !view.positions().isEmpty());
        stage.engine.stop(Duration.ZERO);
        stage.broker = new HandBroker();
        broker = new AccountBroker(stage.broker);
        broker.trades = List.of(fill);
        broker.held = held;
        start();
    }

    private List<String> told() {
        return stage.heard(TroubleNoted.class)
                .filter(it -> it.where().equals("emergency"))
                .map(TroubleNoted::message)
                .toList();
    }

    @Test
    void what_the_broker_is_short_of_is_said_to_be_open_and_to_be_closed_by_hand() throws Exception {
        heldAtTheBroker(List.of(new Held("AAPL", -50, new BigDecimal("100"))));

        stage.engine.emergencyStop("Ann", "fire");
        stage.until(() -> broker.asked.get() > 1);
        stage.pass(Duration.ofSeconds(6));

        assertThat(stage.engine.awaitEnd()).isEmpty();
        assertThat(stage.broker.asked).isEmpty();
        assertThat(told())
                .containsExactly("what is left is not closed: AAPL: 100 in the books, -50 at the broker, which is open"
                        + " there and has to be closed by hand");
    }

    @Test
    void after_a_second_halt_the_broker_is_asked_once_more_again() throws Exception {
        heldAtTheBroker(List.of());
        stage.engine.halt("Ann", "fire");
        stage.until(() -> broker.asked.get() > 1);
        stage.pass(Duration.ofSeconds(6));
        stage.until(() -> told().size() == 1);
        stage.engine.resetHalt("Ann", "it is out");
        int before = broker.asked.get();

        stage.engine.halt("Ann", "fire again");
        stage.pass(Duration.ofSeconds(6));
        stage.until(() -> told().size() == 2);

        assertThat(broker.asked.get()).isGreaterThan(before);
        assertThat(told())
                .containsOnly(
                        "what is left is not closed: AAPL: 100 in the books, 0 at the broker, which has not got it");
    }
}
