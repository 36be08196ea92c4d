package io.robotrader.risk;

import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.gate;
import static io.robotrader.risk.Desk.kinds;
import static io.robotrader.risk.Desk.noLimits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Unit;
import org.junit.jupiter.api.Test;

class GatePolicyTest {

    @Test
    void limits_can_be_changed_while_orders_work() {
        RiskGate gate = gate(noLimits(), cash(100_000));
        gate.reserve(buy("1", 500));

        gate.use(RiskPolicy.of(noLimits().maxSymbolExposure(0.5).build()));

        assertThat(kinds(gate.check(buy("2", 1)))).containsExactly(LimitKind.POSITION_SIZE_LIMIT);
        assertThat(gate.closed("1")).isTrue();
        assertThat(gate.check(buy("2", 1)).isApproved()).isTrue();
    }

    @Test
    void a_rule_of_the_users_own_is_one_lambda() {
        RiskGate gate = RiskGate.builder()
                .policy(RiskPolicy.of(noLimits().build())
                        .and(
                                Limit.custom("shares an order", 50, Unit.COUNT),
                                (order, account) -> order.openingQuantity()))
                .build();
        gate.update(cash(100_000).build());

        assertThat(gate.check(buy("1", 50)).isApproved()).isTrue();
        assertThat(gate.check(buy("2", 51)).violations()).hasToString("[shares an order: 51 is above 50]");
        assertThat(kinds(gate.check(buy("2", 51)))).containsExactly(LimitKind.CUSTOM);
    }

    @Test
    void a_rule_that_does_not_know_refuses() {
        RiskGate gate = gate(noLimits(), cash(100_000));
        gate.use(RiskPolicy.of(noLimits().build())
                .and(Limit.custom("mood", 1, Unit.FRACTION), (order, account) -> Double.NaN));

        assertThat(kinds(gate.check(buy("1", 1)))).containsExactly(LimitKind.UNKNOWN_DATA);
    }

    @Test
    void a_rule_that_throws_holds_nothing_and_leaves_the_gate_usable() {
        RiskGate gate = gate(noLimits(), cash(100_000));
        gate.use(RiskPolicy.of(noLimits().build()).and(Limit.custom("bad", 1, Unit.COUNT), (order, account) -> {
            throw new IllegalStateException("broken rule");
        }));

        assertThatThrownBy(() -> gate.reserve(buy("1", 1))).hasMessage("broken rule");

        assertThat(gate.closed("1")).isFalse();
        gate.use(RiskPolicy.of(noLimits().build()));
        assertThat(gate.reserve(buy("1", 1)).isApproved()).isTrue();
    }

    @Test
    void a_policy_lists_its_limits_and_does_not_change_when_one_is_added() {
        RiskPolicy built = RiskPolicy.of(Desk.seven().build());

        RiskPolicy more = built.and(Limit.custom("x", 1, Unit.COUNT), (order, account) -> 0);

        assertThat(built.limits()).hasSize(7);
        assertThat(more.limits()).hasSize(8).startsWith(built.limits().toArray(Limit[]::new));
    }

    @Test
    void a_deposit_is_no_profit_and_a_withdrawal_no_loss() {
        RiskLimitsBuilder limits = noLimits().maxDailyLoss(0.01);
        RiskGate gate = gate(limits, cash(110_000).startOfDayEquity(101_000).paidInToday(10_000));

        assertThat(gate.figures().dailyPnl()).isEqualTo(-1_000);
        gate.update(cash(90_000).startOfDayEquity(100_000).paidInToday(-10_000).build());
        assertThat(gate.figures().dailyPnl()).isZero();
        gate.update(cash(109_000).startOfDayEquity(100_000).paidInToday(10_000).build());
        assertThat(kinds(gate.check(buy("1", 1)))).containsExactly(LimitKind.DAILY_LOSS_LIMIT);
    }

    @Test
    void a_morning_without_equity_makes_the_daily_loss_unknown() {
        RiskGate gate = gate(noLimits().maxDailyLoss(0.01), cash(10_000).startOfDayEquity(0));

        assertThat(kinds(gate.check(buy("1", 1)))).containsExactly(LimitKind.UNKNOWN_DATA);
    }
}
