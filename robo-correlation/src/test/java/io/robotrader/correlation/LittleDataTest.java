package io.robotrader.correlation;

import static io.robotrader.correlation.Samples.FROM_TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing, one symbol, two rows: every question has an answer. */
class LittleDataTest {
    private static final List<CorrelationEstimator> ALL = List.of(
            CorrelationEstimator.pearson(),
            CorrelationEstimator.ewma(0.94),
            CorrelationEstimator.spearman(),
            CorrelationEstimator.kendall(),
            LedoitWolf.toIdentity(),
            LedoitWolf.toConstantCorrelation());

    @Test
    void without_a_symbol_all_is_empty() {
        for (CorrelationEstimator estimator : ALL) {
            for (int rows = 0; rows < 4; rows++) {
                CorrelationMatrix matrix = estimator.estimate(
                        AlignedReturns.of(
                                List.of(),
                                List.of(Feed.day(0), Feed.day(1), Feed.day(2)).subList(0, Math.min(3, rows)),
                                new double[0][]),
                        FROM_TWO);
                assertThat(matrix.size()).isZero();
                assertThat(matrix.summary().mean()).isEmpty();
                assertThat(matrix.nearest()).hasValue(matrix);
                assertThat(matrix.smallestEigenvalue()).isEmpty();
                assertThat(matrix.pairsAbove(0)).isEmpty();
                assertThat(ClusterTree.of(matrix).order()).isEmpty();
                assertThat(SectorCorrelations.of(matrix, Map.of("A", "X")).averages())
                        .isEmpty();
                assertThat(PortfolioRisk.of(matrix, Map.of()).total()).isZero();
                assertThat(CorrelationCsv.read(CorrelationCsv.write(matrix))).isEqualTo(matrix);
                assertThat(CorrelationJson.read(CorrelationJson.write(matrix))).isEqualTo(matrix);
            }
        }
        assertThat(CorrelationMoments.matrix(FROM_TWO, List.of()).size()).isZero();
    }

    @Test
    void one_symbol_is_like_itself_and_in_a_cluster_of_its_own() {
        for (CorrelationEstimator estimator : ALL) {
            CorrelationMatrix matrix = estimator.estimate(Samples.columns(new double[][] {{.01, .02, -.01}}), FROM_TWO);

            assertThat(matrix.between("A", "A")).hasValue(1);
            assertThat(matrix.isPositiveSemiDefinite()).isTrue();
            assertThat(ClusterTree.of(matrix).clusters(1)).containsExactly(List.of("A"));
            assertThat(matrix.summary().pairs()).isZero();
            assertThat(PortfolioRisk.of(matrix, Map.of("A", -2.0)).total()).isEqualTo(2);
        }
    }

    @Test
    void two_rows_are_a_coefficient_without_an_interval_and_one_row_is_none() {
        for (CorrelationEstimator estimator : ALL.subList(0, 4)) {
            CorrelationMatrix two =
                    estimator.estimate(Samples.columns(new double[][] {{.01, .02}, {.03, -.01}}), FROM_TWO);
            CorrelationMatrix one = estimator.estimate(Samples.columns(new double[][] {{.01}, {.03}}), FROM_TWO);

            assertThat(two.coefficient("A", "B")).isBetween(-1.0, -1 + 1e-12);
            assertThat(two.interval("A", "B")).isEmpty();
            assertThat(one.between("A", "B")).isEmpty();
            assertThat(one.observations("A", "B")).isEqualTo(1);
        }
    }

    @Test
    void a_constant_series_is_unknown_and_far_from_all() {
        AlignedReturns returns = Samples.columns(new double[][] {{.01, .01, .01}, {.01, .02, -.01}, {.02, .04, -.02}});

        for (CorrelationEstimator estimator : ALL.subList(0, 4)) {
            CorrelationMatrix matrix = estimator.estimate(returns, FROM_TWO);
            assertThat(matrix.between("A", "B")).isEmpty();
            assertThat(matrix.between("A", "A")).isEmpty();
            assertThat(matrix.nearest()).isEmpty();
            assertThat(ClusterTree.of(matrix).clustersWithin(0.5)).containsExactly(List.of("A"), List.of("B", "C"));
            assertThat(PortfolioRisk.of(matrix, Map.of("A", 1.0)).total()).isEqualTo(1);
        }
    }

    @Test
    void the_largest_returns_count_and_larger_ones_are_refused() {
        double[][] large = {{1e100, -1e100, 5e99}, {-1e100, 1e100, 1e99}};
        for (CorrelationEstimator estimator : ALL) {
            assertThat(estimator.estimate(Samples.columns(large), FROM_TWO).coefficient("A", "B"))
                    .isBetween(-1.0, 0.0);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.columns(new double[][] {{0, -2e100}}))
                .withMessage("return of A in row 1 must be at most 1.0E100 in size, but was -2.0E100");
    }

    @Test
    void thresholds_are_allowed_at_their_bounds_and_not_beyond() {
        CorrelationMatrix matrix = Samples.matrix(new double[][] {{1, 1, 0}, {1, 1, -.7}, {0, -.7, 1}});

        assertThat(matrix.pairsAbove(0)).hasSize(2);
        assertThat(matrix.pairsAbove(1)).isEmpty();
        assertThat(matrix.highPairs()).as("at 0.7 is not above it").hasSize(1);
        for (double threshold : new double[] {-1e-9, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> matrix.pairsAbove(threshold))
                    .withMessage("threshold must be from 0 to 1, but was " + threshold);
        }
    }
}
