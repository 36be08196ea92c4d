package io.robotrader.correlation;

import static io.robotrader.correlation.Feed.SMALL;
import static io.robotrader.correlation.Feed.day;
import static io.robotrader.correlation.Feed.series;
import static io.robotrader.correlation.Feed.wandering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CorrelationTrackerTest {

    @Test
    void without_prices_there_is_an_empty_matrix() {
        CorrelationMatrix matrix = new CorrelationTracker(SMALL).snapshot();

        assertThat(matrix.size()).isZero();
        assertThat(matrix.asOf()).isEmpty();
        assertThat(matrix.version()).isZero();
    }

    @Test
    void a_snapshot_shows_the_current_row_as_it_stands_and_late_prices_may_still_join_it() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        tracker.addSeries("A", wandering(0, 5, 1));
        tracker.addSeries("B", wandering(0, 5, 2));

        tracker.add("A", day(5), 101);
        assertThat(tracker.snapshot().observations("A", "A")).isEqualTo(5);
        assertThat(tracker.snapshot().observations("A", "B")).isEqualTo(4);
        tracker.add("B", day(5), 102);

        assertThat(tracker.snapshot().observations("A", "B")).isEqualTo(5);
        assertThat(tracker.snapshot().asOf()).hasValue(day(5));
    }

    @Test
    void a_return_over_two_days_is_not_set_against_one_over_a_day() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        tracker.addSeries("A", series(0, 100, 101, 102, 104, 103));
        tracker.addSeries("B", series(0, 100, 102, Double.NaN, 101, 104));

        assertThat(tracker.snapshot().observations("A", "B")).isEqualTo(2);
        assertThat(tracker.snapshot().observations("B", "B")).isEqualTo(3);
    }

    @Test
    void two_symbols_that_missed_the_same_day_still_pair() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        tracker.addSeries("A", series(0, 100, 101, Double.NaN, 104, 103));
        tracker.addSeries("B", series(0, 100, 102, Double.NaN, 101, 104));
        tracker.addSeries("C", series(0, 100, 102, 103, 101, 104));

        assertThat(tracker.snapshot().observations("A", "B")).isEqualTo(3);
        assertThat(tracker.snapshot().observations("A", "C")).isEqualTo(2);
    }

    @Test
    void the_version_grows_with_each_change_and_only_then() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);

        tracker.add("A", day(0), 1);
        tracker.addBar(day(1), Map.of("A", 1.0, "B", 2.0));
        tracker.addSeries("C", wandering(0, 9, 1));

        assertThat(tracker.snapshot().version()).isEqualTo(3);
        assertThat(tracker.snapshot()).isSameAs(tracker.snapshot());
    }

    @Test
    void the_order_of_a_sorted_map_does_not_matter() {
        SortedMap<Instant, Double> backwards = new TreeMap<>(Collections.reverseOrder());
        backwards.putAll(wandering(0, 9, 1));
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        CorrelationTracker other = new CorrelationTracker(SMALL);

        tracker.addSeries("A", backwards);
        other.addSeries("A", wandering(0, 9, 1));
        tracker.addSeries("B", wandering(0, 9, 2));
        other.addSeries("B", wandering(0, 9, 2));

        assertThat(tracker.snapshot()).isEqualTo(other.snapshot());
    }

    @Test
    void a_constant_rate_of_growth_is_no_variation_though_its_rounding_varies() {
        CorrelationTracker tracker = new CorrelationTracker(CorrelationSettings.defaults());
        double price = 100;
        for (int i = 0; i < 200; i++) {
            price *= 1.01;
            tracker.addBar(day(i), Map.of("STEADY", price, "OTHER", 100 + Math.sin(i)));
        }

        assertThat(tracker.snapshot().between("STEADY", "OTHER")).isEmpty();
        assertThat(tracker.snapshot().between("STEADY", "STEADY")).isEmpty();
    }

    @Test
    void a_wild_return_leaves_no_trace_when_it_leaves_the_window() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        CorrelationTracker calm = new CorrelationTracker(SMALL);
        tracker.addSeries("A", series(0, 1e-9, 1e9));
        tracker.addSeries("B", series(0, 1e-9, 1e12));

        for (int i = 2; i < 14; i++) {
            Map<String, Double> bar = Map.of("A", 100 + Math.sin(i), "B", 100 + Math.cos(1.3 * i));
            tracker.addBar(day(i), bar);
            calm.addBar(day(i), bar);
        }

        assertThat(tracker.snapshot().coefficient("A", "B"))
                .isCloseTo(calm.snapshot().coefficient("A", "B"), within(1e-12));
    }

    /** Without renewal in turn the error grows with the root of the rows, to some 1e-13 here. */
    @Test
    void the_sums_are_renewed_so_that_rounding_does_not_pile_up() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        CorrelationTracker fresh = new CorrelationTracker(SMALL);
        Random random = new Random(7);
        int rows = 600_000;
        double worst = 0;

        for (int i = 0; i < rows; i++) {
            Map<String, Double> bar = Map.of("A", 100 + random.nextDouble(), "B", 100 + random.nextDouble());
            tracker.addBar(day(0).plusSeconds(i), bar);
            if (i >= rows - 400) {
                fresh.addBar(day(0).plusSeconds(i), bar);
            }
            if (i >= rows - 380) {
                double difference = tracker.snapshot().coefficient("A", "B")
                        - fresh.snapshot().coefficient("A", "B");
                worst = Math.max(worst, Math.abs(difference));
            }
        }

        assertThat(worst).isLessThan(1e-14);
    }
}
