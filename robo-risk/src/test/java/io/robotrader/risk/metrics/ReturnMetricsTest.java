package io.robotrader.risk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnMetricsTest {

    private static ReturnMetrics daily(double... returns) {
        return ReturnMetrics.of(returns, 252);
    }

    private static double value(Estimate estimate) {
        return estimate.value().orElseThrow();
    }

    private static double[] constant(int n, double value) {
        double[] returns = new double[n];
        Arrays.fill(returns, value);
        return returns;
    }

    @Property
    void the_numbers_are_those_of_commons_math(@ForAll long seed, @ForAll @IntRange(min = 20, max = 400) int n) {
        double[] returns = new Random(seed)
                .doubles(n, -1, 1)
                .map(x -> Math.rint(x * 40) / 400)
                .toArray();
        double mean = new Mean().evaluate(returns);
        double deviation = new StandardDeviation().evaluate(returns);
        double quantile =
                new Percentile().withEstimationType(EstimationType.R_7).evaluate(returns, 5);
        double tail = Arrays.stream(returns)
                .filter(r -> r <= quantile + 1e-12)
                .average()
                .orElseThrow();
        ReturnMetrics metrics = daily(returns);

        assertThat(value(metrics.volatility())).isCloseTo(deviation * Math.sqrt(252), within(1e-9));
        assertThat(value(metrics.sharpe(0.001))).isCloseTo((mean - 0.001) / deviation * Math.sqrt(252), within(1e-9));
        assertThat(value(metrics.historicalVar(0.95))).isCloseTo(-quantile, within(1e-9));
        assertThat(value(metrics.expectedShortfall(0.95))).isCloseTo(-tail, within(1e-9));
        assertThat(value(metrics.expectedShortfall(0.95))).isGreaterThanOrEqualTo(value(metrics.historicalVar(0.95)));
    }

    @Test
    void mt_1_a_loss_from_the_start_is_a_drawdown() {
        assertThat(value(daily(-0.10, 0, 0, 0).maxDrawdown())).isEqualTo(0.10, within(1e-15));
        assertThat(value(daily(0.10, -0.5, 0.2).maxDrawdown())).isEqualTo(0.5, within(1e-15));
        assertThat(value(daily(0.1, 0.1).maxDrawdown())).isZero();
        assertThat(value(daily(-1, 0.5).maxDrawdown())).isEqualTo(1);
    }

    @Test
    void mt_2_equal_losses_and_a_single_loss_have_a_downside() {
        // mean 0, downside sqrt(2 x 0.01^2 / 4)
        assertThat(value(daily(-0.01, -0.01, 0.02, 0.04).sortino(0)))
                .isEqualTo(0.01 / Math.sqrt(0.0002 / 4) * Math.sqrt(252), within(1e-9));
        assertThat(value(daily(0.03, -0.01).sortino(0)))
                .isEqualTo(0.01 / Math.sqrt(0.0001 / 2) * Math.sqrt(252), within(1e-9));
        assertThat(daily(0.01, 0.02).sortino(0).reason())
                .isEqualTo("no return is below the target, so there is no downside to divide by");
    }

    @Test
    void mt_3_a_constant_series_has_no_sharpe_ratio_and_no_volatility() {
        ReturnMetrics metrics = daily(constant(100, 0.001));

        assertThat(metrics.sharpe(0).isKnown()).isFalse();
        assertThat(metrics.sharpe(0).reason())
                .isEqualTo("the returns do not differ, so there is no deviation to divide by");
        assertThat(value(metrics.volatility())).isZero();
    }

    @Test
    void mt_3_rounding_is_no_risk() {
        double[] returns = new double[50];
        double price = 100;
        for (int i = 0; i < returns.length; i++) {
            returns[i] = price * 1.001 / price - 1;
            price *= 1.001;
        }

        assertThat(daily(returns).sharpe(0).isKnown()).isFalse();
        assertThat(daily(returns).sortino(0.001).isKnown()).isFalse();
    }

    @Test
    void mt_3_the_periods_of_a_year_are_the_callers() {
        double[] returns = {0.01, -0.02, 0.03};

        assertThat(value(ReturnMetrics.of(returns, 12).sharpe(0))
                        / value(ReturnMetrics.of(returns, 3).sharpe(0)))
                .isEqualTo(2, within(1e-12));
        assertThatThrownBy(() -> ReturnMetrics.of(returns, 0))
                .hasMessage("periodsPerYear must be positive and finite, but was 0.0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1.01})
    void mt_4_a_return_that_is_none_is_refused_with_its_place(double bad) {
        assertThatThrownBy(() -> daily(0.01, bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("returns[1] must be finite and not below -1, but was " + bad);
        assertThat(daily(0.01, -1).maxDrawdown().isKnown()).isTrue();
    }

    @Test
    void mt_4_no_data_is_not_no_risk() {
        assertThat(daily().maxDrawdown().reason()).isEqualTo("needs 1 returns, but has 0");
        assertThat(daily(0.1).volatility().reason()).isEqualTo("needs 2 returns, but has 1");
        assertThat(daily(0.1).sharpe(0).isKnown()).isFalse();
        assertThat(daily(0.1).sortino(0).isKnown()).isFalse();
    }

    @Test
    void mt_5_losses_are_positive_and_need_a_sample() {
        double[] returns = new double[21];
        Arrays.setAll(returns, i -> (i - 10) / 100.0);

        // R type 7: the second smallest of 21 is the 5 % quantile
        assertThat(value(daily(returns).historicalVar(0.95))).isEqualTo(0.09, within(1e-12));
        assertThat(value(daily(returns).expectedShortfall(0.95))).isEqualTo(0.095, within(1e-12));
        assertThat(daily(constant(19, -0.01)).historicalVar(0.95).reason()).isEqualTo("needs 20 returns, but has 19");
        assertThat(daily(constant(19, -0.01)).expectedShortfall(0.95).isKnown()).isFalse();
        assertThat(value(daily(constant(20, 0.01)).historicalVar(0.95))).isEqualTo(-0.01);
        assertThat(value(daily(constant(20, 0.0)).historicalVar(0.95))).isEqualTo(0.0);
    }

    @Test
    void the_shortfall_counts_an_observation_that_is_the_quantile() {
        double[] returns = new double[11];
        Arrays.setAll(returns, i -> (i - 5) / 10.0);

        // 1 - 0.9 is less than 0.1 in binary; the quantile is the second smallest all the same
        assertThat(value(daily(returns).expectedShortfall(0.9))).isEqualTo(0.45, within(1e-12));
    }

    @Test
    void the_sample_that_is_needed_is_not_one_more_by_rounding() {
        assertThat(daily(constant(10_000, 0.01)).historicalVar(0.9999).isKnown())
                .isTrue();
        assertThat(daily(constant(9_999, 0.01)).historicalVar(0.9999).isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
    void a_confidence_lies_between_zero_and_one(double bad) {
        assertThatThrownBy(() -> daily(0.1).historicalVar(bad))
                .hasMessage("confidence must be in (0, 1), but was " + bad);
        assertThatThrownBy(() -> daily(0.1).expectedShortfall(bad))
                .hasMessage("confidence must be in (0, 1), but was " + bad);
    }

    @Test
    void returns_too_large_to_compute_with_are_unknown() {
        ReturnMetrics metrics = daily(1e300, 1e300, -0.5, 0);

        assertThat(metrics.volatility().reason()).isEqualTo("the returns are too large to compute with");
        assertThat(metrics.sharpe(0).isKnown()).isFalse();
        assertThat(value(metrics.maxDrawdown())).isEqualTo(0.5);
    }

    @Test
    void the_callers_array_may_change() {
        double[] returns = {0.01, -0.02};
        ReturnMetrics metrics = daily(returns);
        double before = value(metrics.volatility());

        returns[0] = 0.5;

        assertThat(value(metrics.volatility())).isEqualTo(before);
    }

    @Test
    void the_annual_return_compounds() {
        // 1.1 x 0.9 x 1.2 x 1.0 over four quarters
        ReturnMetrics year = ReturnMetrics.of(new double[] {0.1, -0.1, 0.2, 0}, 4);
        ReturnMetrics twoYears = ReturnMetrics.of(new double[] {0.1, 0.1}, 1);

        assertThat(value(year.annualReturn())).isEqualTo(0.188, within(1e-12));
        assertThat(value(twoYears.annualReturn())).isEqualTo(0.1, within(1e-12));
        assertThat(value(ReturnMetrics.of(new double[] {0.5, -1}, 2).annualReturn()))
                .isEqualTo(-1);
    }

    @Test
    void the_calmar_ratio_is_the_annual_return_over_the_largest_fall() {
        assertThat(value(ReturnMetrics.of(new double[] {0.1, -0.1, 0.2, 0}, 4).calmar()))
                .isEqualTo(1.88, within(1e-12));
        assertThat(value(ReturnMetrics.of(new double[] {-0.5, 0}, 2).calmar())).isEqualTo(-1, within(1e-12));
        assertThat(ReturnMetrics.of(new double[] {0.1, 0.2}, 2).calmar().reason())
                .isEqualTo("there is no drawdown to divide by");
    }

    @Test
    void a_part_of_a_year_is_not_annualised() {
        assertThat(daily(constant(251, 0.01)).annualReturn().reason()).isEqualTo("needs 252 returns, but has 251");
        assertThat(daily(constant(251, -0.01)).calmar().isKnown()).isFalse();
        assertThat(daily(constant(252, 0.01)).annualReturn().isKnown()).isTrue();
        assertThat(ReturnMetrics.of(new double[0], 0.5).annualReturn().reason())
                .isEqualTo("needs 1 returns, but has 0");
        assertThat(ReturnMetrics.of(constant(2, 1e300), 2).annualReturn().reason())
                .isEqualTo("the returns are too large to compute with");
    }

    @Property
    void scale_and_order_do_not_change_ratios(@ForAll long seed, @ForAll @IntRange(min = 10, max = 200) int n) {
        double[] returns = new Random(seed).doubles(n, -0.4, 0.5).toArray();
        double[] halved = Arrays.stream(returns).map(r -> r / 2).toArray();
        double[] reversed = new double[n];
        Arrays.setAll(reversed, i -> returns[n - 1 - i]);

        assertThat(value(daily(halved).sharpe(0)))
                .isCloseTo(value(daily(returns).sharpe(0)), within(1e-9));
        assertThat(value(daily(halved).volatility()))
                .isCloseTo(value(daily(returns).volatility()) / 2, within(1e-9));
        assertThat(value(daily(reversed).sharpe(0)))
                .isCloseTo(value(daily(returns).sharpe(0)), within(1e-9));
    }

    @Test
    void all_losses_are_a_number_throughout() {
        ReturnMetrics metrics = ReturnMetrics.of(new double[] {-0.1, -0.2, -0.3, -1}, 4);

        assertThat(value(metrics.sharpe(0))).isNegative();
        assertThat(value(metrics.sortino(0))).isNegative();
        assertThat(value(metrics.calmar())).isEqualTo(-1);
        assertThat(value(metrics.maxDrawdown())).isEqualTo(1);
    }

    @Test
    void the_tail_is_made_once() {
        ReturnMetrics metrics = daily(0.1, -0.1);

        assertThat(metrics.tailRisk()).isSameAs(metrics.tailRisk());
        assertThat(metrics.historicalVar(0.5)).isEqualTo(metrics.tailRisk().historicalVar(0.5));
    }
}
