package io.robotrader.risk;

import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.gate;
import static io.robotrader.risk.Desk.holding;
import static io.robotrader.risk.Desk.noLimits;
import static io.robotrader.risk.Desk.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.AccountFigures;
import org.junit.jupiter.api.Test;

/** What a reservation holds, and that it is released once and wholly. */
class GateHoldTest {

    @Test
    void check_holds_nothing_and_neither_does_a_refusal() {
        RiskGate gate = gate(noLimits().maxOrderNotional(1_000), cash(100_000));
        AccountFigures before = gate.figures();

        gate.check(buy("1", 10));
        gate.reserve(buy("2", 11));

        assertThat(gate.figures()).isEqualTo(before);
        assertThat(gate.closed("1")).isFalse();
        assertThat(gate.closed("2")).isFalse();
    }

    @Test
    void a_reservation_takes_room_as_a_position_would() {
        RiskGate gate = gate(noLimits(), cash(100_000));

        gate.reserve(buy("1", 50).withStop(90));

        assertThat(gate.figures()).isEqualTo(new AccountFigures(100_000, 95_000, 100_000, 0, 5_000, 500, 1));
        assertThat(gate.figures().heat()).isEqualTo(0.005);
    }

    @Test
    void an_order_of_an_earlier_run_is_held_without_being_judged_and_counts_for_the_day() {
        RiskGate gate = gate(noLimits().maxOrderNotional(1_000).maxDailyTrades(1), cash(100_000));

        boolean first = gate.restore(buy("1", 50));
        boolean again = gate.restore(buy("1", 50));

        assertThat(first).isTrue();
        assertThat(again).isFalse();
        assertThat(gate.held()).extracting(HeldOrder::remaining).containsExactly(50L);
        assertThat(gate.figures().buyingPower()).isEqualTo(95_000);
        assertThat(gate.check(buy("2", 1)).isApproved()).isFalse();
    }

    @Test
    void rk_2_a_first_order_is_judged_on_an_empty_book_with_what_it_would_add() {
        RiskGate gate = gate(noLimits().maxPortfolioHeat(0.01), cash(100_000));

        assertThat(gate.check(buy("1", 101).withStop(90)).isApproved()).isFalse();
        assertThat(gate.reserve(buy("2", 60).withStop(90)).isApproved()).isTrue();
        assertThat(gate.check(buy("3", 41).withStop(90)).isApproved()).isFalse();
        assertThat(gate.check(buy("4", 40).withStop(90)).isApproved()).isTrue();
    }

    @Test
    void working_orders_count_at_their_worst() {
        RiskGate gate = gate(noLimits(), holding(100));

        gate.reserve(buy("1", 50));
        gate.reserve(sell("2", 300));

        // all sales filled and no purchase: 200 short
        assertThat(gate.figures().grossExposure()).isEqualTo(20_000);
        gate.closed("2");
        assertThat(gate.figures().grossExposure()).isEqualTo(15_000);
    }

    @Test
    void fills_and_the_end_release_each_share_once() {
        RiskGate gate = gate(noLimits(), cash(100_000));
        AccountFigures before = gate.figures();
        gate.reserve(buy("1", 100));

        assertThat(gate.filled("1", 30)).isTrue();
        assertThat(gate.figures().buyingPower()).isEqualTo(93_000);
        assertThat(gate.closed("1")).isTrue();

        assertThat(gate.figures()).isEqualTo(before);
        assertThat(gate.closed("1")).isFalse();
        assertThat(gate.filled("1", 1)).isFalse();
        assertThat(gate.figures()).isEqualTo(before);
    }

    @Test
    void a_fill_beyond_what_is_held_releases_what_is_left() {
        RiskGate gate = gate(noLimits(), cash(100_000));
        AccountFigures before = gate.figures();
        gate.reserve(buy("1", 100));

        assertThat(gate.filled("1", Long.MAX_VALUE)).isTrue();

        assertThat(gate.figures()).isEqualTo(before);
        assertThat(gate.filled("1", 1)).isFalse();
    }

    @Test
    void on_a_fill_the_shares_count_twice_and_never_zero_times() {
        RiskGate gate = gate(noLimits(), cash(100_000));
        gate.reserve(buy("1", 100));

        gate.update(holding(100).build());
        assertThat(gate.figures().grossExposure()).isEqualTo(20_000);
        gate.filled("1", 100);

        assertThat(gate.figures().grossExposure()).isEqualTo(10_000);
    }

    @Test
    void an_exit_left_over_when_its_position_is_gone_counts_as_opening() {
        RiskGate gate = gate(noLimits(), holding(100));
        gate.reserve(sell("1", 100).withStop(110));
        assertThat(gate.figures().buyingPower()).isEqualTo(100_000);

        gate.update(cash(100_000).build());

        assertThat(gate.figures()).isEqualTo(new AccountFigures(100_000, 90_000, 100_000, 0, 10_000, 1_000, 1));
    }

    @Test
    void of_two_exits_the_one_that_fills_first_takes_the_room_to_reduce() {
        RiskGate gate = gate(noLimits(), holding(100));
        gate.reserve(sell("1", 100));
        gate.reserve(sell("2", 50));
        assertThat(gate.figures().buyingPower()).isEqualTo(95_000);

        gate.update(holding(50).build());
        gate.filled("2", 50);

        // 100 still work against 50 held: 50 would open
        assertThat(gate.figures().buyingPower()).isEqualTo(95_000);
        assertThat(gate.figures().grossExposure()).isEqualTo(5_000);
    }
}
