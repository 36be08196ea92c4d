package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.execution.Corrections;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.rule.LimitKind;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Losses in a row and the fall from the peak: what is counted over trades, and over restarts. */
@Timeout(60)
class TradingEngineStreakTest {

    private final Stage stage = new Stage();
    private int minute;

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private static RoboConfig with(String path, String value, boolean shortSelling) {
        return Sample.unlimited(shortSelling).set(path, value).load().config();
    }

    private void wish(Direction direction) throws InterruptedException {
        Bar bar = Stage.minute("AAPL", ++minute, 100, 100, 100);
        stage.script.at(bar, direction);
        stage.bar(bar);
    }

    private void fill(String price, String commission) {
        OrderIntent order = stage.broker.working.get(stage.broker.working.size() - 1);
        long trades = stage.engine.view().counts().tradesExecuted();
        stage.broker.listener.onFill(new Fill(
                order.id() + "-f",
                order.id(),
                order.symbol(),
                order.side(),
                order.quantity(),
                new BigDecimal(price),
                new BigDecimal(commission),
                Instant.EPOCH));
        stage.until(view -> view.counts().tradesExecuted() > trades);
    }

    private void trade(String in, String out, String commission) throws InterruptedException {
        wish(Direction.LONG);
        fill(in, commission);
        wish(Direction.FLAT);
        fill(out, commission);
    }

    /** Wishes to open; whether the count of losses keeps it from being sent. */
    private boolean isRefused() throws InterruptedException {
        int sent = stage.broker.working.size();
        wish(Direction.LONG);
        var decisions = stage.engine.view().decisions();
        boolean refused = decisions.get(decisions.size() - 1).decision().violations().stream()
                .anyMatch(it -> it.kind() == LimitKind.LOSS_STREAK);
        assertThat(stage.broker.working).hasSize(refused ? sent : sent + 1);
        return refused;
    }

    @Test
    void two_losses_in_a_row_end_the_opening_of_risk_and_a_restart_does_not_forget_them() throws Exception {
        stage.config = with("risk.maxLossStreak", "1", false);
        stage.start();
        trade("100", "99", "0");
        trade("100", "99.99", "0");

        assertThat(isRefused()).isTrue();
        stage.restart(it -> it);
        assertThat(isRefused()).isTrue();
    }

    @Test
    void a_win_between_them_begins_the_count_anew_and_nothing_won_is_no_loss() throws Exception {
        stage.config = with("risk.maxLossStreak", "1", false);
        stage.start();
        trade("100", "99", "0");
        trade("100", "100.5", "0");
        trade("100", "100", "0");
        trade("100", "99", "0");

        assertThat(isRefused()).isFalse();
    }

    @Test
    void what_a_trade_cost_counts_whenever_it_is_told() throws Exception {
        stage.config = with("risk.maxLossStreak", "0", false);
        stage.start();
        trade("100", "100.01", "0.25");
        wish(Direction.LONG);
        fill("100", "0");
        wish(Direction.FLAT);
        OrderIntent exit = stage.broker.working.get(stage.broker.working.size() - 1);
        fill("100.01", "0");
        BigDecimal cash = stage.engine.desk.portfolio().cash();

        stage.broker.listener.onCommission(
                new LateCommission(exit.id() + "-f", exit.id(), "AAPL", new BigDecimal("1.01"), Instant.EPOCH));
        stage.until(() -> stage.engine.desk.portfolio().cash().compareTo(cash) != 0);
        stage.engine.controls.perform(() -> {});

        assertThat(isRefused()).isTrue();
        stage.restart(it -> it);
        assertThat(isRefused()).isTrue();
    }

    /** The broker tells that the latest order was filled at another price than it had said. */
    private void correct(String wrongPrice, String price) {
        OrderIntent order = stage.broker.working.get(stage.broker.working.size() - 1);
        Fill wrong =
                stage.broker.fill(order.id() + "-f", stage.broker.working.size() - 1, order.quantity(), wrongPrice);
        Fill right = stage.broker.fill(order.id() + "-g", stage.broker.working.size() - 1, order.quantity(), price);
        long trades = stage.engine.view().counts().tradesExecuted();
        stage.broker.listener.onFill(Corrections.reversal(wrong, order.id()));
        stage.broker.listener.onFill(Corrections.replacement(right, order.id()));
        stage.until(view -> view.counts().tradesExecuted() == trades + 2);
    }

    @Test
    void a_correction_of_an_exit_turns_the_win_of_its_trade_into_a_loss_also_over_a_restart() throws Exception {
        stage.config = with("risk.maxLossStreak", "1", false);
        stage.start();
        trade("100", "99", "0");
        trade("100", "101", "0");

        correct("101", "99");

        assertThat(isRefused()).isTrue();
        stage.restart(it -> it);
        assertThat(isRefused()).isTrue();
    }

    @Test
    void a_correction_of_a_loss_is_no_second_loss() throws Exception {
        stage.config = with("risk.maxLossStreak", "1", false);
        stage.start();
        trade("100", "99", "0");

        correct("99", "98.9");

        assertThat(isRefused()).isFalse();
    }

    @Test
    void a_correction_of_an_entry_ends_no_trade() throws Exception {
        stage.config = with("risk.maxLossStreak", "0", false);
        stage.start();
        wish(Direction.LONG);
        fill("100", "1");

        correct("100", "100.01");
        stage.wish("MSFT", ++minute, Direction.LONG);

        assertThat(stage.decisions()).containsExactly("BUY 100 AAPL approved", "BUY 99 MSFT approved");
    }

    @Test
    void a_fill_that_turns_a_position_ends_one_trade_and_begins_another_each_with_its_share_of_the_cost()
            throws Exception {
        stage.config = with("risk.maxLossStreak", "0", true);
        stage.start();
        wish(Direction.LONG);
        fill("100", "0");
        wish(Direction.FLAT);
        OrderIntent exit = stage.broker.working.get(stage.broker.working.size() - 1);
        // Half as much again as was asked for: 100 shares gain 0.50 after two thirds of the commission.
        stage.broker.listener.onFill(new Fill(
                "more",
                exit.id(),
                "AAPL",
                exit.side(),
                150,
                new BigDecimal("100.10"),
                new BigDecimal("14.25"),
                Instant.EPOCH));
        stage.until(view -> view.positions().get(0).quantity() == -50);

        wish(Direction.LONG);

        var decisions = stage.engine.view().decisions();
        assertThat(decisions.get(decisions.size() - 1).decision().violations())
                .noneMatch(it -> it.kind() == LimitKind.LOSS_STREAK);
    }

    @Test
    void whoever_lifts_a_halt_begins_the_count_anew() throws Exception {
        stage.config = with("risk.maxLossStreak", "0", false);
        stage.start();
        trade("100", "99", "0");
        stage.engine.halt("Ann", "to think");
        assertThat(stage.engine.resetHalt("Ann", "I have looked at the trade")).isTrue();
        stage.engine.controls.perform(() -> {});
        stage.restart(it -> it);

        assertThat(isRefused()).isFalse();
    }

    @Test
    void the_peak_that_a_drawdown_is_counted_from_outlives_a_restart_with_and_without_bars_in_the_journal()
            throws Exception {
        for (boolean bars : new boolean[] {true, false}) {
            Stage own = new Stage();
            own.config = with("risk.maxDrawdownPct", "0.05", false);
            own.start(it -> it.journalBars(bars)).open("AAPL", 1);
            own.bar("AAPL", 2, 120);
            // The equity stands in the journal with the trade date that begins.
            own.bar("AAPL", 24 * 60, 119);
            own.restart(it -> it.journalBars(bars));

            own.bar("AAPL", 24 * 60 + 1, 103);

            own.until(view -> view.halt().isPresent() || view.warnings().isEmpty());
            assertThat(own.engine.desk.gate().monitor().items())
                    .as("with bars: %s", bars)
                    .filteredOn(it -> it.limit().kind() == LimitKind.DRAWDOWN_LIMIT)
                    .singleElement()
                    .satisfies(it -> assertThat(it.observed().orElseThrow()).isGreaterThan(0.015));
            own.close();
        }
    }
}
