package io.robotrader.risk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.robotrader.risk.internal.Normal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {

    private static final NormalDistribution PEER = new NormalDistribution();

    @Property
    void quantiles_are_those_of_commons_math(@ForAll @DoubleRange(min = 1e-9, max = 0.999999999) @Scale(12) double p) {
        double z = Normal.quantile(p);

        assertThat(z).isCloseTo(PEER.inverseCumulativeProbability(p), within(1e-7));
        assertThat(PEER.cumulativeProbability(z)).isCloseTo(p, within(1e-13));
    }

    // SciPy 1.17.1: norm.ppf
    @ParameterizedTest
    @CsvSource({
        "0.95, 1.6448536269514722",
        "0.99, 2.3263478740408408",
        "0.999, 3.090232306167813",
        "1e-10, -6.361340902404056",
        "0.5, 0"
    })
    void quantiles_have_fourteen_digits(double p, double z) {
        assertThat(Normal.quantile(p)).isCloseTo(z, within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-300, 1e-17, 0.4999999999999999, 0.5000000000000001, 1 - 0x1p-53})
    void quantiles_are_finite_to_the_last_number(double p) {
        assertThat(Normal.quantile(p)).isFinite().isBetween(-39.0, 8.3);
    }

    @Property
    void the_error_function_is_that_of_commons_math(@ForAll @DoubleRange(min = 0, max = 5) @Scale(12) double x) {
        assertThat(Normal.erfc(x)).isCloseTo(Erf.erfc(x), within(1e-14));
    }

    // Python: math.erfc
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 0.15729920705028513",
        "1.9999999, 0.004677737047746216",
        "2, 0.004677734981047266",
        "5, 1.5374597944280347e-12",
        "26, 5.663192408856143e-296"
    })
    void small_tails_keep_their_digits(double x, double tail) {
        assertThat(Normal.erfc(x)).isCloseTo(tail, withinPercentage(1e-11));
    }

    @Test
    void a_tail_too_small_for_a_double_is_zero() {
        assertThat(Normal.erfc(40)).isZero();
        assertThat(Normal.erfc(Double.MAX_VALUE)).isZero();
    }

    @Property
    void chi_square_tails_are_those_of_commons_math(
            @ForAll @DoubleRange(min = 0, max = 60) @Scale(12) double statistic) {
        double one = 1 - new ChiSquaredDistribution(1).cumulativeProbability(statistic);
        double two = 1 - new ChiSquaredDistribution(2).cumulativeProbability(statistic);

        assertThat(BacktestResult.oneDegree(statistic).pValue().value().orElseThrow())
                .isCloseTo(one, within(1e-12));
        assertThat(BacktestResult.twoDegrees(statistic).pValue().value().orElseThrow())
                .isCloseTo(two, within(1e-12));
    }
}
