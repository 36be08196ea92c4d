package io.robotrader.risk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawdownsTest {

    private static double value(Estimate estimate) {
        return estimate.value().orElseThrow();
    }

    @Test
    void falls_are_told_one_by_one() {
        // wealth 1, 1.25, 1, 0.75, 1.5, 1.5, 1.2
        Drawdowns falls = Drawdowns.of(new double[] {0.25, -0.2, -0.25, 1, 0, -0.2});

        assertThat(falls.all()).hasSize(2);
        Drawdown first = falls.all().get(0);
        assertThat(first.depth()).isEqualTo(0.4, within(1e-15));
        assertThat(first).isEqualTo(new Drawdown(first.depth(), 1, 3, 4, true));
        assertThat(first.length()).isEqualTo(3);
        assertThat(first.recoveryLength()).hasValue(1);
        assertThat(falls.deepest()).contains(first);
        assertThat(falls.longest()).contains(first);
        assertThat(falls.current()).contains(falls.all().get(1));
        assertThat(falls.current().orElseThrow().peak()).isEqualTo(5);
        assertThat(falls.current().orElseThrow().length()).isEqualTo(1);
        assertThat(falls.current().orElseThrow().recoveryLength()).isEmpty();
        assertThat(value(falls.currentDepth())).isEqualTo(0.2, within(1e-15));
        assertThat(value(falls.maximumDepth())).isEqualTo(0.4, within(1e-15));
    }

    @Test
    void mt_1_the_starting_capital_is_a_peak() {
        Drawdowns falls = Drawdowns.of(new double[] {-0.10, 0, 0, 0});

        assertThat(value(falls.maximumDepth())).isEqualTo(0.1, within(1e-15));
        assertThat(falls.current().orElseThrow()).isEqualTo(new Drawdown(1 - 0.9, 0, 1, 4, false));
    }

    @Test
    void the_deepest_need_not_be_the_longest() {
        Drawdowns falls = Drawdowns.of(new double[] {-0.5, 1, -0.25, 0, 0, 0.5, 0.5});

        assertThat(falls.deepest().orElseThrow().depth()).isEqualTo(0.5);
        assertThat(falls.deepest().orElseThrow().length()).isEqualTo(2);
        assertThat(falls.longest().orElseThrow().depth()).isEqualTo(0.25);
        assertThat(falls.longest().orElseThrow().length()).isEqualTo(4);
        assertThat(falls.current()).isEmpty();
        assertThat(value(falls.currentDepth())).isZero();
    }

    @Test
    void a_peak_that_is_regained_but_for_the_last_digit_is_regained() {
        double fall = -0.1;
        double[] returns = {fall, 1 / (1 + fall) - 1 - 1e-14, 0, 0};

        assertThat(Drawdowns.of(returns).current()).isEmpty();
        assertThat(Drawdowns.of(returns).all().get(0).length()).isEqualTo(2);
    }

    @Test
    void a_total_loss_is_never_recovered_from() {
        Drawdowns falls = Drawdowns.of(new double[] {0.5, -1, Double.MAX_VALUE, 0.5});

        assertThat(value(falls.currentDepth())).isEqualTo(1);
        assertThat(falls.current().orElseThrow()).isEqualTo(new Drawdown(1, 1, 2, 4, false));
    }

    @Test
    void no_return_is_unknown_and_no_fall_is_zero() {
        Drawdowns none = Drawdowns.of(new double[0]);
        Drawdowns up = Drawdowns.of(new double[] {0.1, 0, 1e300, 1e300});

        assertThat(none.currentDepth().reason()).isEqualTo("needs 1 returns, but has 0");
        assertThat(none.maximumDepth().isKnown()).isFalse();
        assertThat(none.current()).isEmpty();
        assertThat(value(up.maximumDepth())).isZero();
        assertThat(up.all()).isEmpty();
        assertThat(up.deepest()).isEmpty();
        assertThat(up.longest()).isEmpty();
    }

    @Test
    void a_long_series_does_not_outgrow_a_double() {
        double[] returns = new double[200_000];
        java.util.Arrays.fill(returns, 0.01);
        returns[199_999] = -0.5;

        assertThat(value(Drawdowns.of(returns).maximumDepth())).isEqualTo(0.5);
    }

    @Property
    void the_falls_are_those_of_a_walk_through_wealth(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int n) {
        double[] returns = new Random(seed).doubles(n, -0.1, 0.11).toArray();
        double wealth = 1;
        double peak = 1;
        int peakAt = 0;
        int longest = 0;
        double worst = 0;
        StreamingReturns streaming = StreamingReturns.of(252, 0);
        for (int i = 0; i < n; i++) {
            wealth *= 1 + returns[i];
            boolean under = wealth < peak;
            if (under || i - peakAt > 0) {
                longest = Math.max(longest, i + 1 - peakAt);
            }
            if (!under) {
                peak = wealth;
                peakAt = i + 1;
            }
            worst = Math.max(worst, 1 - wealth / peak);
            streaming.add(returns[i]);
        }
        Drawdowns falls = Drawdowns.of(returns);

        assertThat(value(falls.maximumDepth())).isCloseTo(worst, within(1e-12));
        assertThat(value(falls.currentDepth())).isCloseTo(1 - wealth / peak, within(1e-12));
        assertThat(falls.longest().map(Drawdown::length).orElse(0)).isEqualTo(longest);
        assertThat(falls.current().map(Drawdown::length).orElse(0)).isEqualTo(n - peakAt);
        assertThat(falls.deepest().map(Drawdown::depth).orElse(0.0)).isEqualTo(value(falls.maximumDepth()));
        assertThat(streaming.longestDrawdownLength()).isEqualTo(longest);
        assertThat(streaming.currentDrawdownLength()).isEqualTo(n - peakAt);
    }

    @Test
    void a_fall_has_its_places_in_order() {
        assertThatThrownBy(() -> new Drawdown(0, 0, 1, 1, false))
                .hasMessage("depth must be a fraction in (0, 1], but was 0.0");
        assertThatThrownBy(() -> new Drawdown(Double.NaN, 0, 1, 1, false)).hasMessageStartingWith("depth must be");
        assertThatThrownBy(() -> new Drawdown(0.5, 1, 1, 2, false))
                .hasMessage("peak, trough and end must be in order, but were 1, 1 and 2");
        assertThatThrownBy(() -> new Drawdown(0.5, -1, 1, 2, false)).hasMessageContaining("in order");
        assertThatThrownBy(() -> new Drawdown(0.5, 0, 2, 1, false)).hasMessageContaining("in order");
        assertThatThrownBy(() -> new Drawdown(0.5, 0, 1, 1, true)).hasMessageContaining("in order");
    }
}
