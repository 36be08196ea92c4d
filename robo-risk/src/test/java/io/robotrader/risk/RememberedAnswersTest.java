package io.robotrader.risk;

import static io.robotrader.risk.Desk.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.LimitKind.Sense;
import io.robotrader.risk.rule.Unit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What the gate works out beforehand says what it would say afresh. */
class RememberedAnswersTest {

    private static final OrderIntent IN_B = OrderIntent.market("b", "B", Side.BUY, 1);

    @Test
    void the_highest_correlation_follows_every_change_of_what_is_open() {
        RiskGate gate = Desk.gate(Desk.noLimits().maxCorrelation(0.7), Desk.cash(100_000));
        gate.use((a, b) -> 0.9);
        assertThat(gate.check(Desk.buy("before", 1)).isApproved()).isTrue();
        assertThat(gate.check(IN_B).isApproved()).isTrue();

        gate.reserve(IN_B);
        assertThat(kinds(gate.check(Desk.buy("held", 1)))).containsExactly(LimitKind.CORRELATION_LIMIT);
        assertThat(gate.check(OrderIntent.market("more", "B", Side.BUY, 1)).isApproved())
                .isTrue();

        gate.closed("b");
        assertThat(gate.check(Desk.buy("closed", 1)).isApproved()).isTrue();

        gate.update(Desk.cash(100_000).position(Position.of("B", 5, 100)).build());
        assertThat(kinds(gate.check(Desk.buy("long", 1)))).containsExactly(LimitKind.CORRELATION_LIMIT);

        gate.update(Desk.cash(100_000).position(Position.of("B", -5, 100)).build());
        assertThat(gate.check(Desk.buy("short", 1)).isApproved()).isTrue();

        gate.use((a, b) -> -0.9);
        assertThat(kinds(gate.check(Desk.buy("other", 1)))).containsExactly(LimitKind.CORRELATION_LIMIT);
    }

    @Property
    void a_policy_admits_what_its_limit_admits(
            @ForAll Sense sense,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double bound,
            @ForAll @IntRange(min = -3, max = 3) int steps) {
        double edge = bound + (sense == Sense.AT_MOST ? 1 : -1) * Limit.TOLERANCE * Math.abs(bound);
        double observed = edge + steps * Math.ulp(edge);

        same(new Limit(LimitKind.CUSTOM, "own", bound, Unit.RATIO, sense), observed);
    }

    @Property
    void a_policy_never_admits_what_is_no_number(@ForAll Sense sense, @ForAll double bound) {
        Limit limit = new Limit(LimitKind.CUSTOM, "own", bound, Unit.RATIO, sense);

        for (double observed : new double[] {
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MAX_VALUE, -Double.MAX_VALUE, bound
        }) {
            same(limit, observed);
        }
    }

    private static void same(Limit limit, double observed) {
        RiskPolicy policy = RiskPolicy.of(RiskLimits.none()).and(limit, (impact, account) -> observed);
        boolean admitted = policy.judge(new Assessment(), null, null) == null;

        assertThat(admitted).isEqualTo(limit.admits(observed));
    }
}
