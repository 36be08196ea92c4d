package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterTreeTest {
    static final CorrelationMatrix FIVE = Samples.matrix(new double[][] {
        {1, .9, .2, .1, .4},
        {.9, 1, .3, .15, .35},
        {.2, .3, 1, .7, -.2},
        {.1, .15, .7, 1, 0},
        {.4, .35, -.2, 0, 1}
    });

    @ParameterizedTest
    @CsvSource({
        "SINGLE, 0.5477225575051661, 0.5916079783099616",
        "AVERAGE, 0.5589051350273675, 0.671417932423645",
        "COMPLETE, 0.570087712549569, 0.7745966692414834",
        "WARD, 0.6324555320336759, 0.9055385138137417"
    })
    void joins_are_those_of_scipys_linkage(Linkage linkage, double third, double fourth) {
        List<ClusterTree.Merge> merges = ClusterTree.of(FIVE, linkage).merges();

        assertThat(merges).hasSize(4);
        assertThat(merges.get(0).distance()).isCloseTo(Math.sqrt(.05), within(1e-12));
        assertThat(merges.get(1).distance()).isCloseTo(Math.sqrt(.15), within(1e-12));
        assertThat(merges.get(2).distance()).isCloseTo(third, within(1e-12));
        assertThat(merges.get(3).distance()).isCloseTo(fourth, within(1e-12));
        assertThat(merges.get(2).first()).containsExactly("A", "B");
        assertThat(merges.get(2).second()).containsExactly("E");
    }

    @Test
    void clusters_stand_together_in_the_order() {
        ClusterTree tree = ClusterTree.of(FIVE);

        assertThat(tree.order()).containsExactly("A", "B", "E", "C", "D");
        assertThat(tree.clusters(2)).containsExactly(List.of("A", "B", "E"), List.of("C", "D"));
        assertThat(tree.clusters(5)).hasSize(5);
        assertThat(tree.clustersWithin(Math.sqrt(.15)))
                .containsExactly(List.of("A", "B"), List.of("E"), List.of("C", "D"));
        assertThat(tree.clustersWithin(0)).hasSize(5);
        assertThat(tree.clustersWithin(2)).containsExactly(tree.order());
    }

    @Test
    void not_knowing_brings_nobody_together() {
        double unknown = Double.NaN;
        CorrelationMatrix matrix = Samples.matrix(new double[][] {
            {1, unknown, -.9, .2},
            {unknown, unknown, unknown, unknown},
            {-.9, unknown, 1, .1},
            {.2, unknown, .1, 1}
        });

        List<ClusterTree.Merge> merges = ClusterTree.of(matrix).merges();

        assertThat(merges.get(2).distance()).isEqualTo(1);
        assertThat(merges.get(2).second()).containsExactly("B");
    }

    @Test
    void what_is_outside_is_refused_and_nothing_is_no_cluster() {
        ClusterTree tree = ClusterTree.of(FIVE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.clusters(0))
                .withMessage("count must be from 1 to 5, but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> tree.clusters(6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.clustersWithin(Double.NaN))
                .withMessage("distance must be at least 0, but was NaN");
        assertThat(ClusterTree.of(Samples.matrix(new double[0][0])).order()).isEmpty();
        assertThat(ClusterTree.of(Samples.matrix(new double[][] {{1}})).order()).containsExactly("A");
    }

    @Property(tries = 100)
    void the_order_is_a_permutation_in_which_every_cluster_is_one_stretch(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size, @ForAll Linkage linkage) {
        CorrelationMatrix matrix = Samples.odd(seed, size);
        ClusterTree tree = ClusterTree.of(matrix, linkage);

        assertThat(tree.order()).containsExactlyInAnyOrderElementsOf(matrix.symbols());
        for (int count = 1; count <= size; count++) {
            List<List<String>> clusters = tree.clusters(count);
            assertThat(clusters).hasSize(count);
            assertThat(clusters.stream().flatMap(List::stream).toList()).isEqualTo(tree.order());
        }
    }

    @Property(tries = 60)
    void clusters_do_not_depend_on_the_order_of_symbols(@ForAll long seed) {
        CorrelationMatrix matrix = CorrelationEstimator.pearson()
                .estimate(Samples.columns(Samples.random(seed, 8, 30, 0)), Samples.FROM_TWO);
        List<String> backwards =
                matrix.symbols().stream().sorted(Comparator.reverseOrder()).toList();

        assertThat(sets(ClusterTree.of(matrix.only(backwards)))).isEqualTo(sets(ClusterTree.of(matrix)));
    }

    private static Set<Set<String>> sets(ClusterTree tree) {
        return tree.clusters(3).stream().map(Set::copyOf).collect(Collectors.toSet());
    }
}
