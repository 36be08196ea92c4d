package io.robotrader.correlation;

import static io.robotrader.correlation.Feed.SMALL;
import static io.robotrader.correlation.Feed.day;
import static io.robotrader.correlation.Feed.series;
import static io.robotrader.correlation.Feed.wandering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is refused with a reason, and leaves no trace. */
class RefusedPricesTest {
    private final CorrelationTracker tracker = new CorrelationTracker(SMALL);
    private final CorrelationTracker untouched = new CorrelationTracker(SMALL);

    RefusedPricesTest() {
        for (CorrelationTracker each : new CorrelationTracker[] {tracker, untouched}) {
            each.addSeries("A", wandering(0, 8, 1));
            each.addSeries("B", wandering(0, 7, 2));
        }
    }

    private void assertRefused(ThrowingCallable call, String message) {
        CorrelationMatrix before = tracker.snapshot();

        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);

        assertThat(tracker.snapshot()).isSameAs(before);
        for (int i = 7; i < 25; i++) {
            Map<String, Double> bar = new HashMap<>(Map.of("B", 100 + Math.cos(i), "C", 100 + Math.sin(i)));
            if (i > 7) {
                bar.put("A", 90 + Math.sin(2 * i));
            }
            tracker.addBar(day(i), bar);
            untouched.addBar(day(i), bar);
            assertThat(tracker.snapshot()).isEqualTo(untouched.snapshot());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_price_that_is_none(double price) {
        assertRefused(
                () -> tracker.add("A", day(8), price),
                "price of A at 2019-01-09T21:00:00Z must be finite and above 0, but was " + price);
    }

    @Test
    void a_price_for_an_earlier_row() {
        assertRefused(
                () -> tracker.add("NEW", day(6), 5),
                "time of NEW with price 5.0 must not be before the current row (2019-01-08T21:00:00Z), but was"
                        + " 2019-01-07T21:00:00Z");
    }

    @Test
    void a_second_price_for_a_symbol_and_time() {
        double first = wandering(0, 8, 1).get(day(7));

        assertRefused(
                () -> tracker.add("A", day(7), 5),
                "price of A at 2019-01-08T21:00:00Z must be the only one for its symbol and time (" + first
                        + " was taken), but was 5.0");
    }

    @Test
    void a_jump_whose_square_no_number_could_hold() {
        double last = wandering(0, 8, 1).get(day(7));

        assertRefused(
                () -> tracker.add("A", day(8), 1e200),
                "price of A at 2019-01-09T21:00:00Z must be at most 1.0E100 times the one before (" + last
                        + "), but was 1.0E200");
        assertThatIllegalArgumentException().isThrownBy(() -> tracker.addSeries("D", series(0, 1, 1e101)));
    }

    @Test
    void a_bar_with_one_bad_price_is_refused_as_a_whole() {
        assertRefused(
                () -> tracker.addBar(day(8), Map.of("A", 5.0, "B", 5.0, "NEW", -5.0)),
                "price of NEW at 2019-01-09T21:00:00Z must be finite and above 0, but was -5.0");
    }

    @Test
    void a_bar_without_prices() {
        assertRefused(
                () -> tracker.addBar(day(8), Map.of()),
                "prices at 2019-01-09T21:00:00Z must hold at least one, but was empty");
    }

    @Test
    void a_bar_with_a_missing_value() {
        Map<String, Double> bar = Collections.singletonMap("A", null);

        assertRefused(
                () -> tracker.addBar(day(8), bar),
                "price of A at 2019-01-09T21:00:00Z must be finite and above 0, but was null");
    }

    @Test
    void a_series_that_overlaps_the_symbols_own_prices() {
        assertRefused(
                () -> tracker.addSeries("A", series(7, 5, 6)),
                "first time of the series of A with price 5.0 must be after the symbol's last one"
                        + " (2019-01-08T21:00:00Z), but was 2019-01-08T21:00:00Z");
    }

    @Test
    void a_series_with_one_bad_price_is_refused_as_a_whole() {
        assertRefused(
                () -> tracker.addSeries("NEW", series(0, 5, 6, 0, 7)),
                "price of NEW at 2019-01-03T21:00:00Z must be finite and above 0, but was 0.0");
    }

    @Test
    void a_series_without_prices() {
        assertRefused(
                () -> tracker.addSeries("NEW", new TreeMap<>()),
                "series of NEW must hold at least one price, but was empty");
    }

    @Test
    void a_symbol_without_a_name() {
        assertRefused(() -> tracker.add(" ", day(8), 5), "symbol must be a name, but was blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracker.addBar(day(99), Collections.singletonMap(null, 5.0)))
                .withMessage("symbol must be a name, but was null");
    }

    @Test
    void a_time_beyond_what_is_kept() {
        assertRefused(
                () -> tracker.add("A", Instant.parse("2262-01-01T00:00:00Z"), 5),
                "time of A must be within the years 1678 to 2261, but was 2262-01-01T00:00:00Z");
        assertThatIllegalArgumentException().isThrownBy(() -> tracker.add("A", Instant.MIN, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> tracker.addBar(Instant.MAX, Map.of("A", 5.0)));
    }
}
