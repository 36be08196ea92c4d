package io.robotrader.risk;

import static io.robotrader.risk.Desk.NOON;
import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.gate;
import static io.robotrader.risk.Desk.kinds;
import static io.robotrader.risk.Desk.mark;
import static io.robotrader.risk.Desk.noLimits;
import static io.robotrader.risk.Desk.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.LimitKind;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is not known refuses what opens and never what reduces. */
class GateUnknownTest {

    @Test
    void an_unknown_symbol_is_refused_by_name() {
        RiskDecision decision = gate(Desk.seven(), cash(100_000)).check(OrderIntent.market("1", "ZZZ", Side.BUY, 1));

        assertThat(kinds(decision)).containsExactly(LimitKind.INVALID_ORDER);
        assertThat(decision.violations().get(0).message())
                .isEqualTo("INVALID_ORDER: no market data has come for symbol ZZZ");
    }

    @Test
    void rk_2_a_position_without_a_mark_refuses_opening_elsewhere_and_lets_itself_be_closed() {
        RiskGate gate = gate(Desk.seven(), cash(100_000).position(Position.of("NEW", 10, 50)));

        assertThat(kinds(gate.check(buy("1", 1)))).isNotEmpty().containsOnly(LimitKind.UNKNOWN_DATA);
        assertThat(gate.check(OrderIntent.market("2", "NEW", Side.SELL, 10)).isApproved())
                .isTrue();
        assertThat(gate.figures().equity()).isNaN();
    }

    @Test
    void a_limit_price_stands_in_for_no_missing_mark() {
        RiskGate gate = RiskGate.builder()
                .limits(noLimits().build())
                .instruments(List.of(Instrument.of("A")))
                .build();
        gate.update(AccountSnapshot.builder(100_000).build());

        RiskDecision decision = gate.reserve(OrderIntent.limit("1", "A", Side.BUY, 10, 100));

        assertThat(kinds(decision)).containsExactly(LimitKind.UNKNOWN_DATA);
        assertThat(gate.figures().equity()).isEqualTo(100_000);
    }

    @Test
    void an_unmarked_exit_that_outlives_its_position_makes_sums_unknown_until_it_is_gone() {
        RiskGate gate = RiskGate.of(Desk.seven().build());
        gate.update(AccountSnapshot.builder(100_000)
                .position(Position.of("A", 10, 50))
                .build());
        assertThat(gate.reserve(sell("1", 10)).isApproved()).isTrue();

        gate.update(AccountSnapshot.builder(100_000).build());

        assertThat(gate.figures().equity()).isEqualTo(100_000);
        assertThat(gate.figures().buyingPower()).isNaN();
        assertThat(gate.figures().grossExposure()).isNaN();
        gate.update(mark("A", 60));
        assertThat(gate.figures().buyingPower()).isEqualTo(100_000 - 600);
        gate.closed("1");
        assertThat(gate.figures().buyingPower()).isEqualTo(100_000);
        assertThat(gate.figures().grossExposure()).isZero();
    }

    @Test
    void shares_and_no_equity_of_this_morning_make_the_daily_loss_unknown() {
        RiskGate gate = gate(
                noLimits().maxDailyLoss(0.05),
                AccountSnapshot.builder(10_000).market(mark("A", 100)).position(Position.of("A", 900, 100)));

        assertThat(kinds(gate.check(buy("1", 1)))).containsExactly(LimitKind.UNKNOWN_DATA);
        assertThat(gate.check(sell("2", 900)).isApproved()).isTrue();
    }

    @Test
    void rk_8_a_number_too_large_to_add_is_unknown_and_is_forgotten_when_it_has_gone() {
        RiskGate gate = gate(
                noLimits().maxSymbolExposure(0.2),
                cash(100_000).startOfDayEquity(100_000).position(Position.of("B", 1_000, 100)));

        gate.update(mark("B", Double.MAX_VALUE));

        assertThat(gate.figures().equity()).isNaN();
        assertThat(kinds(gate.check(buy("1", 1)))).containsExactly(LimitKind.UNKNOWN_DATA);
        gate.update(mark("B", 1e20));
        gate.update(mark("B", 100));
        assertThat(gate.figures().equity()).isEqualTo(200_000);
        assertThat(gate.figures().grossExposure()).isEqualTo(100_000);
    }

    @Test
    void late_market_data_does_not_overwrite_newer() {
        RiskGate gate = gate(Desk.seven(), Desk.holding(10));
        gate.update(new MarketData("A", NOON.plusSeconds(2), 120, OptionalDouble.of(3)));

        gate.update(MarketData.of("A", NOON.plusSeconds(1), 50));

        assertThat(gate.figures().grossExposure()).isEqualTo(1_200);
    }

    @Test
    void an_absent_range_keeps_the_one_that_is_known() {
        RiskGate gate = gate(Desk.seven(), Desk.holding(10));

        gate.update(mark("A", 100).withAtr(3));
        gate.update(mark("A", 101));

        assertThat(gate.figures().riskAtStops()).isEqualTo(10 * 3 * 2.0);
    }

    @Test
    void a_first_snapshot_with_a_long_and_a_short_position_of_equal_worth_is_not_the_start_of_its_day() {
        AccountSnapshot.Builder hedged =
                cash(100_000).position(Position.of("A", 100, 100)).position(Position.of("B", -100, 100));

        RiskGate gate = gate(noLimits().maxDailyLoss(0.005), hedged);

        assertThat(gate.figures().startOfDayEquity()).isNaN();
        assertThat(kinds(gate.check(buy("1", 1)))).containsExactly(LimitKind.UNKNOWN_DATA);
    }

    @Test
    void a_first_snapshot_whose_only_position_is_flat_is_the_start_of_its_day() {
        RiskGate gate = gate(noLimits().maxDailyLoss(0.005), cash(100_000).position(Position.of("A", 0, 100)));

        assertThat(gate.figures().startOfDayEquity()).isEqualTo(100_000);
    }
}
