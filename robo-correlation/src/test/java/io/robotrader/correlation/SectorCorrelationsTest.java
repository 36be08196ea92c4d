package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.correlation.SectorCorrelations.Average;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SectorCorrelationsTest {

    @Test
    void averages_are_within_each_sector_and_between_each_two() {
        Map<String, String> sectors = Map.of("A", "Tech", "B", "Tech", "C", "Oil", "D", "Oil", "E", " ", "Z", "Oil");

        SectorCorrelations correlations = SectorCorrelations.of(ClusterTreeTest.FIVE, sectors);

        assertThat(correlations.averages()).hasSize(3);
        assertThat(correlations.withoutSector()).containsExactly("E");
        Average tech = correlations.between("Tech", "Tech").orElseThrow();
        assertThat(tech.mean()).hasValueCloseTo(.9, within(1e-12));
        assertThat(tech.isWithin()).isTrue();
        Average both = correlations.between("Tech", "Oil").orElseThrow();
        assertThat(both).isEqualTo(correlations.between("Oil", "Tech").orElseThrow());
        assertThat(both.mean()).hasValueCloseTo((.2 + .1 + .3 + .15) / 4, within(1e-12));
        assertThat(both.isWithin()).isFalse();
        assertThat(correlations.between("Tech", "Health")).isEmpty();
    }

    @Test
    void unknown_pairs_are_counted_and_not_averaged() {
        double unknown = Double.NaN;
        CorrelationMatrix matrix =
                Samples.matrix(new double[][] {{1, unknown, .4}, {unknown, 1, unknown}, {.4, unknown, 1}});

        assertThat(SectorCorrelations.of(matrix, Map.of("A", "X", "B", "X", "C", "X"))
                        .averages())
                .containsExactly(new Average("X", "X", OptionalDouble.of(.4), 1, 2));
        assertThat(SectorCorrelations.of(matrix, Map.of("A", "X", "B", "Y")).between("X", "Y"))
                .hasValue(new Average("X", "Y", OptionalDouble.empty(), 0, 1));
    }

    @Test
    void a_sector_of_one_symbol_has_no_pairs() {
        assertThat(SectorCorrelations.of(ClusterTreeTest.FIVE, Map.of("A", "X")).averages())
                .containsExactly(new Average("X", "X", OptionalDouble.empty(), 0, 0));
    }
}
