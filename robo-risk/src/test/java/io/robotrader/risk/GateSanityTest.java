package io.robotrader.risk;

import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.gate;
import static io.robotrader.risk.Desk.holding;
import static io.robotrader.risk.Desk.kinds;
import static io.robotrader.risk.Desk.noLimits;
import static io.robotrader.risk.Desk.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.rule.LimitKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that make no sense. */
class GateSanityTest {

    @Test
    void opening_shares_come_in_whole_lots_and_odd_ones_may_be_closed() {
        RiskGate gate = RiskGate.builder()
                .limits(noLimits().build())
                .instruments(List.of(Instrument.of("A").withLotSize(100)))
                .build();
        gate.update(holding(-30).build());

        assertThat(gate.check(buy("1", 30)).isApproved()).isTrue();
        assertThat(gate.check(buy("2", 130)).isApproved()).isTrue();
        assertThat(gate.check(sell("3", 200)).isApproved()).isTrue();
        RiskDecision odd = gate.check(sell("4", 150));
        assertThat(odd.violations().get(0).message())
                .isEqualTo("INVALID_ORDER: quantity must open whole lots of 100, but was 150");
    }

    @Test
    void a_stop_stands_on_the_losing_side() {
        RiskGate gate = gate(noLimits(), cash(100_000));

        assertThat(gate.check(buy("1", 1).withStop(99)).isApproved()).isTrue();
        assertThat(gate.check(sell("2", 1).withStop(101)).isApproved()).isTrue();
        assertThat(kinds(gate.check(buy("3", 1).withStop(100)))).containsExactly(LimitKind.INVALID_ORDER);
        assertThat(gate.check(sell("4", 1).withStop(99)).violations().get(0).message())
                .isEqualTo("INVALID_ORDER: a SELL at 100.0 must have its stop on the losing side, but it was 99.0");
    }

    @Test
    void an_exit_may_carry_any_stop() {
        assertThat(gate(noLimits(), holding(10))
                        .check(sell("1", 10).withStop(1))
                        .isApproved())
                .isTrue();
    }

    @Test
    void an_id_is_sent_once_a_trade_date_whatever_became_of_the_order() {
        RiskGate gate = gate(noLimits(), cash(100_000));
        gate.reserve(buy("1", 1));

        RiskDecision again = gate.reserve(buy("1", 1));

        assertThat(kinds(again)).containsExactly(LimitKind.DUPLICATE_ORDER);
        assertThat(again.violations().get(0).message())
                .isEqualTo("DUPLICATE_ORDER: an order with id 1 was sent already");
        gate.closed("1");
        assertThat(gate.reserve(buy("1", 1)).isApproved()).isFalse();
        gate.beginTradeDate();
        assertThat(gate.reserve(buy("1", 1)).isApproved()).isTrue();
    }

    @Test
    void a_gate_that_was_told_nothing_approves_nothing() {
        assertThat(RiskGate.of(Desk.seven().build()).check(buy("1", 1)).isApproved())
                .isFalse();
    }

    @Test
    void the_callers_own_mistakes_are_exceptions() {
        RiskGate gate = gate(noLimits(), cash(100_000));

        assertThatNullPointerException().isThrownBy(() -> gate.check(null)).withMessage("order");
        assertThatNullPointerException().isThrownBy(() -> gate.closed(null)).withMessage("orderId");
        assertThatThrownBy(() -> gate.filled("1", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantity must be at least 1, but was 0");
        assertThatThrownBy(() -> new RiskDecision.Rejected(List.of()))
                .hasMessage("violations must hold at least one, but was empty");
    }
}
