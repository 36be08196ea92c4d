package io.robotrader.risk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class BenchmarkMetricsTest {

    private static double value(Estimate estimate) {
        return estimate.value().orElseThrow();
    }

    private static double[] random(long seed, int n) {
        return new Random(seed).doubles(n, -0.1, 0.1).toArray();
    }

    @Property(tries = 300)
    void the_numbers_are_those_of_commons_math(@ForAll long seed, @ForAll @IntRange(min = 3, max = 300) int n) {
        double[] returns = random(seed, n);
        double[] benchmark = random(seed + 1, n);
        double riskFree = 0.0002;
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < n; i++) {
            line.addData(benchmark[i] - riskFree, returns[i] - riskFree);
        }
        BenchmarkMetrics metrics = BenchmarkMetrics.of(returns, benchmark, 252);

        assertThat(value(metrics.beta())).isCloseTo(line.getSlope(), within(1e-9));
        assertThat(value(metrics.alpha(riskFree))).isCloseTo(line.getIntercept() * 252, within(1e-9));
        assertThat(value(metrics.correlation()))
                .isCloseTo(new PearsonsCorrelation().correlation(returns, benchmark), within(1e-9));
    }

    @Property(tries = 200)
    void the_benchmark_against_itself_is_one(@ForAll long seed, @ForAll @IntRange(min = 3, max = 300) int n) {
        double[] returns = random(seed, n);
        BenchmarkMetrics metrics = BenchmarkMetrics.of(returns, returns, 252);

        assertThat(value(metrics.beta())).isEqualTo(1);
        assertThat(value(metrics.correlation())).isCloseTo(1, within(1e-15)).isLessThanOrEqualTo(1);
        assertThat(value(metrics.alpha(0.001))).isCloseTo(0, within(1e-12));
    }

    @Property(tries = 200)
    void a_leveraged_benchmark_has_its_leverage_as_beta_and_what_is_added_as_alpha(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.1, max = 4) @Scale(6) double leverage,
            @ForAll @DoubleRange(min = 0, max = 0.01) @Scale(6) double added) {
        double[] benchmark = random(seed, 50);
        double[] returns =
                Arrays.stream(benchmark).map(b -> leverage * b + added).toArray();
        BenchmarkMetrics metrics = BenchmarkMetrics.of(returns, benchmark, 12);

        assertThat(value(metrics.beta())).isCloseTo(leverage, within(1e-12));
        assertThat(value(metrics.alpha(0))).isCloseTo(12 * added, within(1e-11));
        assertThat(value(metrics.correlation())).isCloseTo(1, within(1e-12));
    }

    @Test
    void by_hand() {
        // means 0.01 and 0.02; products 0.0004, squares 0.0002
        BenchmarkMetrics metrics =
                BenchmarkMetrics.of(new double[] {-0.01, 0.01, 0.03}, new double[] {0.01, 0.02, 0.03}, 12);

        assertThat(value(metrics.beta())).isCloseTo(2, within(1e-14));
        assertThat(value(metrics.alpha(0))).isCloseTo((0.01 - 2 * 0.02) * 12, within(1e-14));
        assertThat(value(metrics.alpha(0.01))).isCloseTo((0.0 - 2 * 0.01) * 12, within(1e-14));
    }

    @Test
    void too_little_data_and_no_spread_are_unknown() {
        double[] rising = {0.01, 0.02, 0.03};
        double[] flat = {0.01, 0.01, 0.01};
        BenchmarkMetrics two = BenchmarkMetrics.of(new double[] {0.01, 0.02}, new double[] {0.02, 0.01}, 252);

        assertThat(two.beta().reason()).isEqualTo("needs 3 returns, but has 2");
        assertThat(two.alpha(0).isKnown()).isFalse();
        assertThat(two.correlation().isKnown()).isFalse();
        assertThat(BenchmarkMetrics.of(rising, flat, 252).beta().reason())
                .isEqualTo("the returns of the benchmark do not differ");
        assertThat(BenchmarkMetrics.of(rising, flat, 252).correlation().reason())
                .isEqualTo("the returns of one of the series do not differ");
        assertThat(BenchmarkMetrics.of(flat, rising, 252).correlation().isKnown())
                .isFalse();
        assertThat(value(BenchmarkMetrics.of(flat, rising, 252).beta())).isZero();
    }

    @Test
    void numbers_too_large_are_unknown_and_tiny_ones_are_not() {
        double[] large = {1e300, 0, -1};
        double[] tiny = {1e-10, 3e-10, 2e-10};

        assertThat(BenchmarkMetrics.of(large, large, 252).beta().reason())
                .isEqualTo("the returns are too large to compute with");
        assertThat(BenchmarkMetrics.of(large, large, 252).correlation().isKnown())
                .isFalse();
        assertThat(value(BenchmarkMetrics.of(tiny, tiny, 252).beta())).isEqualTo(1);
    }

    @Test
    void input_is_checked_with_its_place() {
        double[] one = {0.1};
        assertThatThrownBy(() -> BenchmarkMetrics.of(new double[] {0.1, 0.2, 0.3}, one, 252))
                .hasMessage("benchmark must have a return for each of the 3 returns, but was 1 long");
        assertThatThrownBy(() -> BenchmarkMetrics.of(one, new double[] {Double.NaN}, 252))
                .hasMessage("benchmark[0] must be finite and not below -1, but was NaN");
        assertThatThrownBy(() -> BenchmarkMetrics.of(one, one, 0)).hasMessageStartingWith("periodsPerYear must be");
        assertThatThrownBy(() -> BenchmarkMetrics.of(one, one, 252).alpha(Double.NaN))
                .hasMessage("riskFreePerPeriod must be finite, but was NaN");
    }
}
