package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.BrokerAccount.Held;
import io.robotrader.engine.execution.BrokerAccount.OpenOrder;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.ReconcilePolicy;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.risk.account.OrderIntent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the broker has bounds what is given back, and nothing that never arrived keeps a position from being left. */
@Timeout(60)
class TradingEngineExitTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Stage stage = new Stage();
    private AccountBroker broker = new AccountBroker(stage.broker);

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private void start(UnaryOperator<TradingEngineBuilder> change) {
        stage.trader = broker;
        stage.start(change);
    }

    /** Ends the engine as a killed program would; the next broker has what the fill bought, or what is left of it. */
    private void restart(Fill fill, long held, UnaryOperator<AccountBroker> change) throws InterruptedException {
        stage.engine.stop(Duration.ZERO);
        stage.broker = new HandBroker();
        broker = new AccountBroker(stage.broker);
        broker.trades = List.of(fill);
        broker.held = held == 0 ? List.of() : List.of(new Held("AAPL", held, new BigDecimal("100")));
        broker = change.apply(broker);
        start(it -> it.reconcile(ReconcilePolicy.CAUTIOUS, Duration.ofMinutes(60), PATIENCE));
    }

    private static AccountBroker silent(AccountBroker next) {
        next.answers = false;
        return next;
    }

    private void wish(int minute, Direction direction) throws InterruptedException {
        Bar bar = Stage.minute("AAPL", minute, 100, 100, 100);
        stage.script.at(bar, direction);
        stage.bar(bar);
    }

    private Fill hundredAreHeld() throws InterruptedException {
        start(it -> it);
        wish(1, Direction.LONG);
        Fill fill = stage.broker.fill("f1", 0, 100, "100");
        stage.broker.listener.onFill(fill);
        stage.until(view -> !view.positions().isEmpty());
        return fill;
    }

    private void settle() {
        assertThat(stage.engine.controls.perform(() -> {})).isTrue();
        assertThat(stage.engine.controls.perform(() -> {})).isTrue();
    }

    @Test
    void after_a_reconnection_an_exit_waits_for_the_books_and_gives_back_what_the_broker_has() throws Exception {
        Fill fill = hundredAreHeld();
        broker.answers = false;
        broker.trades = List.of(fill);
        broker.held = List.of(new Held("AAPL", 40, new BigDecimal("100")));
        broker.hand.listener.onConnection(false, "gone");
        broker.hand.listener.onConnection(true, "back");
        settle();
        wish(2, Direction.FLAT);
        settle();
        assertThat(stage.broker.asked).containsExactly("BUY 100");

        broker.answer();

        stage.until(() -> stage.broker.asked.size() > 1);
        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 40");
    }

    @Test
    void an_exit_waits_no_longer_than_an_answer_may_take() throws Exception {
        hundredAreHeld();
        broker.answers = false;
        broker.hand.listener.onConnection(false, "gone");
        broker.hand.listener.onConnection(true, "back");
        settle();
        wish(2, Direction.FLAT);

        broker.waiting.get(broker.waiting.size() - 1).completeExceptionally(new IllegalStateException("busy"));

        stage.until(() -> stage.heard(TroubleNoted.class).count() == 1);
        stage.until(() -> stage.broker.asked.size() > 1);
        assertThat(stage.broker.asked).containsExactly("BUY 100", "SELL 100");
    }

    @Test
    void a_halt_of_before_closes_nothing_that_somebody_else_has_closed_while_the_engine_did_not_run() throws Exception {
        stage.config =
                Sample.unlimited(false).set("risk.halt.flatten", "true").load().config();
        Fill fill = hundredAreHeld();
        stage.engine.halt("Ann", "news");
        stage.until(() -> stage.broker.working.size() == 2);
        stage.broker.listener.onOrderEnded(
                new OrderEnd(stage.broker.working.get(1).id(), OrderEnd.Kind.REJECTED, "busy"));
        settle();

        restart(fill, 0, TradingEngineExitTest::silent);
        settle();
        broker.answer();
        stage.until(() -> stage.heard(Reconciled.class).count() == 2);
        stage.pass(Duration.ofSeconds(20));
        settle();

        assertThat(stage.broker.asked).isEmpty();
    }

    @Test
    void an_exit_that_the_broker_names_nowhere_is_sent_again_after_a_person_has_resumed() throws Exception {
        Fill fill = hundredAreHeld();
        wish(2, Direction.FLAT);
        restart(fill, 100, next -> next);
        stage.bar("AAPL", 3, 100);
        assertThat(stage.broker.asked).isEmpty();

        stage.engine.resume("Ann");
        settle();
        stage.bar("AAPL", 4, 100);

        assertThat(stage.broker.asked).containsExactly("SELL 100");
    }

    @Test
    void an_exit_of_an_earlier_run_that_works_is_taken_back_if_the_broker_has_fewer_shares() throws Exception {
        Fill fill = hundredAreHeld();
        wish(2, Direction.FLAT);
        OrderIntent exit = stage.broker.working.get(1);

        restart(fill, 40, next -> {
            next.open = List.of(new OpenOrder(exit.id(), "77", "AAPL", exit.side(), exit.quantity(), 0, false));
            return next;
        });

        assertThat(stage.broker.asked).containsExactly("cancel");
        stage.broker.listener.onOrderEnded(new OrderEnd(exit.id(), OrderEnd.Kind.CANCELLED, "as asked"));
        stage.bar("AAPL", 3, 100);
        assertThat(stage.broker.asked).containsExactly("cancel", "SELL 40");
    }
}
