package io.robotrader.risk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VarBacktestTest {

    private static final double CRITICAL = 0.05;

    private static double value(Estimate estimate) {
        return estimate.value().orElseThrow();
    }

    private static VarBacktest spread(int exceptions, int n, double confidence) {
        boolean[] days = new boolean[n];
        for (int i = 0; i < exceptions; i++) {
            days[(int) ((long) i * n / exceptions)] = true;
        }
        return VarBacktest.ofExceptions(days, confidence);
    }

    private static boolean[] moves(int alone, int pairs, int n) {
        boolean[] days = new boolean[n];
        int at = 1;
        for (int i = 0; i < alone; i++, at += 2) {
            days[at] = true;
        }
        for (int i = 0; i < pairs; i++, at += 3) {
            days[at] = true;
            days[at + 1] = true;
        }
        return days;
    }

    // MathWorks, Risk Management Toolbox, varbacktest/cc: equity portfolio, Normal95, 1043 observations, 57 failures,
    // N00 = 932, N10 = 53, N01 = 53, N11 = 4
    @Test
    void the_published_example_of_the_risk_management_toolbox() {
        VarBacktest test = VarBacktest.ofExceptions(moves(49, 4, 1043), 0.95);

        assertThat(test.observations()).isEqualTo(1043);
        assertThat(test.exceptions()).isEqualTo(57);
        assertThat(test.expectedExceptions()).isEqualTo(52.15, within(1e-9));
        assertThat(value(test.proportionOfFailures().statistic())).isEqualTo(0.46147, within(5e-6));
        assertThat(value(test.proportionOfFailures().pValue())).isEqualTo(0.49694, within(5e-6));
        assertThat(value(test.independence().statistic())).isEqualTo(0.25866, within(5e-6));
        assertThat(value(test.independence().pValue())).isEqualTo(0.61104, within(5e-6));
        assertThat(value(test.conditionalCoverage().statistic())).isEqualTo(0.72013, within(6e-6));
        assertThat(value(test.conditionalCoverage().pValue())).isEqualTo(0.69763, within(5e-6));
    }

    // Kupiec 1995, non-rejection regions at 5 %: the model stands for lower < exceptions < upper
    @ParameterizedTest
    @CsvSource({
        "0.99, 510, 1, 11",
        "0.99, 1000, 4, 17",
        "0.975, 255, 2, 12",
        "0.975, 510, 6, 21",
        "0.975, 1000, 15, 36",
        "0.95, 255, 6, 21",
        "0.95, 510, 16, 36",
        "0.95, 1000, 37, 65",
        "0.925, 255, 11, 28",
        "0.925, 510, 27, 51",
        "0.925, 1000, 59, 92",
        "0.90, 255, 16, 36",
        "0.90, 510, 38, 65",
        "0.90, 1000, 81, 120"
    })
    void the_regions_are_those_of_kupiecs_table(double confidence, int n, int lower, int upper) {
        assertThat(pValue(lower, n, confidence)).isLessThan(CRITICAL);
        assertThat(pValue(lower + 1, n, confidence)).isGreaterThan(CRITICAL);
        assertThat(pValue(upper - 1, n, confidence)).isGreaterThan(CRITICAL);
        assertThat(pValue(upper, n, confidence)).isLessThan(CRITICAL);
    }

    private static double pValue(int exceptions, int n, double confidence) {
        return value(spread(exceptions, n, confidence).proportionOfFailures().pValue());
    }

    @Property(tries = 300)
    void the_proportion_is_a_ratio_of_binomial_likelihoods(
            @ForAll @IntRange(min = 100, max = 1000) int n, @ForAll @IntRange(min = 0, max = 100) int x) {
        double free = new BinomialDistribution(null, n, (double) x / n).logProbability(x);
        double held = new BinomialDistribution(null, n, 0.05).logProbability(x);

        assertThat(value(spread(x, n, 0.95).proportionOfFailures().statistic()))
                .isCloseTo(2 * (free - held), within(1e-8));
    }

    @Property(tries = 300)
    void independence_is_a_ratio_of_markov_likelihoods(
            @ForAll long seed, @ForAll @IntRange(min = 200, max = 500) int n) {
        Random random = new Random(seed);
        boolean[] days = new boolean[n];
        for (int i = 0; i < n; i++) {
            days[i] = random.nextInt(5) == 0;
        }
        double[] after = new double[2];
        double[] hits = new double[2];
        for (int i = 1; i < n; i++) {
            after[days[i - 1] ? 1 : 0]++;
            hits[days[i - 1] ? 1 : 0] += days[i] ? 1 : 0;
        }
        double one = (hits[0] + hits[1]) / (after[0] + after[1]);
        double sum = 0;
        for (int i = 1; i < n; i++) {
            int state = days[i - 1] ? 1 : 0;
            double two = hits[state] / after[state];
            sum += days[i] ? Math.log(two) - Math.log(one) : Math.log(1 - two) - Math.log(1 - one);
        }

        double statistic =
                value(VarBacktest.ofExceptions(days, 0.8).independence().statistic());

        assertThat(statistic).isCloseTo(Math.max(0, 2 * sum), within(1e-9));
    }

    @Test
    void clusters_are_found() {
        boolean[] days = new boolean[500];
        Arrays.fill(days, 100, 125, true);
        VarBacktest test = VarBacktest.ofExceptions(days, 0.95);

        assertThat(value(test.proportionOfFailures().pValue())).isEqualTo(1, within(1e-6));
        assertThat(value(test.independence().pValue())).isBetween(0.0, 1e-20);
        assertThat(value(test.conditionalCoverage().pValue())).isBetween(0.0, 1e-20);
    }

    @Test
    void an_exception_is_a_loss_above_the_value_at_risk() {
        double[] returns = {-0.02, -0.03, 0.05, -0.02};
        double[] valueAtRisk = {0.02, 0.02, -0.06, 0.01};

        VarBacktest test = VarBacktest.of(returns, valueAtRisk, 0.5);

        assertThat(test.exceptions()).isEqualTo(3);
        assertThat(test.observations()).isEqualTo(4);
    }

    @Test
    void too_little_data_is_unknown_and_told() {
        VarBacktest few = spread(1, 99, 0.99);

        assertThat(few.proportionOfFailures().statistic().reason()).isEqualTo("needs 100 periods, but has 99");
        assertThat(few.proportionOfFailures().pValue().isKnown()).isFalse();
        assertThat(few.conditionalCoverage().statistic().reason()).isEqualTo("needs 100 periods, but has 99");
        assertThat(VarBacktest.ofExceptions(new boolean[0], 0.99)
                        .independence()
                        .pValue()
                        .isKnown())
                .isFalse();
    }

    @Test
    void without_an_exception_independence_is_unknown_but_the_proportion_is_not() {
        VarBacktest none = spread(0, 1000, 0.99);
        boolean[] always = new boolean[1000];
        Arrays.fill(always, true);

        // 2 x 1000 x ln(1 / 0.99)
        assertThat(value(none.proportionOfFailures().statistic())).isEqualTo(-2000 * Math.log(0.99), within(1e-9));
        assertThat(none.independence().statistic().reason())
                .isEqualTo("needs an exception and a calm period, each followed by another period");
        assertThat(none.conditionalCoverage()).isEqualTo(none.independence());
        assertThat(VarBacktest.ofExceptions(always, 0.99)
                        .independence()
                        .statistic()
                        .isKnown())
                .isFalse();
        assertThat(value(VarBacktest.ofExceptions(always, 0.99)
                        .proportionOfFailures()
                        .pValue()))
                .isZero();
    }

    @Test
    void input_is_checked() {
        double[] one = {0.01};
        assertThatThrownBy(() -> VarBacktest.of(one, new double[2], 0.95))
                .hasMessage("valueAtRisk must have a forecast for each of the 1 returns, but was 2 long");
        assertThatThrownBy(() -> VarBacktest.of(one, new double[] {Double.NaN}, 0.95))
                .hasMessage("valueAtRisk[0] must be finite, but was NaN");
        assertThatThrownBy(() -> VarBacktest.of(new double[] {-2}, one, 0.95))
                .hasMessageStartingWith("returns[0] must be");
        assertThatThrownBy(() -> VarBacktest.of(one, one, 1)).hasMessage("confidence must be in (0, 1), but was 1.0");
        assertThatThrownBy(() -> new BacktestResult(Estimate.of(1), Estimate.unknown("why")))
                .hasMessageStartingWith("pValue must be known if the statistic is");
    }
}
