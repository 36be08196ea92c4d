package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.DayBegan;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.view.EngineView;
import io.robotrader.engine.view.PeriodLoss;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.halt.HaltTrigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a restart finds in the journal, and what a day, a week and a month are counted from. */
@Timeout(60)
class TradingEngineRecoveryTest {

    private final Stage stage = new Stage();

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private Bar wish(String symbol, int minute, Direction direction) {
        Bar bar = Stage.minute(symbol, minute, 100, 100, 100);
        stage.script.at(bar, direction);
        return bar;
    }

    @Test
    void positions_cash_figures_and_profit_are_those_of_before() throws Exception {
        stage.start().open("AAPL", 1);
        stage.bar("AAPL", 2, 103);
        EngineView before = stage.engine.view();

        stage.restart(it -> it);

        EngineView after = stage.engine.view();
        assertThat(after.figures()).isEqualTo(before.figures());
        assertThat(after.figures().dailyPnl()).isEqualTo(300);
        assertThat(after.positions()).singleElement().satisfies(it -> {
            assertThat(it.quantity()).isEqualTo(100);
            assertThat(it.averagePrice()).isEqualTo(100);
            assertThat(it.mark()).hasValue(103);
            assertThat(it.unrealizedPnl()).hasValue(300);
            assertThat(it.since()).isEqualTo(before.positions().get(0).since());
        });
        assertThat(after.tradeDate()).isEqualTo(before.tradeDate());
    }

    @Test
    void an_order_without_a_known_end_is_unknown_holds_its_room_and_is_not_sent_again() throws Exception {
        stage.start();
        stage.bar(wish("AAPL", 1, Direction.LONG));
        String id = stage.broker.working.get(0).id();

        // The stop gives up at once, as a killed program would.
        stage.restart(it -> it.stopDeadline(Duration.ZERO));
        stage.bar(wish("AAPL", 2, Direction.LONG));

        assertThat(stage.broker.working).isEmpty();
        assertThat(stage.broker.recalled).extracting(OrderIntent::id).containsExactly(id);
        assertThat(stage.engine.view().orders()).singleElement().satisfies(it -> {
            assertThat(it.order().id()).isEqualTo(id);
            assertThat(it.isUnknown()).isTrue();
        });
        assertThat(stage.heard(OrderEnded.class).map(it -> it.end().kind())).contains(OrderEnd.Kind.UNKNOWN);
        stage.broker.listener.onOrderEnded(new OrderEnd(id, OrderEnd.Kind.CANCELLED, "found out"));
        stage.until(
                view -> view.orders().stream().noneMatch(it -> it.order().id().equals(id)));
        stage.until(() -> !stage.broker.working.isEmpty());
        assertThat(stage.broker.working.get(0).id()).isNotEqualTo(id);
    }

    @Test
    void an_order_is_named_to_the_broker_as_it_was_sent_without_the_stop_that_the_engine_holds() throws Exception {
        stage.start(it -> it.protectiveStops(true));
        stage.bar(wish("AAPL", 1, Direction.LONG));
        OrderIntent sent = stage.broker.working.get(0);

        stage.restart(it -> it.stopDeadline(Duration.ZERO));

        assertThat(stage.heard(OrderDecided.class).map(it -> it.order().stopPrice()))
                .isNotEmpty()
                .allMatch(OptionalDouble::isPresent);
        assertThat(sent.stopPrice()).isEmpty();
        assertThat(stage.broker.recalled).containsExactly(sent);
    }

    @Test
    void en_12_a_restart_within_a_trade_date_counts_its_trades_and_its_loss_on() throws Exception {
        stage.config = Sample.unlimited(false)
                .set("execution.maxDailyTrades", "1")
                .set("risk.maxDailyLossPct", "0.05")
                .load()
                .config();
        stage.start().open("AAPL", 1);
        stage.bar("AAPL", 2, 90);

        stage.restart(it -> it);
        stage.bar(wish("MSFT", 3, Direction.LONG));

        assertThat(stage.decisions()).containsExactly("BUY 100 AAPL approved", "BUY 99 MSFT refused");
        assertThat(stage.heard(DayBegan.class)).hasSize(1);
        assertThat(stage.heard(DayClosed.class)).isEmpty();
        assertThat(stage.engine.view().figures().dailyPnl()).isEqualTo(-1000);
    }

    @Test
    void en_12_the_end_of_a_day_comes_once_a_trade_date_even_if_nobody_was_there() throws Exception {
        stage.start();
        stage.bar("AAPL", 1, 100);
        stage.engine.stop();
        assertThat(stage.heard(DayClosed.class)).isEmpty();
        stage.passTo(Sample.close(0).plusSeconds(7200));

        stage.start();
        stage.pass(Duration.ofMinutes(1));
        stage.until(() -> stage.heard(DayClosed.class).count() == 1);
        stage.restart(it -> it);
        stage.pass(Duration.ofMinutes(2));
        stage.bar(Sample.bar("AAPL", 1, 100, 100));

        assertThat(stage.heard(DayClosed.class).map(DayClosed::tradeDate)).containsExactly(Sample.FIRST_DATE);
        assertThat(stage.heard(DayBegan.class).map(DayBegan::tradeDate))
                .containsExactly(Sample.FIRST_DATE, Sample.FIRST_DATE.plusDays(1));
    }

    @Test
    void a_trailing_stop_is_where_it_was() throws Exception {
        stage.config = Sample.unlimited(false)
                .set("risk.useTrailingStop", "true")
                .load()
                .config();
        stage.start(it -> it.protectiveStops(true)).open("AAPL", 1);
        stage.bar("AAPL", 2, 110);
        OptionalDouble before = stage.engine.view().positions().get(0).stop();
        assertThat(before.getAsDouble()).isCloseTo(110 * (1 - 0.015), org.assertj.core.api.Assertions.within(1e-9));

        stage.restart(it -> it.protectiveStops(true));

        assertThat(stage.engine.view().positions().get(0).stop()).isEqualTo(before);
    }

    @Test
    void what_was_adopted_from_the_broker_is_in_the_books_and_neither_a_deposit_nor_shares_are_profit()
            throws Exception {
        stage.start();
        stage.bar("AAPL", 1, 100);
        stage.engine.stop();
        try (JdbcJournal journal = JdbcJournal.open(stage.database)) {
            journal.append(new CashAdopted(Stage.START, new BigDecimal("150000"), new BigDecimal("50000")));
            journal.append(
                    new PositionAdopted(Stage.START, "AAPL", -10, new BigDecimal("100"), new BigDecimal("-1000")));
            journal.append(new CashAdopted(Stage.START, new BigDecimal("151000"), new BigDecimal("1000")));
        }

        stage.start();

        assertThat(stage.engine.view().figures().equity()).isEqualTo(150_000);
        assertThat(stage.engine.view().figures().dailyPnl()).isZero();
        assertThat(stage.engine.view().losses()).extracting(PeriodLoss::pnl).containsOnly(0.0);
    }

    @Test
    void ks_9_a_week_and_a_month_are_counted_from_their_first_trade_date_over_restarts() throws Exception {
        // given: a loss of 1 % a day, by a position of 100 shares at 100 and so a tenth of the equity
        stage.start(it -> it.maxWeeklyLoss(0.03).maxMonthlyLoss(0.05)).open("AAPL", 1);
        for (int day = 0; day < 3; day++) {
            assertThat(stage.engine.view().halt()).isEmpty();
            stage.bar(Sample.bar("AAPL", day, 100 - 10 * day, 90 - 10 * day));
            stage.restart(it -> it.maxWeeklyLoss(0.03).maxMonthlyLoss(0.05));
        }

        // then: the third day's loss is the week's limit
        assertThat(stage.engine.view().halt()).hasValueSatisfying(it -> {
            assertThat(it.trigger()).isEqualTo(HaltTrigger.WEEKLY_LOSS);
            assertThat(it.reason()).contains("week").contains("0.03");
        });
        assertThat(stage.engine.view().losses())
                .extracting(PeriodLoss::period, PeriodLoss::lossFraction)
                .contains(
                        org.assertj.core.api.Assertions.tuple("week", 0.03),
                        org.assertj.core.api.Assertions.tuple("month", 0.03));

        // and: a new week begins from nothing, the month goes on
        stage.engine.resetHalt("Ann", "seen");
        stage.bar(Sample.bar("AAPL", 7, 70, 60));
        assertThat(stage.engine.view().halt()).isEmpty();
        assertThat(stage.engine.view().warnings()).containsKey(HaltTrigger.MONTHLY_LOSS);
        stage.bar(Sample.bar("AAPL", 8, 60, 50));
        assertThat(stage.engine.view().halt())
                .hasValueSatisfying(it -> assertThat(it.trigger()).isEqualTo(HaltTrigger.MONTHLY_LOSS));
    }
}
