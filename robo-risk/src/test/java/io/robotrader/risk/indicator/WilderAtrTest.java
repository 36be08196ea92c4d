package io.robotrader.risk.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilderAtrTest {

    record Bar(double high, double low, double close) {}

    @Test
    void three_bars_worked_by_hand_from_wilders_definition() {
        WilderAtr atr = new WilderAtr(3);

        atr.add(12, 10, 11); // first bar: high - low = 2
        assertThat(atr.value()).isEmpty();
        atr.add(15, 12, 14); // |15 - 11| = 4 is the largest
        assertThat(atr.value()).isEmpty();
        atr.add(13, 9, 10); // |9 - 14| = 5
        assertThat(atr.value().orElseThrow()).isEqualTo(11 / 3.0, within(1e-12));
        atr.add(11, 10, 10.5); // 1

        // (11/3 x 2 + 1) / 3
        assertThat(atr.value().orElseThrow()).isEqualTo(25 / 9.0, within(1e-12));
    }

    @Test
    void a_period_of_one_is_the_true_range_and_the_longest_period_waits() {
        WilderAtr one = new WilderAtr(1);
        one.add(12, 10, 11);
        assertThat(one.value()).hasValue(2);
        one.add(20, 19, 19.5);
        assertThat(one.value()).hasValue(9);

        WilderAtr longest = new WilderAtr(Integer.MAX_VALUE);
        longest.add(12, 10, 11);
        longest.add(12, 10, 11);
        assertThat(longest.value()).isEmpty();
    }

    @Property
    void it_equals_a_slow_twin(@ForAll("bars") List<Bar> bars, @ForAll @IntRange(min = 1, max = 20) int period) {
        WilderAtr atr = new WilderAtr(period);

        bars.forEach(bar -> atr.add(bar.high, bar.low, bar.close));

        OptionalDouble expected = slow(bars, period);
        assertThat(atr.value().isPresent()).isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
            assertThat(atr.value().getAsDouble()).isEqualTo(expected.getAsDouble(), within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9, 10, 9.5, 'low must be at most the high 9.0, but was 10.0'",
        "12, 10, 13, 'close must lie from low to high, but was 13.0 with low 10.0 and high 12.0'",
        "12, 10, 9, 'close must lie from low to high, but was 9.0 with low 10.0 and high 12.0'",
        "NaN, 10, 9, 'high must be positive and finite, but was NaN'",
        "12, 0, 9, 'low must be positive and finite, but was 0.0'",
        "12, 10, Infinity, 'close must be positive and finite, but was Infinity'"
    })
    void a_bar_that_is_refused_changes_nothing(double high, double low, double close, String message) {
        WilderAtr disturbed = new WilderAtr(2);
        WilderAtr calm = new WilderAtr(2);
        disturbed.add(12, 10, 11);
        calm.add(12, 10, 11);

        assertThatThrownBy(() -> disturbed.add(high, low, close))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);

        disturbed.add(14, 12, 13);
        calm.add(14, 12, 13);
        assertThat(disturbed.value()).isEqualTo(calm.value()).hasValue(2.5);
    }

    @Test
    void a_period_has_a_bar() {
        assertThatThrownBy(() -> new WilderAtr(0)).hasMessage("period must be at least 1, but was 0");
    }

    @Provide
    Arbitrary<List<Bar>> bars() {
        Arbitrary<Double> low = Arbitraries.doubles().between(1, 1000);
        Arbitrary<Double> range = Arbitraries.doubles().between(0, 50);
        Arbitrary<Double> part = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(low, range, part)
                .as((l, r, p) -> new Bar(l + r, l, Math.min(l + r, l + r * p)))
                .list()
                .ofMaxSize(60);
    }

    private static OptionalDouble slow(List<Bar> bars, int period) {
        if (bars.size() < period) {
            return OptionalDouble.empty();
        }
        double[] ranges = new double[bars.size()];
        for (int i = 0; i < ranges.length; i++) {
            Bar bar = bars.get(i);
            double before = i == 0 ? bar.low : bars.get(i - 1).close;
            ranges[i] = Math.max(bar.high, before) - Math.min(bar.low, before);
        }
        double sum = 0;
        for (int i = 0; i < period; i++) {
            sum += ranges[i];
        }
        double average = sum / period;
        for (int i = period; i < ranges.length; i++) {
            average = (average * (period - 1) + ranges[i]) / period;
        }
        return OptionalDouble.of(average);
    }
}
