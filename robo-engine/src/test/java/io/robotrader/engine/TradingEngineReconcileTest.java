package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.BrokerAccount.Held;
import io.robotrader.engine.execution.BrokerAccount.OpenOrder;
import io.robotrader.engine.execution.Difference;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.ReconcilePolicy;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.engine.view.PeriodLoss;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing opens risk before the books agree with the broker's, or what differs is settled. */
@Timeout(60)
class TradingEngineReconcileTest {

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

    /** Ends the engine as a killed program would, and starts another on its journal. */
    private void restart(AccountBroker next, UnaryOperator<TradingEngineBuilder> change) throws InterruptedException {
        stage.engine.stop(Duration.ZERO);
        broker = next;
        start(change);
    }

    private AccountBroker fresh() {
        stage.broker = new HandBroker();
        return new AccountBroker(stage.broker);
    }

    private List<Difference.Kind> told() {
        return stage.heard(Reconciled.class)
                .flatMap(it -> it.differences().stream())
                .map(Difference::kind)
                .toList();
    }

    @Test
    void bx_8_a_fill_that_was_missed_is_booked_once() throws Exception {
        // given: an order that was filled while nobody listened
        start(it -> it);
        stage.wish("AAPL", 1, Direction.LONG);
        OrderIntent order = stage.broker.working.get(0);
        Fill fill = stage.broker.fill("f1", 0, 100, "100");
        AccountBroker next = fresh();
        next.trades = List.of(fill);
        next.held = List.of(new Held("AAPL", 100, new BigDecimal("100")));
        next.cash = "90000";

        // when
        restart(next, it -> it);
        next.hand.listener.onFill(fill);
        stage.bar("AAPL", 2, 101);

        // then
        assertThat(stage.engine.view().positions())
                .singleElement()
                .satisfies(it -> assertThat(it.quantity()).isEqualTo(100));
        assertThat(stage.heard(OrderFilled.class).map(it -> it.fill().orderId()))
                .containsExactly(order.id());
        assertThat(stage.engine.view().orders()).isEmpty();
        assertThat(told()).containsExactly(Difference.Kind.MISSED_FILL);
        assertThat(stage.engine.state()).isEqualTo(EngineState.RUNNING);

        // and: the run after that finds nothing
        AccountBroker third = fresh();
        third.trades = List.of(fill);
        third.held = next.held;
        third.cash = "90000";
        restart(third, it -> it);
        assertThat(told()).hasSize(1);
        assertThat(stage.engine.view().figures().equity()).isEqualTo(100_100);
    }

    @Test
    void a_position_that_no_fill_explains_blocks_its_symbol_until_a_person_resumes() throws Exception {
        broker.held = List.of(new Held("AAPL", 7, new BigDecimal("100")));
        start(it -> it);

        stage.wish("AAPL", 1, Direction.LONG);
        stage.wish("MSFT", 1, Direction.LONG);

        assertThat(stage.decisions()).containsExactly("BUY 100 MSFT approved");
        stage.engine.resume("Ann");
        stage.wish("AAPL", 2, Direction.LONG);
        assertThat(stage.decisions()).containsExactly("BUY 100 MSFT approved", "BUY 100 AAPL approved");
    }

    @Test
    void an_exit_gives_back_no_more_than_the_broker_has_so_that_nothing_is_sold_short() throws Exception {
        // given: the books have 100 shares, of which somebody sold 60 while the engine did not run
        start(it -> it);
        stage.wish("AAPL", 1, Direction.LONG);
        Fill fill = stage.broker.fill("f1", 0, 100, "100");
        stage.broker.listener.onFill(fill);
        stage.until(view -> !view.positions().isEmpty());
        AccountBroker next = fresh();
        next.trades = List.of(fill);
        next.held = List.of(new Held("AAPL", 40, new BigDecimal("100")));
        restart(next, it -> it.reconcile(ReconcilePolicy.CAUTIOUS, Duration.ofMinutes(60), PATIENCE));

        stage.wish("AAPL", 2, Direction.FLAT);

        assertThat(stage.broker.working).singleElement().satisfies(it -> {
            assertThat(it.side()).isEqualTo(Side.SELL);
            assertThat(it.quantity()).isEqualTo(40);
        });

        // and: when they are sold there is nothing more to sell, whoever asks, and also after a person has resumed
        stage.broker.listener.onFill(stage.broker.fill("f2", 0, 40, "100"));
        stage.until(view -> view.positions().get(0).quantity() == 60);
        stage.engine.resume("Ann");
        stage.wish("AAPL", 3, Direction.FLAT);
        stage.engine.emergencyStop("Ann", "everything is to be closed");
        stage.until(view -> !view.state().isLive());
        assertThat(stage.broker.working).hasSize(1);
    }

    /** An engine that closes everything upon a halt, with 100 shares in its books of which the broker has others. */
    private AccountBroker flatteningWhereTheBrokerHas(List<Held> held) throws InterruptedException {
        stage.config =
                Sample.unlimited(false).set("risk.halt.flatten", "true").load().config();
        start(it -> it);
        stage.wish("AAPL", 1, Direction.LONG);
        Fill fill = stage.broker.fill("f1", 0, 100, "100");
        stage.broker.listener.onFill(fill);
        stage.until(view -> !view.positions().isEmpty());
        AccountBroker next = fresh();
        next.trades = List.of(fill);
        next.held = held;
        restart(next, it -> it.reconcile(ReconcilePolicy.CAUTIOUS, Duration.ofMinutes(60), PATIENCE));
        return next;
    }

    @Test
    void an_emergency_stop_ends_when_the_broker_has_nothing_of_what_is_left_and_says_what_is() throws Exception {
        AccountBroker theirs = flatteningWhereTheBrokerHas(List.of(new Held("AAPL", 40, new BigDecimal("100"))));

        stage.engine.emergencyStop("Ann", "fire");
        stage.until(() -> stage.broker.working.size() == 1);
        Fill sale = stage.broker.fill("f2", 0, 40, "99");
        theirs.trades = List.of(theirs.trades.get(0), sale);
        theirs.held = List.of();
        stage.broker.listener.onFill(sale);
        stage.until(view -> view.positions().get(0).quantity() == 60);
        int before = theirs.asked.get();
        stage.pass(Duration.ofSeconds(6));
        stage.until(() -> theirs.asked.get() > before);
        stage.pass(Duration.ofSeconds(6));

        assertThat(stage.engine.awaitEnd()).isEmpty();
        assertThat(stage.broker.asked).containsExactly("SELL 40");
        assertThat(stage.heard(TroubleNoted.class).map(it -> it.where() + ", " + it.message()))
                .containsExactly("emergency, what is left is not closed: AAPL: 60 in the"
                        + " books, 0 at the broker, which has not got it");
    }

    @Test
    void an_emergency_stop_closes_what_the_broker_shows_only_when_it_is_asked_once_more() throws Exception {
        AccountBroker theirs = flatteningWhereTheBrokerHas(List.of());
        theirs.held = List.of(new Held("AAPL", 100, new BigDecimal("100")));
        int before = theirs.asked.get();

        stage.engine.emergencyStop("Ann", "fire");
        stage.until(() -> theirs.asked.get() > before);
        stage.pass(Duration.ofSeconds(6));
        stage.until(() -> stage.broker.working.size() == 1);
        assertThat(stage.engine.state()).isEqualTo(EngineState.RUNNING);
        stage.broker.listener.onFill(stage.broker.fill("f2", 0, 100, "99"));
        stage.pass(Duration.ofSeconds(6));

        assertThat(stage.engine.awaitEnd()).isEmpty();
        assertThat(stage.broker.asked).containsExactly("SELL 100");
        assertThat(stage.engine.view().positions()).isEmpty();
        assertThat(stage.heard(TroubleNoted.class)).isEmpty();
    }

    @Test
    void a_position_that_no_fill_explains_blocks_until_it_is_gone() throws Exception {
        broker.held = List.of(new Held("AAPL", 7, new BigDecimal("100")));
        start(it -> it.reconcile(ReconcilePolicy.CAUTIOUS, Duration.ofMinutes(1), PATIENCE));
        stage.wish("AAPL", 1, Direction.LONG);
        assertThat(stage.decisions()).isEmpty();

        broker.held = List.of();
        int before = broker.asked.get();
        stage.pass(Duration.ofMinutes(1));
        stage.until(() -> broker.asked.get() > before);
        stage.wish("AAPL", 4, Direction.LONG);

        assertThat(stage.decisions()).containsExactly("BUY 100 AAPL approved");
        assertThat(told()).containsExactly(Difference.Kind.POSITION);
    }

    @Test
    void a_position_is_adopted_and_a_deposit_is_no_profit_if_the_policy_says_so() throws Exception {
        start(it -> it.reconcile(ReconcilePolicy.TRUSTING, Duration.ofMinutes(1), PATIENCE));
        stage.bar("AAPL", 1, 100);
        broker.cash = "150000";
        int before = broker.asked.get();
        stage.pass(Duration.ofMinutes(1));
        stage.until(() -> stage.heard(CashAdopted.class).count() == 1);
        stage.until(view -> view.figures().equity() == 150_000);
        assertThat(broker.asked.get()).isGreaterThan(before);
        assertThat(stage.engine.view().figures().dailyPnl()).isZero();

        AccountBroker next = fresh();
        next.cash = "150000";
        next.held = List.of(new Held("MSFT", 5, new BigDecimal("20")));
        restart(next, it -> it.reconcile(ReconcilePolicy.TRUSTING, Duration.ofMinutes(5), PATIENCE));

        assertThat(stage.heard(PositionAdopted.class).map(PositionAdopted::quantity))
                .containsExactly(5L);
        assertThat(stage.engine.view().positions())
                .singleElement()
                .satisfies(it -> assertThat(it.averagePrice()).isEqualTo(20));
        assertThat(stage.heard(PositionAdopted.class).map(PositionAdopted::moved))
                .singleElement(InstanceOfAssertFactories.BIG_DECIMAL)
                .isEqualByComparingTo("100");
        stage.bar("AAPL", 2, 100);
        stage.bar("MSFT", 2, 20);
        assertThat(stage.engine.view().figures().dailyPnl()).isZero();
        assertThat(stage.engine.view().losses()).extracting(PeriodLoss::pnl).containsOnly(0.0);
    }

    @Test
    void a_lost_order_stays_unknown_until_the_broker_names_it() throws Exception {
        start(it -> it);
        stage.wish("AAPL", 1, Direction.LONG);
        String id = stage.broker.working.get(0).id();
        AccountBroker next = fresh();
        restart(next, it -> it.reconcile(ReconcilePolicy.CAUTIOUS, Duration.ofMinutes(1), PATIENCE));

        assertThat(told()).containsExactly(Difference.Kind.LOST_ORDER);
        assertThat(stage.engine.view().orders())
                .singleElement()
                .satisfies(it -> assertThat(it.isUnknown()).isTrue());
        stage.wish("AAPL", 2, Direction.LONG);
        assertThat(stage.decisions()).hasSize(1);

        next.ends = List.of(new OrderEnd(id, OrderEnd.Kind.CANCELLED, "at the close"));
        stage.pass(Duration.ofMinutes(1));
        stage.until(
                view -> view.orders().stream().noneMatch(it -> it.order().id().equals(id)));
        assertThat(stage.heard(OrderEnded.class).map(it -> it.end().kind())).contains(OrderEnd.Kind.CANCELLED);
    }

    @Test
    void an_unknown_order_that_works_is_found() throws Exception {
        start(it -> it);
        stage.wish("AAPL", 1, Direction.LONG);
        OrderIntent order = stage.broker.working.get(0);
        AccountBroker next = fresh();
        next.open = List.of(new OpenOrder(order.id(), "77", "AAPL", order.side(), order.quantity(), 0, false));

        restart(next, it -> it);

        assertThat(stage.engine.view().orders())
                .singleElement()
                .satisfies(it -> assertThat(it.isUnknown()).isFalse());
        assertThat(told()).isEmpty();
    }

    @Test
    void nothing_opens_while_the_connection_is_lost_and_until_the_books_agree_again() throws Exception {
        start(it -> it);
        broker.answers = false;
        broker.hand.listener.onConnection(false, "gone");
        stage.until(view -> view.holds().containsKey(HoldReason.CONNECTION));
        stage.wish("AAPL", 1, Direction.LONG);

        broker.hand.listener.onConnection(true, "back");
        stage.until(view -> !view.holds().containsKey(HoldReason.CONNECTION));
        stage.wish("AAPL", 2, Direction.LONG);

        assertThat(stage.engine.view().holds()).containsOnlyKeys(HoldReason.RECONCILIATION);
        assertThat(stage.decisions()).isEmpty();
        broker.answer();
        stage.until(view -> view.holds().isEmpty());
        stage.wish("AAPL", 3, Direction.LONG);
        assertThat(stage.decisions()).containsExactly("BUY 100 AAPL approved");
    }

    @Test
    void without_an_answer_nothing_opens_and_trouble_is_told_and_it_is_asked_again() throws Exception {
        broker.answers = false;
        start(it -> it.reconcile(ReconcilePolicy.CAUTIOUS, Duration.ofMinutes(5), Duration.ofMillis(1)));
        assertThat(stage.engine.state()).isEqualTo(EngineState.PAUSED);
        stage.until(() ->
                stage.heard(TroubleNoted.class).anyMatch(it -> it.message().contains("within PT0.001S")));

        stage.wish("AAPL", 1, Direction.LONG);
        stage.until(() -> broker.asked.get() > 1);

        assertThat(stage.decisions()).isEmpty();
        broker.waiting.get(broker.waiting.size() - 1).completeExceptionally(new IllegalStateException("busy"));
        stage.until(() ->
                stage.heard(TroubleNoted.class).anyMatch(it -> it.message().contains("busy")));
        broker.answers = true;
        // It is told before the next question is planned.
        assertThat(stage.engine.controls.perform(() -> {})).isTrue();
        stage.pass(Duration.ofMinutes(2));
        stage.until(view -> view.holds().isEmpty());
        assertThat(stage.engine.state()).isEqualTo(EngineState.RUNNING);
    }

    @Test
    void an_answer_from_before_an_order_was_sent_does_not_make_that_order_a_lost_one() throws Exception {
        start(it -> it.reconcile(ReconcilePolicy.CAUTIOUS, Duration.ofMinutes(1), PATIENCE));
        broker.answers = false;
        stage.pass(Duration.ofMinutes(1));
        stage.until(() -> broker.asked.get() == 2);
        stage.wish("AAPL", 1, Direction.LONG);
        OrderIntent order = stage.broker.working.get(0);

        broker.answer();
        stage.until(() -> broker.asked.get() == 3);
        broker.open = List.of(new OpenOrder(order.id(), "77", "AAPL", order.side(), order.quantity(), 0, false));
        broker.answer();

        stage.until(() -> stage.heard(Reconciled.class).count() == 2);
        assertThat(told()).isEmpty();
        assertThat(stage.engine.view().holds()).isEmpty();
    }

    @Test
    void what_an_account_has_before_its_first_price_is_known_is_no_profit_of_the_first_trade_date() throws Exception {
        broker.cash = "150000";
        broker.held = List.of(new Held("MSFT", 500, new BigDecimal("20")));
        start(it -> it.reconcile(ReconcilePolicy.TRUSTING, Duration.ofMinutes(60), PATIENCE));

        stage.bar("AAPL", 1, 100);
        stage.bar("MSFT", 1, 19);

        assertThat(stage.engine.view().figures().dailyPnl()).isEqualTo(-500);
        assertThat(stage.engine.view().losses()).extracting(PeriodLoss::pnl).containsOnly(-500.0);
    }

    @Test
    void a_journal_that_begins_with_the_account_counts_its_losses_from_there() throws Exception {
        try (JdbcJournal journal = JdbcJournal.open(stage.database)) {
            journal.append(new CashAdopted(Stage.START, new BigDecimal("1000000"), BigDecimal.ZERO));
            journal.append(new PositionAdopted(Stage.START, "MSFT", 500, new BigDecimal("20"), BigDecimal.ZERO));
        }
        stage.start();

        stage.bar("AAPL", 1, 100);
        stage.bar("MSFT", 1, 19);

        assertThat(stage.engine.view().figures().dailyPnl()).isEqualTo(-500);
        assertThat(stage.engine.view().losses()).extracting(PeriodLoss::pnl).containsOnly(-500.0);
    }
}
