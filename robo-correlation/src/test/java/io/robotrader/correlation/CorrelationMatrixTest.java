package io.robotrader.correlation;

import static io.robotrader.correlation.Feed.SMALL;
import static io.robotrader.correlation.Feed.day;
import static io.robotrader.correlation.Feed.series;
import static io.robotrader.correlation.Feed.wandering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class CorrelationMatrixTest {

    /** UP and TWIN move together, DOWN against them, STILL not at all, NEW has one return. */
    private static CorrelationTracker five() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        tracker.addSeries("UP", series(0, 100, 110, 99, 108.9, 130.68));
        tracker.addSeries("TWIN", series(0, 50, 55, 49.5, 54.45, 65.34));
        tracker.addSeries("DOWN", series(0, 100, 90, 99, 89.1, 71.28));
        tracker.addSeries("STILL", series(0, 7, 7, 7, 7, 7));
        tracker.addSeries("NEW", series(3, 10, 11));
        return tracker;
    }

    @Test
    void perfect_pairs_are_one_and_minus_one() {
        CorrelationMatrix matrix = five().snapshot();

        assertThat(matrix.between("UP", "TWIN")).hasValueCloseTo(1.0, within(1e-12));
        assertThat(matrix.between("DOWN", "UP")).hasValueCloseTo(-1.0, within(1e-12));
    }

    @Test
    void a_pair_worked_out_by_hand() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);

        // Returns 1, -0.5, 0 and 0.5, 1, 0: deviations 5/6, -4/6, -1/6 and 0, 3/6, -3/6.
        tracker.addSeries("A", series(0, 1, 2, 1, 1));
        tracker.addSeries("B", series(0, 1, 1.5, 3, 3));

        // Products -9/36, squares 42/36 and 18/36.
        assertThat(tracker.snapshot().between("A", "B")).hasValueCloseTo(-9 / Math.sqrt(42 * 18), within(1e-14));
    }

    @Test
    void unknown_is_empty_or_nan_and_never_zero() {
        CorrelationMatrix matrix = five().snapshot();

        for (String other : new String[] {"STILL", "NEW", "NEVER_CAME"}) {
            assertThat(matrix.between("UP", other)).isEmpty();
            assertThat(matrix.coefficient("UP", other)).isNaN();
            assertThat(matrix.coefficient(other, "UP")).isNaN();
        }
        assertThat(matrix.get(0, 3)).isNaN();
        assertThat(matrix.between("STILL", "STILL")).isEmpty();
        assertThat(matrix.between("NEW", "NEW")).isEmpty();
        assertThat(matrix.between("NEVER_CAME", "NEVER_CAME")).isEmpty();
        assertThat(matrix.between("UP", "UP")).hasValue(1);
    }

    @Test
    void a_symbol_is_always_like_itself_for_who_asks_for_a_coefficient() {
        ToDoubleBiFunction<String, String> lookup = five().snapshot()::coefficient;

        assertThat(lookup.applyAsDouble("UP", "UP")).isEqualTo(1);
        assertThat(lookup.applyAsDouble("STILL", "STILL")).isEqualTo(1);
        assertThat(lookup.applyAsDouble("NEVER_CAME", "NEVER_CAME")).isEqualTo(1);
    }

    @Test
    void observations_are_told_even_if_too_few() {
        CorrelationMatrix matrix = five().snapshot();

        assertThat(matrix.observations("UP", "TWIN")).isEqualTo(4);
        assertThat(matrix.observations("UP", "NEW")).isEqualTo(1);
        assertThat(matrix.observations("NEW", "NEW")).isEqualTo(1);
        assertThat(matrix.observations("UP", "NEVER_CAME")).isZero();
    }

    @Test
    void pairs_above_a_threshold_come_strongest_first_and_in_alphabetical_pairs() {
        CorrelationTracker tracker = five();
        tracker.addSeries("ODD", series(0, 100, 101, 99, 99, 105));
        CorrelationMatrix matrix = tracker.snapshot();

        assertThat(matrix.pairsAbove(0.5))
                .isSorted()
                .extracting(CorrelatedPair::first)
                .contains("DOWN", "ODD", "TWIN");
        assertThat(matrix.pairsAbove(0.999999))
                .extracting(CorrelatedPair::second)
                .containsOnly("TWIN", "UP");
        assertThat(matrix.pairsAbove(0)).hasSize(6).allSatisfy(pair -> {
            assertThat(pair.coefficient()).isEqualTo(matrix.coefficient(pair.first(), pair.second()));
            assertThat(pair.observations()).isEqualTo(4);
        });
        assertThat(matrix.pairsAbove(1)).isEmpty();
    }

    @Test
    void high_pairs_follow_the_threshold_of_the_settings() {
        CorrelationTracker lax = new CorrelationTracker(SMALL.withHighThreshold(0.01));
        CorrelationTracker strict = new CorrelationTracker(SMALL.withHighThreshold(1));
        for (CorrelationTracker tracker : new CorrelationTracker[] {lax, strict}) {
            tracker.addSeries("A", wandering(0, 9, 1));
            tracker.addSeries("B", wandering(0, 9, 2));
        }

        assertThat(lax.snapshot().highPairs()).hasSize(1);
        assertThat(strict.snapshot().highPairs()).isEmpty();
        assertThat(strict.snapshot().settings()).isEqualTo(strict.settings());
    }

    @Test
    void a_threshold_or_a_place_outside_is_refused() {
        CorrelationMatrix matrix = five().snapshot();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.pairsAbove(Double.NaN))
                .withMessage("threshold must be from 0 to 1, but was NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.pairsAbove(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> matrix.pairsAbove(-0.1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> matrix.get(0, 5));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> matrix.get(-1, 0));
    }

    @Test
    void symbols_are_in_order_of_appearance_and_within_a_bar_by_name() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        tracker.add("M", day(0), 1);
        tracker.addBar(day(0), Map.of("Z", 1.0, "C", 1.0, "a", 1.0));
        tracker.add("B", day(1), 1);

        assertThat(tracker.snapshot().symbols()).containsExactly("M", "C", "Z", "a", "B");
    }

    @Test
    void equal_when_they_say_the_same() {
        CorrelationMatrix matrix = five().snapshot();
        CorrelationTracker other = five();
        other.add("NEW", day(9), 5);

        assertThat(matrix).isEqualTo(five().snapshot()).hasSameHashCodeAs(five().snapshot());
        assertThat(matrix).isNotEqualTo(other.snapshot()).isNotEqualTo("a string");
    }

    @Test
    void its_text_is_short() {
        assertThat(five().snapshot())
                .hasToString("CorrelationMatrix[5 symbols, as of 2019-01-05T21:00:00Z, 9 unknown of 15, version 5]");
        assertThat(new CorrelationTracker(SMALL).snapshot())
                .hasToString("CorrelationMatrix[0 symbols, as of never, 0 unknown of 0, version 0]");
    }
}
