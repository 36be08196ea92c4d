package io.robotrader.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {

    @Property
    void rk_8_nothing_that_is_no_finite_number_passes_any_bound(@ForAll double anyBound, @ForAll LimitKind kind) {
        Limit limit = Limit.of(kind, anyBound);

        assertThat(limit.admits(Double.NaN)).isFalse();
        assertThat(limit.admits(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(limit.admits(Double.NEGATIVE_INFINITY)).isFalse();
    }

    @Test
    void the_largest_bound_admits_no_infinity() {
        assertThat(Limit.custom("none", Double.MAX_VALUE, Unit.MONEY).admits(Double.POSITIVE_INFINITY))
                .isFalse();
        assertThat(Limit.custom("none", Double.MAX_VALUE, Unit.MONEY).admits(1e308))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DUPLICATE_ORDER", "VOLUME_LIMIT", "MARKET_CAP_LIMIT"})
    void ov_13_exactly_at_the_bound_passes_but_for_the_daily_loss(LimitKind kind) {
        Limit limit = Limit.of(kind, 0.3);
        boolean reachable = kind != LimitKind.DAILY_LOSS_LIMIT;

        assertThat(limit.admits(0.3)).isEqualTo(reachable);
        assertThat(limit.admits(0.1 + 0.2)).isEqualTo(reachable);
        assertThat(limit.admits(0.3 * (1 - 0.5e-9))).isEqualTo(reachable);
        assertThat(limit.admits(0.3 * (1 - 2e-9))).isTrue();
        assertThat(limit.admits(0.3 * (1 + 2e-9))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(LimitKind.class)
    void ov_13_exactly_at_a_floor_passes_and_below_it_does_not(LimitKind kind) {
        Limit limit = new Limit(kind, "floor", 0.3, Unit.COUNT, LimitKind.Sense.AT_LEAST);

        assertThat(limit.admits(0.3)).isTrue();
        assertThat(limit.admits(0.3 * (1 - 0.5e-9))).isTrue();
        assertThat(limit.admits(0.3 * (1 - 2e-9))).isFalse();
        assertThat(limit.admits(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(limit.headroom(0.5)).isEqualTo(0.2);
        assertThat(limit.used(0.6)).isEqualTo(0.5);
    }

    @Test
    void a_bound_of_zero_or_below_has_the_same_rule() {
        assertThat(Limit.custom("x", 0, Unit.COUNT).admits(0)).isTrue();
        assertThat(Limit.custom("x", 0, Unit.COUNT).admits(Double.MIN_VALUE)).isFalse();
        assertThat(Limit.custom("x", -5, Unit.COUNT).admits(-5)).isTrue();
        assertThat(Limit.custom("x", -5, Unit.COUNT).admits(-4.99)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_bound_is_finite(double bad) {
        assertThatThrownBy(() -> Limit.custom("x", bad, Unit.COUNT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bound must be finite, but was " + bad);
    }

    @Test
    void a_violation_tells_what_is_unknown() {
        Violation violation = Violation.of(Limit.of(LimitKind.PORTFOLIO_HEAT_LIMIT, 0.06), Double.NaN);

        assertThat(violation.kind()).isEqualTo(LimitKind.UNKNOWN_DATA);
        assertThat(violation).hasToString("PORTFOLIO_HEAT_LIMIT: a number that it needs is not known (limit 6.00 %)");
        assertThat(Violation.of(Limit.custom("log", 1, Unit.COUNT), Double.NEGATIVE_INFINITY)
                        .kind())
                .isEqualTo(LimitKind.UNKNOWN_DATA);
    }

    @Test
    void numbers_are_written_alike_in_every_locale() {
        assertThat(Unit.MONEY.format(-1234567.891)).isEqualTo("-1,234,567.89");
        assertThat(Unit.FRACTION.format(0.02)).isEqualTo("2.00 %");
        assertThat(Unit.COUNT.format(21)).isEqualTo("21");
        assertThat(Unit.NONE.format(1)).isEqualTo("1.0");
        assertThat(Unit.FLAG.format(1)).isEqualTo("yes");
        assertThat(Unit.FLAG.format(0)).isEqualTo("no");
        assertThat(Unit.MONEY.format(Double.NaN)).isEqualTo("unknown");
        assertThat(Unit.MONEY.format(Double.POSITIVE_INFINITY)).isEqualTo("without bound");
        assertThat(Unit.MONEY.format(Double.NEGATIVE_INFINITY)).isEqualTo("below any bound");
    }
}
