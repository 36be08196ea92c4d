package io.robotrader.risk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.risk.internal.Normal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TailRiskTest {

    private static double value(Estimate estimate) {
        return estimate.value().orElseThrow();
    }

    private static double[] random(long seed, int n) {
        Random random = new Random(seed);
        double[] returns = new double[n];
        Arrays.setAll(returns, i -> Math.max(-1, 0.001 + 0.02 * random.nextGaussian()));
        return returns;
    }

    private static List<Estimate> all(TailRisk tail, double confidence) {
        return List.of(
                tail.historicalVar(confidence),
                tail.gaussianVar(confidence),
                tail.cornishFisherVar(confidence),
                tail.historicalExpectedShortfall(confidence),
                tail.gaussianExpectedShortfall(confidence),
                tail.cornishFisherExpectedShortfall(confidence));
    }

    // SciPy 1.17.1: norm.ppf, norm.pdf, skew, kurtosis, std(ddof=1); the last column by quad over the tail
    @ParameterizedTest
    @CsvSource({
        "0.9,  0.039612497717158496, 0.054929605150134106, 0.04200045212858167, 0.05665953507292877",
        "0.95, 0.05136653968996054,  0.0648856877177907,   0.053918247356459836, 0.06582084136587182",
        "0.99, 0.07341516763743755,  0.08437863215017508,  0.07367756100724937, 0.08114602253282178"
    })
    void the_numbers_are_those_of_scipy(
            double confidence, double gaussian, double gaussianTail, double bent, double bentTail) {
        double[] returns = new double[60];
        Arrays.setAll(returns, i -> ((i * 37) % 101 - 45) / 1000.0 - (i % 17 == 0 ? 0.04 : 0));
        TailRisk tail = TailRisk.of(returns);

        assertThat(value(tail.gaussianVar(confidence))).isCloseTo(gaussian, within(1e-14));
        assertThat(value(tail.gaussianExpectedShortfall(confidence))).isCloseTo(gaussianTail, within(1e-14));
        assertThat(value(tail.cornishFisherVar(confidence))).isCloseTo(bent, within(1e-13));
        assertThat(value(tail.cornishFisherExpectedShortfall(confidence))).isCloseTo(bentTail, within(1e-13));
    }

    @Property(tries = 200)
    void the_numbers_are_those_of_commons_math(
            @ForAll long seed,
            @ForAll @IntRange(min = 50, max = 300) int n,
            @ForAll @DoubleRange(min = 0.9, max = 0.97) @Scale(6) double confidence) {
        double[] returns = random(seed, n);
        DescriptiveStatistics peer = new DescriptiveStatistics(returns);
        NormalDistribution normal = new NormalDistribution();
        double z = normal.inverseCumulativeProbability(1 - confidence);
        double variance = peer.getPopulationVariance();
        double third =
                Arrays.stream(returns).map(r -> Math.pow(r - peer.getMean(), 3)).sum() / n;
        double fourth =
                Arrays.stream(returns).map(r -> Math.pow(r - peer.getMean(), 4)).sum() / n;
        double s = third / Math.pow(variance, 1.5);
        double k = fourth / variance / variance - 3;
        double w = z + (z * z - 1) * s / 6 + (z * z * z - 3 * z) * k / 24 - (2 * z * z * z - 5 * z) * s * s / 36;
        TailRisk tail = TailRisk.of(returns);

        assertThat(value(tail.gaussianVar(confidence)))
                .isCloseTo(-peer.getMean() - peer.getStandardDeviation() * z, within(1e-9));
        tail.cornishFisherVar(confidence)
                .value()
                .ifPresent(
                        x -> assertThat(x).isCloseTo(-peer.getMean() - peer.getStandardDeviation() * w, within(1e-9)));
    }

    @Property(tries = 100)
    void the_bent_tail_is_the_integral_of_the_bent_quantile(
            @ForAll @DoubleRange(min = -0.8, max = 0.8) @Scale(6) double skewness,
            @ForAll @DoubleRange(min = -1, max = 4) @Scale(6) double kurtosis,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) @Scale(6) double probability) {
        CornishFisher bent = new CornishFisher(skewness, kurtosis);
        double z = Normal.quantile(probability);

        double integral = new IterativeLegendreGaussIntegrator(20, 1e-12, 1e-12)
                .integrate(100_000, x -> bent.quantile(x) * Normal.density(x), -12, z);

        assertThat(bent.tailMean(z, probability)).isCloseTo(integral / probability, within(1e-8));
    }

    @Property
    void a_quantile_rises_where_no_step_of_it_falls(
            @ForAll @DoubleRange(min = -4, max = 4) @Scale(6) double skewness,
            @ForAll @DoubleRange(min = -2, max = 12) @Scale(6) double kurtosis,
            @ForAll @DoubleRange(min = 0.1, max = 3) @Scale(6) double bound) {
        CornishFisher bent = new CornishFisher(skewness, kurtosis);
        boolean falls = false;
        int steps = 400;
        for (int i = 0; i < steps; i++) {
            double from = bound * (2.0 * i / steps - 1);
            double to = bound * (2.0 * (i + 1) / steps - 1);
            falls |= bent.quantile(to) < bent.quantile(from);
        }

        // The grid overlooks a fall between two points, never one that is there.
        assertThat(!falls || !bent.rises(bound)).isTrue();
        assertThat(falls || bent.rises(bound - 1e-9) || nearlyFlat(bent, bound)).isTrue();
    }

    private static boolean nearlyFlat(CornishFisher bent, double bound) {
        int steps = 400;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < steps; i++) {
            double from = bound * (2.0 * i / steps - 1);
            double to = bound * (2.0 * (i + 1) / steps - 1);
            least = Math.min(least, (bent.quantile(to) - bent.quantile(from)) / (to - from));
        }
        return least < 0.1;
    }

    @Property
    void the_shortfall_is_never_below_the_value_at_risk(
            @ForAll long seed,
            @ForAll @IntRange(min = 60, max = 200) int n,
            @ForAll @DoubleRange(min = 0.01, max = 0.98) @Scale(6) double confidence) {
        double[] returns = random(seed, n);
        for (int i = 0; i < n; i += 7) {
            returns[i] = Math.max(-1, returns[i] * (1 + Math.floorMod(seed, 20)));
        }
        List<Estimate> figures = all(TailRisk.of(returns), confidence);

        for (int method = 0; method < 3; method++) {
            Estimate var = figures.get(method);
            figures.get(method + 3).value().ifPresent(es -> assertThat(es).isGreaterThanOrEqualTo(value(var)));
        }
        assertThat(figures.get(4).isKnown()).isTrue();
    }

    @Property(tries = 200)
    void scaling_scales_and_the_order_does_not_matter(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 5) @Scale(6) double factor) {
        double[] returns = random(seed, 100);
        double[] scaled = Arrays.stream(returns).map(r -> r * factor).toArray();
        double[] reversed = new double[returns.length];
        Arrays.setAll(reversed, i -> returns[returns.length - 1 - i]);
        List<Estimate> plain = all(TailRisk.of(returns), 0.95);
        List<Estimate> larger = all(TailRisk.of(scaled), 0.95);
        List<Estimate> backwards = all(TailRisk.of(reversed), 0.95);

        for (int i = 0; i < plain.size(); i++) {
            assertThat(larger.get(i).isKnown()).isEqualTo(plain.get(i).isKnown());
            if (plain.get(i).isKnown()) {
                assertThat(value(larger.get(i))).isCloseTo(value(plain.get(i)) * factor, within(1e-12));
                assertThat(value(backwards.get(i))).isCloseTo(value(plain.get(i)), within(1e-15));
            }
        }
    }

    @Property(tries = 200)
    void a_gain_that_is_added_to_every_return_is_taken_from_every_loss(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 0.5) @Scale(6) double gain) {
        double[] returns = random(seed, 100);
        double[] shifted = Arrays.stream(returns).map(r -> r + gain).toArray();
        List<Estimate> plain = all(TailRisk.of(returns), 0.95);
        List<Estimate> better = all(TailRisk.of(shifted), 0.95);

        for (int i = 0; i < plain.size(); i++) {
            if (plain.get(i).isKnown()) {
                assertThat(value(better.get(i))).isCloseTo(value(plain.get(i)) - gain, within(1e-12));
            }
        }
    }

    @Test
    void a_method_with_parameters_needs_a_sample_for_them() {
        assertThat(TailRisk.of(random(1, 19)).gaussianVar(0.95).reason()).isEqualTo("needs 20 returns, but has 19");
        assertThat(TailRisk.of(random(1, 19)).gaussianExpectedShortfall(0.95).isKnown())
                .isFalse();
        assertThat(TailRisk.of(random(1, 20)).gaussianVar(0.99).isKnown()).isTrue();
        assertThat(TailRisk.of(random(1, 49)).cornishFisherVar(0.95).reason())
                .isEqualTo("needs 50 returns, but has 49");
        assertThat(TailRisk.of(random(1, 50)).cornishFisherVar(0.95).isKnown()).isTrue();
        assertThat(all(TailRisk.of(new double[0]), 0.5)).noneMatch(Estimate::isKnown);
    }

    @Test
    void a_crash_that_bends_the_quantile_back_is_said_and_not_computed() {
        double[] returns = random(1, 100);
        returns[50] = -0.9;
        TailRisk tail = TailRisk.of(returns);

        assertThat(tail.cornishFisherVar(0.99).reason())
                .isEqualTo("skewness and kurtosis are too large for the Cornish-Fisher expansion");
        assertThat(tail.cornishFisherExpectedShortfall(0.99).isKnown()).isFalse();
        assertThat(tail.historicalVar(0.99).isKnown()).isTrue();
    }

    @Test
    void a_constant_series_has_a_quantile_but_no_skewness() {
        double[] returns = new double[100];
        Arrays.fill(returns, 0.25);
        TailRisk tail = TailRisk.of(returns);

        assertThat(value(tail.gaussianVar(0.95))).isEqualTo(-0.25);
        assertThat(value(tail.gaussianExpectedShortfall(0.95))).isEqualTo(-0.25);
        assertThat(tail.cornishFisherVar(0.95).reason())
                .isEqualTo("the returns do not differ, so there is no deviation to divide by");
    }

    @Test
    void total_loss_and_numbers_too_large_give_a_number_or_a_reason() {
        double[] returns = random(3, 100);
        Arrays.fill(returns, 0, 50, -1);
        assertThat(value(TailRisk.of(returns).historicalVar(0.95))).isEqualTo(1);
        assertThat(value(TailRisk.of(returns).historicalExpectedShortfall(0.95)))
                .isEqualTo(1);

        returns[99] = 1e300;
        TailRisk tail = TailRisk.of(returns);
        assertThat(tail.gaussianVar(0.95).reason()).isEqualTo("the returns are too large to compute with");
        assertThat(tail.cornishFisherVar(0.95).reason()).isEqualTo("the returns are too large to compute with");
        assertThat(value(tail.historicalVar(0.95))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-17, 0.5, 1 - 0x1p-53})
    void a_confidence_may_be_as_near_to_its_ends_as_it_likes(double confidence) {
        TailRisk tail = TailRisk.of(random(1, 100));

        assertThat(tail.gaussianVar(confidence).isKnown()).isTrue();
        assertThat(value(tail.gaussianExpectedShortfall(confidence)))
                .isGreaterThanOrEqualTo(value(tail.gaussianVar(confidence)));
    }

    @Test
    void a_confidence_is_checked_first() {
        TailRisk tail = TailRisk.of(new double[0]);

        assertThatThrownBy(() -> tail.gaussianVar(1)).hasMessage("confidence must be in (0, 1), but was 1.0");
        assertThatThrownBy(() -> tail.gaussianExpectedShortfall(0))
                .hasMessage("confidence must be in (0, 1), but was 0.0");
        assertThatThrownBy(() -> tail.cornishFisherVar(Double.NaN))
                .hasMessage("confidence must be in (0, 1), but was NaN");
        assertThatThrownBy(() -> TailRisk.of(new double[] {-2}))
                .hasMessage("returns[0] must be finite and not below -1, but was -2.0");
    }
}
