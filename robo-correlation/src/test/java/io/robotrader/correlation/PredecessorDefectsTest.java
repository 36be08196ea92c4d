package io.robotrader.correlation;

import static io.robotrader.correlation.Feed.SMALL;
import static io.robotrader.correlation.Feed.day;
import static io.robotrader.correlation.Feed.series;
import static io.robotrader.correlation.Feed.wandering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the Python robo_trader got wrong about correlations, by the number of the defect. */
class PredecessorDefectsTest {

    @Test
    void co_1_history_is_anchored_at_the_data_not_at_the_wall_clock() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        TreeMap<Instant, Double> longAgo = new TreeMap<>();
        TreeMap<Instant, Double> longAgoToo = new TreeMap<>();
        wandering(0, 30, 1).forEach((time, price) -> longAgo.put(time.minusSeconds(2_000_000_000L), price));
        wandering(0, 30, 2).forEach((time, price) -> longAgoToo.put(time.minusSeconds(2_000_000_000L), price));

        tracker.addSeries("A", longAgo);
        tracker.addSeries("B", longAgoToo);

        assertThat(tracker.snapshot().between("A", "B")).isPresent();
        assertThat(tracker.snapshot().asOf()).hasValue(longAgo.lastKey());
    }

    @Test
    void co_2_asking_for_a_pair_hides_no_other_and_a_new_symbol_is_seen_at_once() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        tracker.addSeries("A", wandering(0, 30, 1));
        tracker.addSeries("B", wandering(0, 30, 2));
        assertThat(tracker.snapshot().between("A", "B")).isPresent();

        tracker.addSeries("C", wandering(0, 30, 3));

        assertThat(tracker.snapshot().size()).isEqualTo(3);
        assertThat(tracker.snapshot().between("A", "C")).isPresent();
        assertThat(tracker.snapshot().between("A", "B")).isPresent();
    }

    @Test
    void co_3_a_matrix_can_not_be_changed_by_who_holds_it_nor_by_later_prices() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        tracker.addSeries("A", wandering(0, 30, 1));
        tracker.addSeries("B", wandering(0, 30, 2));
        CorrelationMatrix matrix = tracker.snapshot();
        double before = matrix.coefficient("A", "B");

        tracker.addBar(day(30), Map.of("A", 1.0, "B", 500.0, "C", 1.0));

        assertThat(matrix.coefficient("A", "B")).isEqualTo(before);
        assertThat(matrix.size()).isEqualTo(2);
        assertThat(tracker.snapshot().coefficient("A", "B")).isNotEqualTo(before);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> matrix.symbols().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> matrix.highPairs().clear());
    }

    @Test
    void co_4_series_that_do_not_overlap_and_series_that_do_not_move_are_unknown_not_zero() {
        CorrelationTracker tracker = new CorrelationTracker(CorrelationSettings.defaults());
        tracker.addSeries("EARLY", wandering(0, 30, 1));
        tracker.addSeries("LATE", wandering(30, 30, 1));
        tracker.addSeries("STILL", still());

        CorrelationMatrix matrix = tracker.snapshot();

        assertThat(matrix.between("EARLY", "LATE")).isEmpty();
        assertThat(matrix.observations("EARLY", "LATE")).isZero();
        assertThat(matrix.between("STILL", "STILL")).isEmpty();
        assertThat(matrix.observations("STILL", "STILL")).isEqualTo(59);
    }

    private static SortedMap<Instant, Double> still() {
        SortedMap<Instant, Double> still = new TreeMap<>(wandering(0, 60, 1));
        still.replaceAll((time, price) -> 12.34);
        return still;
    }

    @Test
    void co_5_the_minimum_is_counted_by_aligned_pair_not_by_series() {
        CorrelationTracker tracker = new CorrelationTracker(CorrelationSettings.defaults());
        tracker.addSeries("A", wandering(0, 40, 1));
        tracker.addSeries("B", wandering(10, 40, 2));
        tracker.addSeries("C", wandering(9, 41, 2));

        CorrelationMatrix matrix = tracker.snapshot();

        assertThat(matrix.observations("A", "B")).isEqualTo(29);
        assertThat(matrix.between("A", "B")).isEmpty();
        assertThat(matrix.observations("A", "C")).isEqualTo(30);
        assertThat(matrix.between("A", "C")).isPresent();
    }

    @Test
    void co_6_the_look_back_counts_observations_not_calendar_days() {
        CorrelationTracker tracker = new CorrelationTracker(CorrelationSettings.defaults());
        for (int week = 0; week < 100; week++) {
            tracker.addBar(day(7 * week), Map.of("A", 100 + Math.sin(week), "B", 100 + Math.cos(week)));
        }

        assertThat(tracker.snapshot().observations("A", "B")).isEqualTo(60);
    }

    @Test
    void co_7_time_is_an_instant_so_that_zones_and_integers_do_not_compile() throws NoSuchMethodException {
        assertThat(CorrelationTracker.class.getMethod("add", String.class, Instant.class, double.class))
                .isNotNull();
        assertThat(CorrelationTracker.class.getMethods())
                .filteredOn(method -> method.getName().equals("add"))
                .hasSize(1);
    }

    @Test
    void co_8_history_is_taken_in_time_order_is_continued_not_replaced_and_holds_no_impossible_price() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        CorrelationTracker whole = new CorrelationTracker(SMALL);
        tracker.addSeries("A", wandering(0, 9, 1).headMap(day(5)));
        tracker.addSeries("A", wandering(0, 9, 1).tailMap(day(5)));
        whole.addSeries("A", wandering(0, 9, 1));

        assertThat(tracker.snapshot()).isEqualTo(whole.snapshot());
        assertThat(tracker.snapshot().observations("A", "A")).isEqualTo(8);
        assertThatIllegalArgumentException().isThrownBy(() -> tracker.addSeries("B", series(0, 1, 0, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> tracker.addSeries("A", wandering(0, 9, 1)));
        assertThat(tracker.snapshot().symbols()).containsExactly("A");
    }

    @Test
    void co_9_after_a_hundred_thousand_prices_only_the_window_is_remembered() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        CorrelationTracker fresh = new CorrelationTracker(SMALL);

        for (int i = 0; i < 100_000; i++) {
            Instant time = day(0).plusSeconds(i);
            Map<String, Double> bar = Map.of("A", 100 + Math.sin(i), "B", 100 + Math.cos(1.1 * i));
            tracker.addBar(time, bar);
            if (i >= 100_000 - 11) {
                fresh.addBar(time, bar);
            }
        }

        assertThat(tracker.snapshot().observations("A", "B")).isEqualTo(10);
        assertThat(tracker.snapshot().coefficient("A", "B"))
                .isCloseTo(fresh.snapshot().coefficient("A", "B"), within(1e-12));
    }

    @Test
    void co_10_a_hedge_lowers_the_risk_is_suggested_first_and_contributions_add_up_once() {
        CorrelationMatrix matrix = Samples.matrix(new double[][] {{1, -1, .5}, {-1, 1, -.5}, {.5, -.5, 1}});
        PortfolioRisk longs = PortfolioRisk.of(matrix, Map.of("A", .5, "C", .5));
        PortfolioRisk hedged = PortfolioRisk.of(matrix, Map.of("A", .5, "C", -.5));

        Diversification suggested = longs.adding(Map.of("B", .1));

        assertThat(suggested.ranked().get(0).change()).isNegative();
        assertThat(suggested.ranked().get(0).correlation().orElseThrow()).isNegative();
        assertThat(hedged.total()).isLessThan(longs.total());
        for (PortfolioRisk risk : new PortfolioRisk[] {longs, hedged}) {
            assertThat(risk.contributions().values().stream()
                            .mapToDouble(c -> c)
                            .sum())
                    .isCloseTo(risk.total(), within(1e-12));
        }
    }

    @Test
    void co_11_nothing_vanishes_candidates_without_data_a_sector_on_its_own_and_the_fields_of_a_summary() {
        CorrelationMatrix matrix = Samples.matrix(new double[][] {{1, .5}, {.5, 1}});
        CorrelationMatrix empty = Samples.matrix(new double[0][0]);

        assertThat(PortfolioRisk.of(matrix, Map.of("A", 1.0))
                        .adding(Map.of("B", .1, "NO_DATA", .1))
                        .unknown())
                .containsExactly("NO_DATA");
        assertThat(SectorCorrelations.of(matrix, Map.of("A", "Tech", "B", "Tech"))
                        .averages())
                .hasSize(1);
        assertThat(empty.summary().pairs()).isZero();
        assertThat(empty.summary().mean()).isEmpty();
        assertThat(empty.summary().highest()).isEmpty();
    }

    @Test
    void co_12_each_price_counts_at_once_and_returns_over_other_spans_are_not_compared() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        tracker.addSeries("A", series(0, 1, 2, 3, 4, 5));
        tracker.addSeries("B", series(0, 1, 2, Double.NaN, 4, 5));
        assertThat(tracker.snapshot().observations("A", "B")).isEqualTo(2);

        tracker.add("A", day(5), 7);
        tracker.add("B", day(5), 8);

        assertThat(tracker.snapshot().observations("A", "B")).isEqualTo(3);
    }
}
