package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.execution.BrokerAccount.Held;
import io.robotrader.engine.execution.Difference;
import io.robotrader.engine.execution.Difference.Action;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.ReconcilePolicy;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.engine.view.PeriodLoss;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.halt.HaltTrigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal that begins with what the account has: that is no loss and no profit, and its past is not booked again. */
@Timeout(60)
class TradingEngineFirstBooksTest {

    private static final Duration ROUND = Duration.ofSeconds(31);

    private final Stage stage = new Stage();

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private static CashAdopted cash(String money) {
        return new CashAdopted(Stage.START, new BigDecimal(money), BigDecimal.ZERO);
    }

    private static PositionAdopted msft(long quantity, String cost) {
        return new PositionAdopted(Stage.START, "MSFT", quantity, new BigDecimal(cost), BigDecimal.ZERO);
    }

    private void journaled(EngineEvent... events) {
        try (JdbcJournal journal = JdbcJournal.open(stage.database)) {
            List.of(events).forEach(journal::append);
        }
    }

    /** What loses 2 % on a day, or a tenth from its peak, is halted, and all is sold. */
    private void limited() {
        stage.config = Sample.unlimited(false)
                .set("risk.maxDailyLossPct", "0.02")
                .set("risk.maxDrawdownPct", "0.1")
                .set("risk.halt.flatten", "true")
                .load()
                .config();
    }

    private void assertUntouched() {
        assertThat(stage.engine.view().halt()).isEmpty();
        assertThat(stage.broker.asked).isEmpty();
        assertThat(stage.engine.view().figures().dailyPnl()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "50000", "100000", "1000000"})
    void what_an_account_has_is_no_loss_and_no_profit_before_its_first_bar_and_over_a_restart(String money)
            throws Exception {
        limited();
        journaled(cash(money));
        stage.start();
        stage.pass(ROUND);
        assertUntouched();

        stage.restart(it -> it);
        stage.pass(ROUND);

        assertUntouched();
        assertThat(stage.engine.view().figures().startOfDayEquity()).isEqualTo(Double.parseDouble(money));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5000", "0", "50000", "1000000"})
    void nor_are_shares_that_are_worth_another_price_than_they_were_bought_at(String money) throws Exception {
        // given: bought at 40, now at 20, as the bars of before tell
        limited();
        journaled(cash(money), msft(500, "40"));
        Bar before = Stage.minute("MSFT", -10, 20, 20, 20);
        HandFeed learnt = new HandFeed() {
            @Override
            public List<Bar> history() {
                return List.of(before);
            }
        };
        stage.start(it -> it.feed(learnt));
        stage.pass(ROUND);
        assertUntouched();

        // when
        stage.restart(it -> it);
        stage.pass(ROUND);
        assertUntouched();
        stage.bar("MSFT", 3, 20);
        stage.pass(ROUND);

        // then: a first day begins with what there is
        assertUntouched();
        double worth = Double.parseDouble(money) + 500 * 20;
        assertThat(stage.engine.view().figures().startOfDayEquity()).isEqualTo(worth);
        assertThat(stage.engine.view().losses()).extracting(PeriodLoss::pnl).containsOnly(0.0);
    }

    @Test
    void shares_without_a_price_and_without_cash_beside_them_are_no_loss_either() throws Exception {
        limited();
        journaled(cash("0"), msft(500, "20"));
        stage.start();
        stage.pass(ROUND);
        assertThat(stage.engine.view().halt()).isEmpty();

        stage.bar("MSFT", 2, 20);
        stage.pass(ROUND);

        assertUntouched();
    }

    @Test
    void what_is_lost_on_the_first_day_counts_from_what_the_account_had() throws Exception {
        limited();
        journaled(cash("40000"), msft(500, "20"));
        stage.start();
        stage.pass(ROUND);
        stage.bar("MSFT", 2, 20);
        stage.bar("MSFT", 3, 18.1);
        assertThat(stage.engine.view().halt()).isEmpty();

        stage.restart(it -> it);
        stage.bar("MSFT", 4, 18);

        assertThat(stage.engine.view().figures().dailyPnl()).isEqualTo(-1000);
        assertThat(stage.engine.view().halt())
                .hasValueSatisfying(it -> assertThat(it.trigger()).isEqualTo(HaltTrigger.DAILY_LOSS));
    }

    @Test
    void what_is_adopted_from_the_brokers_books_before_the_first_bar_is_no_loss() throws Exception {
        limited();
        AccountBroker broker = new AccountBroker(stage.broker);
        broker.cash = "50000";
        broker.held = List.of(new Held("MSFT", 100, new BigDecimal("20")));
        stage.trader = broker;
        stage.start(it -> it.reconcile(ReconcilePolicy.TRUSTING, Duration.ofMinutes(60), Duration.ofMinutes(1)));
        stage.pass(ROUND);
        assertThat(stage.engine.view().halt()).isEmpty();

        stage.restart(it -> it);
        stage.pass(ROUND);
        stage.bar("MSFT", 3, 20);
        stage.pass(ROUND);

        assertUntouched();
        assertThat(stage.engine.view().figures().startOfDayEquity()).isEqualTo(52_000);
    }

    @Test
    void why_nothing_opens_after_a_reconnection_is_a_warning() throws Exception {
        AccountBroker broker = new AccountBroker(stage.broker);
        stage.trader = broker;
        ReconcilePolicy strict =
                new ReconcilePolicy(Action.BLOCKED, Action.BLOCKED, BigDecimal.ONE, Action.REPORTED, Action.BLOCKED);
        stage.start(it -> it.reconcile(strict, Duration.ofMinutes(60), Duration.ofMinutes(1)));
        stage.until(view -> view.state() == EngineState.RUNNING);
        broker.cash = "54321.09";
        broker.hand.listener.onConnection(false, "gone");
        broker.hand.listener.onConnection(true, "back");

        stage.until(view -> view.holds().containsKey(HoldReason.RECONCILIATION)
                && !view.holds().containsKey(HoldReason.CONNECTION));

        assertThat(LogFile.linesWith("Nothing is opened for now: RECONCILIATION", "45678.91 less"))
                .isNotEmpty();
    }

    private static Fill fill(String id, Side side, String price, Instant time) {
        return new Fill(id, "morning-" + id, "MSFT", side, 100, new BigDecimal(price), BigDecimal.ZERO, time);
    }

    @Test
    void the_fills_of_a_day_that_are_in_the_books_a_journal_begins_with_are_not_booked_again() throws Exception {
        // given: bought and sold at a loss of 1,500 before, and one more while the engine started
        limited();
        Fill later = fill("f3", Side.BUY, "20", Stage.START.plusSeconds(1));
        AccountBroker broker = new AccountBroker(stage.broker);
        broker.trades = List.of(
                fill("f1", Side.BUY, "35", Stage.START.minusSeconds(600)),
                fill("f2", Side.SELL, "20", Stage.START),
                later);
        broker.cash = "96000";
        broker.held = List.of(new Held("MSFT", 100, new BigDecimal("20")));
        journaled(cash("98000"));
        stage.trader = broker;

        // when
        stage.start();
        stage.pass(ROUND);

        // then
        assertThat(stage.heard(OrderFilled.class).map(it -> it.fill().id())).containsExactly("f3");
        assertThat(stage.heard(Reconciled.class)
                        .flatMap(it -> it.differences().stream())
                        .map(Difference::kind))
                .containsExactly(Difference.Kind.MISSED_FILL);
        assertThat(stage.engine.view().halt()).isEmpty();
        assertThat(stage.engine.view().positions())
                .singleElement()
                .satisfies(it -> assertThat(it.quantity()).isEqualTo(100));

        // and: nor by the run after it
        stage.broker = new HandBroker();
        AccountBroker next = new AccountBroker(stage.broker);
        next.trades = broker.trades;
        next.cash = broker.cash;
        next.held = broker.held;
        stage.engine.stop(Duration.ZERO);
        stage.trader = next;
        stage.start();
        stage.bar("MSFT", 2, 20);
        assertThat(stage.heard(OrderFilled.class)).hasSize(1);
        assertThat(stage.engine.view().losses()).extracting(PeriodLoss::pnl).containsOnly(0.0);
        assertThat(stage.engine.state()).isEqualTo(EngineState.RUNNING);
    }
}
