package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Intervals, parts, figures and repair of a matrix. */
class MatrixViewsTest {
    private static final double UNKNOWN = Double.NaN;

    @Test
    void the_interval_is_that_of_fishers_z() {
        // numpy: tanh(arctanh(r) -+ 1.96 / sqrt(n - 3)).
        CorrelationMatrix matrix = Samples.matrix(Samples.names(2), new double[][] {{1, .5}, {.5, 1}}, 28);

        ConfidenceInterval interval = matrix.interval("A", "B").orElseThrow();

        assertThat(interval.lower()).isCloseTo(0.15602836252908606, within(1e-12));
        assertThat(interval.upper()).isCloseTo(0.7358184794439376, within(1e-12));
        assertThat(matrix.interval("A", "A")).hasValue(new ConfidenceInterval(1, 1));
    }

    @Test
    void rank_coefficients_have_errors_of_their_own_and_others_none() {
        assertThat(CorrelationMethod.SPEARMAN.error(.43, 60))
                .isCloseTo(Math.sqrt((1 + .43 * .43 / 2) / 57), within(1e-15));
        assertThat(CorrelationMethod.KENDALL.error(.43, 60)).isCloseTo(Math.sqrt(.437 / 56), within(1e-15));
        ConfidenceInterval kendall = ConfidenceInterval.around(.43, CorrelationMethod.KENDALL.error(.43, 60));
        assertThat(kendall.lower()).isCloseTo(0.27914790072363094, within(1e-12));
        assertThat(kendall.upper()).isCloseTo(0.5601389467219207, within(1e-12));
        for (CorrelationMethod method :
                List.of(CorrelationMethod.EWMA, CorrelationMethod.SHRUNK, CorrelationMethod.REPAIRED)) {
            assertThat(method.error(.43, 60)).isNaN();
        }
    }

    @Test
    void there_is_no_interval_of_three_observations_nor_of_what_is_unknown() {
        double[][] half = {{1, .5, UNKNOWN}, {.5, 1, .5}, {UNKNOWN, .5, 1}};

        assertThat(Samples.matrix(Samples.names(3), half, 3).interval("A", "B")).isEmpty();
        assertThat(Samples.matrix(Samples.names(3), half, 4).interval("A", "B")).isPresent();
        assertThat(Samples.matrix(Samples.names(3), half, 60).interval("A", "C"))
                .isEmpty();
        assertThat(Samples.matrix(Samples.names(3), half, 60).interval("A", "NEVER"))
                .isEmpty();
        assertThat(CorrelationMethod.KENDALL.error(.5, 4)).isNaN();
    }

    @Test
    void an_interval_that_cannot_be_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfidenceInterval(-2, 0))
                .withMessage("lower must be from -1 to 1, but was -2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfidenceInterval(.5, .4))
                .withMessage("upper must be from lower (0.5) to 1, but was 0.4");
    }

    @Property(tries = 100)
    void a_part_says_of_its_symbols_what_the_whole_says(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size) {
        CorrelationMatrix whole = Samples.odd(seed, size);
        List<String> chosen = whole.symbols().stream()
                .filter(symbol -> symbol.hashCode() % 2 == seed % 2)
                .sorted(Comparator.reverseOrder())
                .toList();

        CorrelationMatrix part = whole.only(chosen);

        assertThat(part.symbols()).isEqualTo(chosen);
        assertThat(part.version()).isEqualTo(whole.version());
        for (String a : chosen) {
            for (String b : chosen) {
                assertThat(part.between(a, b)).isEqualTo(whole.between(a, b));
                assertThat(part.observations(a, b)).isEqualTo(whole.observations(a, b));
                assertThat(part.interval(a, b)).isEqualTo(whole.interval(a, b));
            }
        }
        assertThat(whole.only(whole.symbols())).isEqualTo(whole);
    }

    @Test
    void a_part_of_what_is_not_there_is_refused() {
        CorrelationMatrix matrix = Samples.matrix(new double[][] {{1, .5}, {.5, 1}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.only(List.of("A", "Z")))
                .withMessage("chosen must be symbols of the matrix, each once, but was [A, Z]");
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.only(List.of("A", "A")));
    }

    @Test
    void the_summary_counts_what_is_known_and_signs_what_is_extreme() {
        CorrelationMatrix matrix = Samples.matrix(
                new double[][] {{1, .9, -.8, UNKNOWN}, {.9, 1, .2, .1}, {-.8, .2, 1, UNKNOWN}, {UNKNOWN, .1, UNKNOWN, 1}
                });

        CorrelationSummary summary = matrix.summary();

        assertThat(summary.symbols()).isEqualTo(4);
        assertThat(summary.pairs()).isEqualTo(6);
        assertThat(summary.knownPairs()).isEqualTo(4);
        assertThat(summary.highPairs()).isEqualTo(2);
        assertThat(summary.mean()).hasValueCloseTo(0.1, within(1e-12));
        assertThat(summary.median()).hasValueCloseTo(0.15, within(1e-12));
        assertThat(summary.lowest()).hasValue(new CorrelatedPair("A", "C", -.8, 60));
        assertThat(summary.highest()).hasValue(new CorrelatedPair("A", "B", .9, 60));
    }

    @Test
    void the_nearest_matrix_is_highams_own_example() {
        // The paper's section 4: 0.7607 and 0.1573.
        CorrelationMatrix repaired = Samples.matrix(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}})
                .nearest()
                .orElseThrow();

        assertThat(repaired.get(0, 1)).isCloseTo(0.76068985, within(1e-7));
        assertThat(repaired.get(0, 2)).isCloseTo(0.15729811, within(1e-7));
        assertThat(repaired.get(1, 2)).isCloseTo(0.76068985, within(1e-7));
        assertThat(repaired.method()).isEqualTo(CorrelationMethod.REPAIRED);
        assertThat(repaired.observations("A", "B")).isEqualTo(60);
    }

    @Test
    void the_smallest_eigenvalue_is_what_numpy_says() {
        assertThat(Samples.matrix(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}})
                        .smallestEigenvalue())
                .hasValueCloseTo(1 - Math.sqrt(2), within(1e-12));
        assertThat(ClusterTreeTest.FIVE.smallestEigenvalue()).hasValueCloseTo(0.0928349, within(1e-7));
    }

    @Property(tries = 60)
    void a_repaired_matrix_has_a_unit_diagonal_cannot_contradict_itself_and_is_a_fixed_point(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
        Random random = new Random(seed);
        double[][] any = new double[size][size];
        for (int i = 0; i < size; i++) {
            any[i][i] = 1;
            for (int j = 0; j < i; j++) {
                any[i][j] = random.nextDouble(-1, 1);
                any[j][i] = any[i][j];
            }
        }
        CorrelationMatrix matrix = Samples.matrix(any);

        CorrelationMatrix repaired = matrix.nearest().orElseThrow();

        assertThat(repaired.isPositiveSemiDefinite()).isTrue();
        assertThat(repaired.nearest()).containsSame(repaired);
        for (int i = 0; i < size; i++) {
            assertThat(repaired.get(i, i)).isEqualTo(1);
        }
        if (matrix.isPositiveSemiDefinite()) {
            assertThat(repaired).isSameAs(matrix);
        }
    }

    @Test
    void what_is_unknown_is_neither_repaired_nor_called_sound() {
        CorrelationMatrix matrix = Samples.matrix(new double[][] {{1, UNKNOWN}, {UNKNOWN, 1}});
        CorrelationMatrix none = Samples.matrix(new double[0][0]);

        assertThat(matrix.nearest()).isEmpty();
        assertThat(matrix.smallestEigenvalue()).isEmpty();
        assertThat(matrix.isPositiveSemiDefinite()).isFalse();
        assertThat(none.isPositiveSemiDefinite()).isTrue();
        assertThat(none.smallestEigenvalue()).isEmpty();
        assertThat(none.nearest()).containsSame(none);
    }
}
