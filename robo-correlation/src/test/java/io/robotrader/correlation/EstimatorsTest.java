package io.robotrader.correlation;

import static io.robotrader.correlation.Samples.EIGHT;
import static io.robotrader.correlation.Samples.FROM_TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EstimatorsTest {

    @Test
    void pearson_is_what_numpy_says() {
        assertLowerTriangle(
                CorrelationEstimator.pearson(),
                0.77795511,
                -0.74586313,
                -0.76653819,
                -0.26422063,
                0.08907244,
                -0.22098618);
    }

    @Test
    void ewma_is_what_numpy_says_of_a_covariance_with_weights() {
        assertLowerTriangle(
                CorrelationEstimator.ewma(0.9),
                0.77900849,
                -0.73030279,
                -0.74111519,
                -0.11382503,
                0.18297874,
                -0.39458861);
    }

    @Test
    void spearman_is_what_scipy_says_with_ties() {
        assertLowerTriangle(
                CorrelationEstimator.spearman(),
                0.80952381,
                -0.69047619,
                -0.69047619,
                -0.15569141,
                0.10778636,
                -0.27545404);
    }

    @Test
    void kendall_is_what_scipy_says_with_ties() {
        assertLowerTriangle(
                CorrelationEstimator.kendall(),
                0.6428571428571428,
                -0.4999999999999999,
                -0.5714285714285714,
                -0.18184824186332696,
                0.036369648372665396,
                -0.18184824186332696);
    }

    @Test
    void ledoit_wolf_has_the_intensities_of_the_published_programs() {
        // scikit-learn's ledoit_wolf_shrinkage and the authors' covCor.m, redone in numpy on the standardised returns.
        assertThat(LedoitWolf.toIdentity().intensity(EIGHT)).isCloseTo(0.4042405561166404, within(1e-12));
        assertThat(LedoitWolf.toConstantCorrelation().intensity(EIGHT)).isCloseTo(0.3323694188150376, within(1e-12));
    }

    @Test
    void ledoit_wolf_moves_each_coefficient_that_part_of_the_way_to_the_target() {
        double r = 0.77795511;

        assertThat(LedoitWolf.toIdentity().estimate(EIGHT, FROM_TWO).coefficient("A", "B"))
                .isCloseTo((1 - 0.4042405561) * r, within(1e-8));
        assertThat(LedoitWolf.toConstantCorrelation().estimate(EIGHT, FROM_TWO).coefficient("A", "B"))
                .isCloseTo((1 - 0.3323694188) * r + 0.3323694188 * -0.1884300952, within(1e-8));
    }

    @Test
    void ledoit_wolf_refuses_gaps_and_takes_what_is_complete() {
        AlignedReturns gap = Samples.columns(new double[][] {{1, 2, 4, 3}, {2, Double.NaN, 1, 5}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedoitWolf.toIdentity().estimate(gap, FROM_TWO))
                .withMessage(
                        "returns must be complete for Ledoit-Wolf (see complete()), but B has none that all share at "
                                + Feed.day(1));
        assertThat(LedoitWolf.toIdentity().estimate(gap.complete(), FROM_TWO).observations("A", "B"))
                .isEqualTo(3);
    }

    @Test
    void ledoit_wolf_refuses_what_does_not_vary_or_is_one_row_and_does_not_know_what_is_too_little() {
        AlignedReturns still = Samples.columns(new double[][] {{1, 2, 4}, {2, 2, 2}});
        AlignedReturns one = Samples.columns(new double[][] {{1}, {2}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedoitWolf.toIdentity().intensity(still))
                .withMessage("returns must vary for Ledoit-Wolf, but those of B do not");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedoitWolf.toIdentity().intensity(one))
                .withMessage("returns must have at least 2 rows, but was 1");
        CorrelationMatrix unknown = LedoitWolf.toIdentity().estimate(EIGHT, CorrelationSettings.defaults());
        assertThat(unknown.between("A", "B")).isEmpty();
        assertThat(unknown.observations("A", "B")).isEqualTo(8);
    }

    @Test
    void a_pair_needs_the_minimum_and_both_must_vary() {
        AlignedReturns returns = Samples.columns(
                new double[][] {{1, 2, 4, 3}, {2, Double.NaN, 1, 5}, {1, 1, 1, 1}, {Double.NaN, 1, 2, 1}});

        CorrelationMatrix matrix = CorrelationEstimator.kendall().estimate(returns, FROM_TWO.withWindow(10, 3));

        assertThat(matrix.observations("B", "D")).isEqualTo(2);
        assertThat(matrix.between("B", "D")).isEmpty();
        assertThat(matrix.between("A", "B")).isPresent();
        assertThat(matrix.between("A", "C")).isEmpty();
        assertThat(matrix.between("C", "C")).isEmpty();
        assertThat(matrix.between("D", "D")).hasValue(1);
        assertThat(matrix.asOf()).hasValue(Feed.day(3));
        assertThat(matrix.method()).isEqualTo(CorrelationMethod.KENDALL);
    }

    @Test
    void only_the_look_back_is_looked_at() {
        AlignedReturns returns = Samples.columns(new double[][] {{9, 1, 2, 3}, {-9, 1, 2, 3}});

        assertThat(CorrelationEstimator.pearson()
                        .estimate(returns, FROM_TWO.withWindow(3, 2))
                        .between("A", "B"))
                .hasValueCloseTo(1.0, within(1e-12));
    }

    @Test
    void a_decay_outside_is_refused() {
        for (double decay : new double[] {0, 1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CorrelationEstimator.ewma(decay))
                    .withMessage("decay must be above 0 and below 1, but was " + decay);
        }
    }

    @Test
    void volatilities_are_sample_standard_deviations_of_what_is_there() {
        Map<String, Double> volatilities = Samples.columns(
                        new double[][] {{1, 2, Double.NaN, 6}, {Double.NaN, Double.NaN, 1, Double.NaN}})
                .volatilities();

        assertThat(volatilities).containsOnlyKeys("A");
        assertThat(volatilities.get("A")).isCloseTo(Math.sqrt(7), within(1e-12));
    }

    private static void assertLowerTriangle(CorrelationEstimator estimator, double... expected) {
        CorrelationMatrix matrix = estimator.estimate(EIGHT, FROM_TWO);
        int cell = 0;
        for (int i = 1; i < 4; i++) {
            for (int j = 0; j < i; j++, cell++) {
                assertThat(matrix.get(i, j)).isCloseTo(expected[cell], within(1e-8));
                assertThat(matrix.get(j, i)).isEqualTo(matrix.get(i, j));
            }
        }
    }
}
