package io.robotrader.risk;

import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.gate;
import static io.robotrader.risk.Desk.holding;
import static io.robotrader.risk.Desk.kinds;
import static io.robotrader.risk.Desk.noLimits;
import static io.robotrader.risk.Desk.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.LimitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an order, and what it leaves in the counts of the day and in the gate's own books. */
class LifeCycleTest {

    @Test
    void ov_8_notional_is_counted_when_it_is_held_and_given_back_unfilled() {
        RiskGate gate = gate(noLimits().maxDailyNotional(10_000), cash(100_000));
        gate.reserve(buy("1", 60));

        assertThat(gate.check(buy("2", 41)).isApproved()).isFalse();
        gate.filled("1", 20);
        gate.closed("1");

        assertThat(gate.check(buy("2", 81)).isApproved()).isFalse();
        assertThat(gate.check(buy("2", 80)).isApproved()).isTrue();
        assertThat(gate.closed("1")).isFalse();
        assertThat(gate.check(buy("2", 81)).isApproved()).isFalse();
    }

    @Test
    void an_order_that_never_traded_was_no_trade_and_one_that_did_was() {
        RiskGate gate = gate(noLimits().maxDailyTrades(1), cash(100_000));

        gate.reserve(buy("1", 2));
        assertThat(kinds(gate.check(buy("x", 1)))).containsExactly(LimitKind.DAILY_TRADE_LIMIT);
        gate.closed("1");
        assertThat(gate.reserve(buy("2", 2)).isApproved()).isTrue();
        gate.filled("2", 1);
        gate.closed("2");

        assertThat(gate.check(buy("x", 1)).isApproved()).isFalse();
    }

    @Test
    void exits_are_no_trades_of_the_day() {
        RiskGate gate = gate(noLimits().maxDailyTrades(1).maxDailyNotional(1_000), holding(100));

        gate.reserve(sell("1", 50));
        gate.filled("1", 50);
        gate.reserve(sell("2", 50));
        gate.closed("2");

        assertThat(gate.check(buy("3", 10)).isApproved()).isTrue();
    }

    @Test
    void a_new_trade_date_counts_from_what_is_working_and_lets_old_ids_go() {
        RiskGate gate = gate(noLimits().maxDailyTrades(2).maxDailyNotional(10_000), cash(100_000));
        gate.reserve(buy("working", 40));
        gate.reserve(buy("over", 20));
        gate.filled("over", 20);

        gate.beginTradeDate();

        assertThat(kinds(gate.check(buy("working", 1)))).containsExactly(LimitKind.DUPLICATE_ORDER);
        assertThat(gate.check(buy("over", 60)).isApproved()).isTrue();
        assertThat(gate.check(buy("over", 61)).isApproved()).isFalse();
        gate.reserve(buy("over", 1));
        assertThat(kinds(gate.check(buy("3", 1)))).containsExactly(LimitKind.DAILY_TRADE_LIMIT);
    }

    @Test
    void rk_8_an_exit_without_a_price_does_not_make_the_days_notional_unknown() {
        RiskGate gate = gate(noLimits().maxDailyNotional(10_000), cash(100_000).position(Position.of("X", 5, 100)));
        assertThat(gate.reserve(OrderIntent.market("exit", "X", Side.SELL, 5)).isApproved())
                .isTrue();

        gate.beginTradeDate();
        gate.closed("exit");

        assertThat(kinds(gate.check(buy("1", 100)))).isEmpty();
    }

    @Test
    void an_order_in_doubt_stays_held_and_is_not_sent_twice_until_its_fate_is_known() {
        RiskGate gate = gate(noLimits().maxSymbolExposure(0.1), cash(100_000));
        gate.reserve(buy("1", 60));

        assertThat(gate.unknown("1")).isTrue();
        assertThat(gate.unknown("2")).isFalse();
        gate.beginTradeDate();

        assertThat(gate.held()).containsExactly(new HeldOrder(buy("1", 60), 60, true));
        assertThat(kinds(gate.reserve(buy("1", 1)))).containsExactly(LimitKind.DUPLICATE_ORDER);
        assertThat(gate.check(buy("2", 41)).isApproved()).isFalse();
        assertThat(gate.closed("1")).isTrue();
        assertThat(gate.unknown("1")).isFalse();
        assertThat(gate.held()).isEmpty();
        assertThat(gate.check(buy("2", 41)).isApproved()).isTrue();
    }

    @Test
    void held_orders_are_listed_in_their_order_with_what_is_left() {
        RiskGate gate = gate(noLimits(), cash(100_000));
        gate.reserve(buy("z", 3));
        gate.reserve(sell("a", 4));
        gate.filled("z", 1);

        assertThat(gate.held())
                .containsExactly(new HeldOrder(buy("z", 3), 2, false), new HeldOrder(sell("a", 4), 4, false));
    }

    @Test
    void booking_more_than_is_held_books_nothing() {
        RiskGate gate = gate(noLimits(), cash(100_000));
        gate.reserve(buy("1", 5));
        AccountFigures before = gate.figures();

        assertThatThrownBy(() -> gate.book("1", 6, 100)).hasMessage("quantity must be at most 5, but was 6");
        assertThatThrownBy(() -> gate.book("1", 1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(gate.book("2", 1, 100)).isFalse();

        assertThat(gate.figures()).isEqualTo(before);
        assertThat(gate.held()).containsExactly(new HeldOrder(buy("1", 5), 5, false));
    }

    @Test
    void a_fill_beyond_an_order_that_was_filled_wholly_is_told_from_one_of_an_order_that_never_was() {
        RiskGate gate = gate(noLimits(), cash(100_000));
        gate.reserve(buy("1", 5));
        gate.book("1", 5, 100);
        AccountFigures before = gate.figures();

        assertThatThrownBy(() -> gate.book("1", 1, 100)).hasMessage("quantity must be at most 0, but was 1");
        assertThat(gate.filled("1", 1)).isFalse();
        assertThat(gate.closed("1")).isFalse();
        assertThat(gate.unknown("1")).isFalse();

        assertThat(gate.figures()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"0, 50", "0, -50", "100, 50", "100, -50", "100, -100", "100, -150", "-100, 150", "-100, 30", "-100, -30"
    })
    void booking_a_fill_is_what_an_update_and_a_release_are(long before, int traded) {
        RiskGate booked = gate(noLimits(), account(before, 100_000 - 100 * before));
        RiskGate told = gate(noLimits(), account(before, 100_000 - 100 * before));
        OrderIntent order = OrderIntent.market("1", "A", traded > 0 ? Side.BUY : Side.SELL, Math.abs(traded) + 10);
        booked.reserve(order);
        told.reserve(order);

        booked.book("1", Math.abs(traded), 101);
        told.update(
                account(before + traded, 100_000 - 100 * before - 101L * traded).build());
        told.filled("1", Math.abs(traded));

        assertThat(booked.figures()).isEqualTo(told.figures());
        assertThat(booked.held()).isEqualTo(told.held());
    }

    private static AccountSnapshot.Builder account(long shares, long cash) {
        return cash((double) cash).startOfDayEquity(100_000).position(Position.of("A", shares, 100));
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 99000", "0, -10, 99000", "20, -10, 101000", "-20, 10, 101000", "10, -20, 100000"})
    void what_a_broker_said_may_be_spent_falls_by_what_opens_and_rises_by_what_closes(
            long before, int traded, double left) {
        RiskGate gate = gate(noLimits(), holding(before));
        gate.reserve(OrderIntent.market("1", "A", traded > 0 ? Side.BUY : Side.SELL, Math.abs(traded)));

        gate.book("1", Math.abs(traded), 100);

        assertThat(gate.figures().buyingPower()).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({
        "0, , 10, 90, 100", // new: the order's stop
        "0, , 10, , 20", // none: 2 % of the price
        "10, 95, 10, 90, 200", // grown: the farther one
        "10, 90, 10, 95, 200",
        "10, 95, 10, , 40", // and none if one is missing
        "10, , 10, 95, 40",
        "20, 95, -10, , 50", // shrunk: as it was
        "20, 95, -30, 110, 100", // turned: the order's
        "20, 95, -30, , 20",
        "-20, 105, 30, 90, 100",
        "-10, 105, -10, 110, 200"
    })
    void a_booked_position_has_a_stop_that_protects_it(
            long before, Double stop, int traded, Double ordered, double risk) {
        Position position = Position.of("A", before, 100);
        RiskGate gate = gate(noLimits(), cash(100_000).position(stop == null ? position : position.withStop(stop)));
        OrderIntent order = OrderIntent.market("1", "A", traded > 0 ? Side.BUY : Side.SELL, Math.abs(traded));
        gate.reserve(ordered == null ? order : order.withStop(ordered));

        gate.book("1", Math.abs(traded), 100);

        assertThat(gate.figures().riskAtStops()).isEqualTo(risk);
    }

    @Test
    void a_stop_of_a_position_that_is_gone_protects_no_later_one() {
        RiskGate gate = gate(
                noLimits(), cash(100_000).position(Position.of("A", 10, 100).withStop(95)));
        gate.reserve(sell("1", 10));
        gate.book("1", 10, 100);
        gate.reserve(sell("2", 10));
        gate.book("2", 10, 100);

        assertThat(gate.figures().riskAtStops()).isEqualTo(20);
    }

    @Test
    void rk_8_a_time_beyond_what_milliseconds_tell_is_refused_and_leaves_the_sums() {
        RiskGate gate = gate(noLimits(), holding(100));
        java.time.Instant far = java.time.Instant.ofEpochSecond(Long.MAX_VALUE / 1000 + 500);

        assertThatThrownBy(() -> gate.update(MarketData.of("A", far, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MarketData.of("A", java.time.Instant.MIN, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(gate.figures().grossExposure()).isEqualTo(10_000);
    }

    @Test
    void a_fill_that_crossed_the_cancellation_counts_for_the_day_like_any_other() {
        RiskGate gate = gate(noLimits().maxDailyTrades(1).maxDailyNotional(1_000), cash(100_000));
        gate.reserve(buy("1", 10));
        gate.closed("1");
        assertThat(gate.check(buy("2", 10)).isApproved()).isTrue();

        assertThat(gate.book("1", 4, 100)).isTrue();
        assertThat(gate.book("1", 2, 100)).isTrue();

        assertThat(kinds(gate.check(buy("2", 4)))).containsExactly(LimitKind.DAILY_TRADE_LIMIT);
        assertThat(kinds(gate.check(buy("2", 5))))
                .containsExactly(LimitKind.DAILY_TRADE_LIMIT, LimitKind.DAILY_NOTIONAL_LIMIT);
    }
}
