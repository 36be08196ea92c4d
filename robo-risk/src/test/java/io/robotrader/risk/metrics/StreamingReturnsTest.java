package io.robotrader.risk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamingReturnsTest {

    private static final int RETURNS = 10_000;

    private static double value(Estimate estimate) {
        return estimate.value().orElseThrow();
    }

    private static StreamingReturns streamed(double target, double... returns) {
        StreamingReturns streaming = StreamingReturns.of(252, target);
        for (double r : returns) {
            streaming.add(r);
        }
        return streaming;
    }

    private static void assertSame(Estimate actual, Estimate expected) {
        assertThat(actual.reason()).isEqualTo(expected.reason());
        if (expected.isKnown()) {
            assertThat(value(actual)).isCloseTo(value(expected), within(1e-12 * Math.abs(value(expected))));
        }
    }

    @Property
    void it_is_the_batch_to_twelve_digits(
            @ForAll long seed,
            @ForAll @IntRange(min = 10, max = 600) int n,
            @ForAll @DoubleRange(min = 1e-6, max = 0.3) @Scale(6) double scale) {
        double[] returns =
                new Random(seed).doubles(n, -1, 2).map(x -> x * scale).toArray();
        StreamingReturns streaming = streamed(scale / 10, returns);
        ReturnMetrics batch = ReturnMetrics.of(returns, 252);

        assertThat(streaming.count()).isEqualTo(n);
        assertSame(streaming.volatility(), batch.volatility());
        // A mean of almost nothing has lost its digits in both; set apart from zero it has not.
        assertSame(streaming.sharpe(-scale), batch.sharpe(-scale));
        assertSame(streaming.maxDrawdown(), batch.maxDrawdown());
        assertSame(streaming.currentDrawdown(), Drawdowns.of(returns).currentDepth());
        StreamingReturns lossAverse = streamed(2 * scale, returns);
        assertSame(lossAverse.sortino(), batch.sortino(2 * scale));
    }

    @Test
    void a_hundred_thousand_returns_later_it_still_is_the_batch() {
        double[] returns = new Random(7).doubles(100_000, -0.05, 0.055).toArray();
        StreamingReturns streaming = streamed(0, returns);
        ReturnMetrics batch = ReturnMetrics.of(returns, 252);

        assertSame(streaming.volatility(), batch.volatility());
        assertSame(streaming.sharpe(0), batch.sharpe(0));
        assertSame(streaming.sortino(), batch.sortino(0));
        assertSame(streaming.maxDrawdown(), batch.maxDrawdown());
    }

    @Test
    void mt_3_a_constant_series_has_no_sharpe_ratio_and_no_volatility() {
        double[] returns = new double[100];
        Arrays.fill(returns, 0.001);

        assertThat(streamed(0, returns).sharpe(0).reason())
                .isEqualTo("the returns do not differ, so there is no deviation to divide by");
        assertThat(value(streamed(0, returns).volatility())).isZero();
        assertThat(streamed(0, returns).sortino().isKnown()).isFalse();
    }

    @Test
    void mt_4_no_data_is_not_no_risk() {
        StreamingReturns none = streamed(0);

        assertThat(none.maxDrawdown().reason()).isEqualTo("needs 1 returns, but has 0");
        assertThat(none.currentDrawdown().isKnown()).isFalse();
        assertThat(streamed(0, 0.1).volatility().reason()).isEqualTo("needs 2 returns, but has 1");
        assertThat(streamed(0, 0.1).sharpe(0).isKnown()).isFalse();
        assertThat(streamed(0, 0.1).sortino().isKnown()).isFalse();
    }

    @Test
    void lengths_of_falls_are_counted_in_periods() {
        StreamingReturns streaming = streamed(0, 0.25, -0.2, -0.25, 1, 0, -0.2);

        assertThat(streaming.longestDrawdownLength()).isEqualTo(3);
        assertThat(streaming.currentDrawdownLength()).isEqualTo(1);
        assertThat(streamed(0, 0.1, 0.2, 0).longestDrawdownLength()).isZero();
        assertThat(streamed(0).currentDrawdownLength()).isZero();
    }

    @Test
    void returns_too_large_to_compute_with_are_unknown() {
        StreamingReturns streaming = streamed(0, 1e300, 1e300, -0.5, 0);

        assertThat(streaming.volatility().reason()).isEqualTo("the returns are too large to compute with");
        assertThat(streaming.sharpe(0).isKnown()).isFalse();
        assertThat(value(streaming.maxDrawdown())).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.01})
    void a_return_that_is_none_is_refused_and_changes_nothing(double bad) {
        StreamingReturns streaming = streamed(0, 0.01, -0.02);
        Estimate before = streaming.sharpe(0);

        assertThatThrownBy(() -> streaming.add(bad))
                .hasMessage("simpleReturn must be finite and not below -1, but was " + bad);
        assertThat(streaming.sharpe(0)).isEqualTo(before);
        assertThat(streaming.count()).isEqualTo(2);
    }

    @Test
    void settings_are_checked() {
        assertThatThrownBy(() -> StreamingReturns.of(0, 0)).hasMessageStartingWith("periodsPerYear must be positive");
        assertThatThrownBy(() -> StreamingReturns.of(252, Double.NaN))
                .hasMessage("targetPerPeriod must be finite, but was NaN");
        assertThatThrownBy(() -> streamed(0).sharpe(Double.NaN))
                .hasMessage("riskFreePerPeriod must be finite, but was NaN");
    }

    @Test
    void a_return_allocates_nothing() {
        java.lang.management.ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        assumeThat(bean).isInstanceOf(ThreadMXBean.class);
        ThreadMXBean threads = (ThreadMXBean) bean;
        assumeThat(threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled())
                .isTrue();
        double[] returns = new Random(1).doubles(RETURNS, -0.05, 0.05).toArray();
        StreamingReturns streaming = streamed(0, returns);

        long id = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getThreadAllocatedBytes(id);
            for (double r : returns) {
                streaming.add(r);
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }

        assertThat(least).isZero();
        assertThat(streaming.count()).isEqualTo(6 * RETURNS);
    }
}
