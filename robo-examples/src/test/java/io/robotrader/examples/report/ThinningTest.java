package io.robotrader.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThinningTest {

    @Test
    void a_short_curve_is_drawn_whole() {
        assertThat(Thinning.indices(new double[1500])).hasSize(1500).isSorted().doesNotHaveDuplicates();
        assertThat(Thinning.indices(new double[0])).isEmpty();
    }

    @Property(tries = 100)
    void a_long_curve_keeps_its_ends_and_its_extremes(@ForAll @IntRange(min = 1501, max = 20_000) int size) {
        double[] values = new Random(size).doubles(size).toArray();

        int[] indices = Thinning.indices(values);

        assertThat(indices).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(1002);
        assertThat(indices[0]).isZero();
        assertThat(indices[indices.length - 1]).isEqualTo(size - 1);
        double[] kept = Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
        assertThat(Arrays.stream(kept).max()).isEqualTo(Arrays.stream(values).max());
        assertThat(Arrays.stream(kept).min()).isEqualTo(Arrays.stream(values).min());
    }
}
