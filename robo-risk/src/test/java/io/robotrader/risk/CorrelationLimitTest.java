package io.robotrader.risk;

import static io.robotrader.risk.Desk.gate;
import static io.robotrader.risk.Desk.kinds;
import static io.robotrader.risk.Desk.mark;
import static io.robotrader.risk.Desk.noLimits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.CorrelationLookup;
import io.robotrader.risk.rule.LimitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationLimitTest {

    private static final OrderIntent BUY_A = OrderIntent.market("1", "A", Side.BUY, 1);
    private static final OrderIntent SELL_A = OrderIntent.market("1", "A", Side.SELL, 1);

    @ParameterizedTest
    @CsvSource({
        "0.70, 10, BUY, true", "0.71, 10, BUY, false", "0.99, -10, BUY, true", "0.99, 10, SELL, true",
        "0.99, -10, SELL, false", "-0.9, 10, BUY, true", "-0.9, -10, BUY, false", "-0.9, 10, SELL, false"
    })
    void ov_10_the_limit_is_about_direction_so_that_a_hedge_passes(
            double correlation, long held, Side side, boolean passes) {
        RiskGate gate = holding(held, (a, b) -> correlation);

        RiskDecision decision = gate.check(OrderIntent.market("1", "A", side, 1));

        assertThat(decision.isApproved()).isEqualTo(passes);
        assertThat(kinds(decision)).allMatch(kind -> kind == LimitKind.CORRELATION_LIMIT);
    }

    @Test
    void ov_10_a_correlation_that_is_not_known_refuses() {
        RiskGate gate = holding(10, CorrelationLookup.UNKNOWN);

        assertThat(kinds(gate.check(BUY_A))).containsExactly(LimitKind.UNKNOWN_DATA);
    }

    @Test
    void ov_10_a_flat_position_does_not_count() {
        RiskGate gate = holding(0, (a, b) -> 0.99);

        assertThat(gate.check(BUY_A).isApproved()).isTrue();
    }

    @Test
    void a_gate_that_was_told_of_no_correlations_knows_none_but_needs_none_for_a_first_position() {
        RiskGate gate = gate(noLimits().maxCorrelation(0.7), Desk.cash(1_000));

        assertThat(gate.check(BUY_A).isApproved()).isTrue();
    }

    @Test
    void adding_to_a_position_is_not_compared_with_itself() {
        RiskGate gate = gate(
                noLimits().maxCorrelation(0.7),
                AccountSnapshot.builder(1_000).position(Position.of("A", 5, 10)).market(mark("A", 10)));

        assertThat(gate.check(BUY_A).isApproved()).isTrue();
    }

    @Test
    void a_working_order_counts_like_the_position_that_it_would_open() {
        RiskGate gate = holding(0, (a, b) -> 0.99);
        gate.reserve(OrderIntent.market("b", "B", Side.SELL, 5));

        assertThat(gate.check(BUY_A).isApproved()).isTrue();
        assertThat(kinds(gate.check(SELL_A))).containsExactly(LimitKind.CORRELATION_LIMIT);
        gate.closed("b");
        assertThat(gate.check(SELL_A).isApproved()).isTrue();
    }

    @Test
    void a_position_that_is_closed_is_not_compared_any_more_whatever_the_order_of_opening() {
        RiskGate gate = holding(10, (a, b) -> a.equals("A") && b.equals("B") ? 0.9 : 0.1);
        gate.update(mark("C", 10));
        gate.update(mark("D", 10));
        gate.reserve(OrderIntent.market("c", "C", Side.BUY, 1));
        gate.reserve(OrderIntent.market("d", "D", Side.BUY, 1));
        assertThat(gate.check(BUY_A).isApproved()).isFalse();

        gate.update(AccountSnapshot.builder(1_000).build());
        gate.closed("c");

        assertThat(gate.check(BUY_A).isApproved()).isTrue();
        assertThat(gate.figures().openPositions()).isEqualTo(1);
    }

    @Test
    void an_exit_does_not_ask() {
        RiskGate gate = holding(10, CorrelationLookup.UNKNOWN);

        assertThat(gate.check(OrderIntent.market("1", "B", Side.SELL, 10)).isApproved())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1.1", "NaN"})
    void a_limit_that_is_no_correlation_is_refused(double limit) {
        assertThatThrownBy(() -> RiskLimits.builder().maxCorrelation(limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxCorrelation must be in [0, 1], but was " + limit);
    }

    @Test
    void a_sale_at_a_limit_far_below_the_market_is_valued_at_the_market() {
        RiskGate gate = gate(noLimits().maxOrderNotional(500), Desk.cash(1_000).market(mark("A", 100)));

        assertThat(kinds(gate.check(OrderIntent.limit("1", "A", Side.SELL, 6, 0.01))))
                .containsExactly(LimitKind.ORDER_NOTIONAL_LIMIT);
        assertThat(gate.check(OrderIntent.limit("1", "A", Side.SELL, 5, 0.01)).isApproved())
                .isTrue();
    }

    private static RiskGate holding(long sharesOfB, CorrelationLookup lookup) {
        RiskGate gate = gate(
                noLimits().maxCorrelation(0.7),
                AccountSnapshot.builder(1_000)
                        .startOfDayEquity(1_000)
                        .position(Position.of("B", sharesOfB, 10))
                        .market(mark("A", 10))
                        .market(mark("B", 10)));
        gate.use(lookup);
        return gate;
    }
}
