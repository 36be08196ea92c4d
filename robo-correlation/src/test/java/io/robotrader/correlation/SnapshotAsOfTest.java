package io.robotrader.correlation;

import static io.robotrader.correlation.Feed.SMALL;
import static io.robotrader.correlation.Feed.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SnapshotAsOfTest {

    /** What a tracker of the shorter look-back, that is still kept at that time, had known. */
    @Property(tries = 60)
    void it_is_what_was_known_then_over_the_rows_that_are_still_kept(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 10) int kept) {
        Random random = new Random(seed);
        CorrelationTracker tracker = new CorrelationTracker(SMALL.withWindow(10, 2));
        CorrelationTracker then = new CorrelationTracker(SMALL.withWindow(kept, 2));
        int last = 10 + random.nextInt(20);
        for (int day = 0; day <= last; day++) {
            Map<String, Double> bar = new HashMap<>();
            bar.put("A", 50 + random.nextDouble());
            for (String symbol : new String[] {"B", "C", "D"}) {
                if (random.nextInt(4) > 0) {
                    bar.put(symbol, 50 + random.nextDouble());
                }
            }
            tracker.addBar(day(day), bar);
            if (day <= last - 10 + kept) {
                then.addBar(day(day), bar);
            }
        }

        CorrelationMatrix expected = then.snapshot();
        CorrelationMatrix matrix =
                tracker.snapshot(expected.asOf().orElseThrow().plusSeconds(5));

        assertThat(matrix.asOf()).isEqualTo(expected.asOf());
        for (String a : expected.symbols()) {
            for (String b : expected.symbols()) {
                assertThat(matrix.observations(a, b)).isEqualTo(expected.observations(a, b));
                assertThat(matrix.between(a, b).isPresent())
                        .isEqualTo(expected.between(a, b).isPresent());
                if (matrix.between(a, b).isPresent()) {
                    assertThat(matrix.coefficient(a, b)).isCloseTo(expected.coefficient(a, b), within(1e-10));
                }
            }
        }
    }

    @Test
    void a_time_at_or_after_the_newest_row_is_now() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        assertThat(tracker.snapshot(Instant.MIN).size()).isZero();
        tracker.addSeries("A", Feed.wandering(0, 20, 1));

        assertThat(tracker.snapshot(day(19))).isSameAs(tracker.snapshot());
        assertThat(tracker.snapshot(Instant.MAX)).isSameAs(tracker.snapshot());
    }

    @Test
    void a_symbol_that_came_later_is_unknown_and_a_time_before_what_is_kept_is_refused() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        tracker.addSeries("A", Feed.wandering(0, 20, 1));
        tracker.addSeries("LATE", Feed.wandering(18, 2, 1));

        assertThat(tracker.snapshot(day(17)).observations("A", "LATE")).isZero();
        assertThat(tracker.snapshot(day(10)).observations("A", "A")).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracker.snapshot(day(10).minusNanos(1)))
                .withMessage("asOf must not be before the oldest row that is kept (2019-01-11T21:00:00Z), but was"
                        + " 2019-01-11T20:59:59.999999999Z");
    }
}
