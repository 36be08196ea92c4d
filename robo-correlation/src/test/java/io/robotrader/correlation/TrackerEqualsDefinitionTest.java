package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The fast sums against the definition, on random markets with gaps, late symbols, still prices and wild ones. */
class TrackerEqualsDefinitionTest {

    /** A market of a few symbols: by symbol and day a price, or none. */
    private static Map<String, SortedMap<Instant, Double>> market(Random random, int symbols, int days) {
        Map<String, SortedMap<Instant, Double>> market = new TreeMap<>();
        double[] common = random.doubles(days, -0.05, 0.05).toArray();
        for (int i = 0; i < symbols; i++) {
            double missing = random.nextInt(3) * 0.15;
            double still = random.nextInt(4) == 0 ? 0.9 : 0;
            double wild = random.nextInt(3) == 0 ? 0.05 : 0;
            int firstDay = random.nextInt(3) == 0 ? random.nextInt(days) : 0;
            double price = Math.pow(10, random.nextInt(13) - 6);
            SortedMap<Instant, Double> series = new TreeMap<>();
            for (int day = firstDay; day < days; day++) {
                if (random.nextDouble() >= still) {
                    price *= 1 + common[day] + 0.1 * (random.nextDouble() - 0.5);
                }
                price = random.nextDouble() < wild ? price * 1000 : price;
                if (random.nextDouble() >= missing) {
                    series.put(Feed.day(day), price);
                }
            }
            if (!series.isEmpty()) {
                market.put("S" + i, series);
            }
        }
        return market;
    }

    private static void assertSame(CorrelationMatrix matrix, Definition definition) {
        assertThat(matrix.symbols()).containsExactlyInAnyOrderElementsOf(definition.symbols());
        for (String a : matrix.symbols()) {
            for (String b : matrix.symbols()) {
                int i = matrix.symbols().indexOf(a);
                int j = matrix.symbols().indexOf(b);
                double expected = definition.coefficient(a, b);
                assertThat(matrix.observations(a, b)).isEqualTo(definition.observations(a, b));
                assertThat(matrix.between(a, b).isEmpty()).isEqualTo(Double.isNaN(expected));
                if (!Double.isNaN(expected)) {
                    assertThat(matrix.get(i, j))
                            .isCloseTo(expected, within(1e-10))
                            .isBetween(-1.0, 1.0);
                    assertThat(matrix.get(j, i)).isEqualTo(matrix.get(i, j));
                }
                if (a.equals(b)) {
                    assertThat(matrix.coefficient(a, b)).isEqualTo(1);
                    assertThat(Double.isNaN(expected) || matrix.get(i, i) == 1).isTrue();
                }
            }
        }
    }

    @Property(tries = 150)
    void every_price_in_any_order_within_its_row_gives_what_the_definition_gives(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int symbols,
            @ForAll @IntRange(min = 2, max = 12) int lookback) {
        Random random = new Random(seed);
        CorrelationSettings settings =
                CorrelationSettings.defaults().withWindow(lookback, 2 + random.nextInt(lookback - 1));
        Map<String, SortedMap<Instant, Double>> market = market(random, symbols, 50);
        CorrelationTracker tracker = new CorrelationTracker(settings);
        Definition definition = new Definition(settings);

        for (int day = 0; day < 50; day++) {
            Instant time = Feed.day(day);
            List<String> names = new ArrayList<>(market.keySet());
            Collections.shuffle(names, random);
            names.removeIf(name -> !market.get(name).containsKey(time));
            for (String name : names) {
                tracker.add(name, time, market.get(name).get(time));
                definition.add(name, time, market.get(name).get(time));
                if (random.nextInt(4) == 0) {
                    assertSame(tracker.snapshot(), definition);
                }
            }
        }

        assertSame(tracker.snapshot(), definition);
    }

    /** Here a price is wild on two days running: returns of 998.9999999999999 and 999.0000000000001, and both mean 999. */
    @Example
    void a_price_wild_twice_running_is_as_still_as_the_definition_says() {
        every_price_in_any_order_within_its_row_gives_what_the_definition_gives(81765, 1, 2);
    }

    /** Random returns vary far less than the limit or far more, so that it takes these to see where the limit is. */
    @Example
    void a_spread_of_half_the_limit_is_none_and_one_of_twice_the_limit_is_one_whatever_the_growth() {
        for (double growth : new double[] {0.001, 0.5, 1, 2, 1000}) {
            double limit = 1e-14 * (1 + Math.abs(growth - 1));

            assertThat(varies(growth, limit / 2)).as("half, growth %s", growth).isFalse();
            assertThat(varies(growth, limit * 2)).as("twice, growth %s", growth).isTrue();
        }
    }

    /** Whether two returns about a growth vary that have a standard deviation, to the tracker and by definition. */
    private static boolean varies(double growth, double deviation) {
        CorrelationSettings settings = CorrelationSettings.defaults().withWindow(2, 2);
        // The standard deviation of two values is half of their difference.
        SortedMap<Instant, Double> series = Feed.series(0, 1, growth, growth * (growth + 2 * deviation));
        CorrelationTracker tracker = new CorrelationTracker(settings);
        Definition definition = new Definition(settings);
        tracker.addSeries("A", series);
        series.forEach((time, price) -> definition.add("A", time, price));
        assertSame(tracker.snapshot(), definition);
        return tracker.snapshot().between("A", "A").isPresent();
    }

    @Property(tries = 150)
    void bars_and_series_in_any_mixture_give_what_the_definition_gives(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int symbols) {
        Random random = new Random(seed);
        CorrelationSettings settings = CorrelationSettings.defaults().withWindow(12, 4);
        Map<String, SortedMap<Instant, Double>> market = market(random, symbols, 60);
        CorrelationTracker tracker = new CorrelationTracker(settings);
        Definition definition = new Definition(settings);
        int split = random.nextInt(60);

        market.forEach((name, series) -> {
            SortedMap<Instant, Double> history = series.headMap(Feed.day(split));
            if (!history.isEmpty()) {
                tracker.addSeries(name, history);
                history.forEach((time, price) -> definition.add(name, time, price));
            }
            if (random.nextInt(3) == 0) {
                assertSame(tracker.snapshot(), definition);
            }
        });
        for (int day = split; day < 60; day++) {
            Instant time = Feed.day(day);
            Map<String, Double> bar = new HashMap<>();
            market.forEach((name, series) -> {
                Double price = series.get(time);
                if (price != null) {
                    bar.put(name, price);
                    definition.add(name, time, price);
                }
            });
            if (!bar.isEmpty()) {
                tracker.addBar(time, bar);
            }
        }

        assertSame(tracker.snapshot(), definition);
    }

    @Property(tries = 100)
    void a_history_in_pieces_is_as_good_as_bars(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, SortedMap<Instant, Double>> market = market(random, 4, 40);
        CorrelationTracker tracker = new CorrelationTracker(Feed.SMALL);
        Definition definition = new Definition(Feed.SMALL);

        for (int piece = 0; piece < 4; piece++) {
            List<String> names = new ArrayList<>(market.keySet());
            Collections.shuffle(names, random);
            for (String name : names) {
                SortedMap<Instant, Double> part =
                        market.get(name).subMap(Feed.day(10 * piece), Feed.day(10 * piece + 10));
                if (!part.isEmpty()) {
                    tracker.addSeries(name, part);
                    part.forEach((time, price) -> definition.add(name, time, price));
                }
            }
        }

        assertSame(tracker.snapshot(), definition);
    }

    @Property(tries = 50)
    void neither_the_unit_of_a_price_nor_the_order_of_symbols_makes_a_difference(@ForAll long seed) {
        Map<String, SortedMap<Instant, Double>> market = market(new Random(seed), 5, 40);
        CorrelationTracker tracker = new CorrelationTracker(Feed.SMALL);
        CorrelationTracker other = new CorrelationTracker(Feed.SMALL);
        List<String> backwards = new ArrayList<>(market.keySet());
        Collections.reverse(backwards);

        market.forEach(tracker::addSeries);
        backwards.forEach(name -> {
            SortedMap<Instant, Double> scaled = new TreeMap<>(market.get(name));
            scaled.replaceAll((time, price) -> price * 3.7);
            other.addSeries(name, scaled);
        });

        assertThat(other.snapshot().symbols()).isEqualTo(backwards);
        for (String a : backwards) {
            for (String b : backwards) {
                double expected = tracker.snapshot().coefficient(a, b);
                double actual = other.snapshot().coefficient(a, b);
                assertThat(Double.isNaN(actual)).isEqualTo(Double.isNaN(expected));
                assertThat(Double.isNaN(actual) || Math.abs(actual - expected) <= 1e-10)
                        .isTrue();
            }
        }
    }

    @Property(tries = 2)
    void a_hundred_thousand_rows_do_not_drift(@ForAll long seed) {
        Random random = new Random(seed);
        CorrelationSettings settings = CorrelationSettings.defaults();
        CorrelationTracker tracker = new CorrelationTracker(settings);
        Definition definition = new Definition(settings);
        double[] prices = {1e-6, 1, 100, 1e6};
        double[] spreads = {0.3, 0.01, 1e-4, 0.02};

        for (int row = 0; row < 100_000; row++) {
            Instant time = Feed.day(0).plusSeconds(60L * row);
            double common = random.nextGaussian();
            for (int i = 0; i < prices.length; i++) {
                double start = new double[] {1e-6, 1, 100, 1e6}[i];
                double pull = prices[i] > start * 1e3 ? 1e-3 : prices[i] < start / 1e3 ? 1e3 : 1;
                double move = spreads[i] * (0.5 * common + Math.max(-2, random.nextGaussian()));
                prices[i] *= pull * Math.max(0.05, 1 + move);
                tracker.add("S" + i, time, prices[i]);
                if (row >= 100_000 - settings.lookback() - 1) {
                    definition.add("S" + i, time, prices[i]);
                }
            }
        }

        assertSame(tracker.snapshot(), definition);
    }

    @Property(tries = 50)
    void when_snapshots_are_taken_does_not_show_in_the_last_bit(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, SortedMap<Instant, Double>> market = market(random, 4, 60);
        CorrelationTracker watched = new CorrelationTracker(Feed.SMALL);
        CorrelationTracker alone = new CorrelationTracker(Feed.SMALL);

        for (int day = 0; day < 60; day++) {
            Instant time = Feed.day(day);
            market.forEach((name, series) -> {
                SortedMap<Instant, Double> part = series.subMap(time, time.plusSeconds(1));
                boolean asSeries = random.nextInt(20) == 0;
                for (CorrelationTracker tracker : List.of(watched, alone)) {
                    if (asSeries && !part.isEmpty()) {
                        tracker.addSeries(name, part);
                    } else {
                        part.forEach((at, price) -> tracker.add(name, at, price));
                    }
                }
                if (random.nextBoolean()) {
                    assertThat(watched.snapshot().version()).isNotNegative();
                }
            });
        }

        assertThat(watched.snapshot()).isEqualTo(alone.snapshot());
    }
}
