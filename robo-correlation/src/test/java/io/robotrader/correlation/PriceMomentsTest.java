package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Ranges of prices, shared out and put together, are what one tracker would have told. */
class PriceMomentsTest {
    private static final Offset<Double> CLOSE = within(1e-10);
    private static final List<String> NAMES = Samples.names(7);

    @Property(tries = 300)
    void any_split_merged_in_any_grouping_is_what_one_tracker_has(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int days, @ForAll @IntRange(max = 4) int gaps) {
        Random random = new Random(seed);
        double[][] prices = prices(random, days, 0.15 * gaps);
        int lookback = 3 + random.nextInt(days + 5);
        CorrelationSettings settings = CorrelationSettings.defaults().withWindow(lookback, 3);
        CorrelationTracker tracker = tracker(settings, prices);
        Instant since = earliestRow(prices, lookback);

        List<CorrelationMoments> blocks = new ArrayList<>();
        List<List<String>> parts = parts(random);
        for (int row = 0; row < parts.size(); row++) {
            for (int column = 0; column <= row; column++) {
                CorrelationMoments nothing = new CorrelationMoments(parts.get(row), parts.get(column), since);
                blocks.add(merged(random, ranges(random, nothing, parts.get(row), parts.get(column), since, prices)));
            }
        }
        Collections.shuffle(blocks, random);

        CorrelationMatrix matrix = CorrelationMoments.matrix(settings, blocks);
        assertSame(matrix, tracker.snapshot());
        assertThat(CorrelationMoments.matrix(settings, blocks))
                .as("asking changes nothing")
                .isEqualTo(matrix);
    }

    private static double[][] prices(Random random, int days, double missing) {
        double[][] prices = new double[7][days];
        for (int t = 0; t < days; t++) {
            double common = random.nextGaussian();
            for (int i = 0; i < 7; i++) {
                boolean absent = i > 2 && random.nextDouble() < missing;
                double price = Math.pow(10, i - 3) * (20 + common + random.nextGaussian());
                prices[i][t] = absent ? Double.NaN : i == 1 ? 12.5 : price;
            }
        }
        return prices;
    }

    private static CorrelationTracker tracker(CorrelationSettings settings, double[][] prices) {
        CorrelationTracker tracker = new CorrelationTracker(settings);
        for (int t = 0; t < prices[0].length; t++) {
            tracker.addBar(Feed.day(t), bar(prices, t));
        }
        return tracker;
    }

    private static Map<String, Double> bar(double[][] prices, int t) {
        Map<String, Double> bar = new HashMap<>();
        for (int i = 0; i < 7; i++) {
            if (!Double.isNaN(prices[i][t])) {
                bar.put(NAMES.get(i), prices[i][t]);
            }
        }
        return bar;
    }

    private static Instant earliestRow(double[][] prices, int lookback) {
        return Feed.day(Math.max(0, prices[0].length - lookback));
    }

    private static List<List<String>> parts(Random random) {
        List<String> shuffled = new ArrayList<>(NAMES);
        Collections.shuffle(shuffled, random);
        int one = 1 + random.nextInt(5);
        int two = one + 1 + random.nextInt(6 - one);
        return List.of(shuffled.subList(0, one), shuffled.subList(one, two), shuffled.subList(two, 7));
    }

    private static List<CorrelationMoments> ranges(
            Random random,
            CorrelationMoments first,
            List<String> rows,
            List<String> columns,
            Instant since,
            double[][] prices) {
        List<CorrelationMoments> ranges = new ArrayList<>(List.of(first));
        for (int t = 0; t < prices[0].length; t++) {
            if (random.nextInt(8) == 0) {
                ranges.add(new CorrelationMoments(rows, columns, since));
            }
            ranges.get(ranges.size() - 1).addBar(Feed.day(t), bar(prices, t));
        }
        return ranges;
    }

    /** Two at random, until one is left. */
    private static CorrelationMoments merged(Random random, List<CorrelationMoments> ranges) {
        while (ranges.size() > 1) {
            CorrelationMoments taken = ranges.remove(random.nextInt(ranges.size()));
            ranges.get(random.nextInt(ranges.size())).merge(random.nextInt(4) == 0 ? sent(taken) : taken);
        }
        return ranges.get(0);
    }

    /** As it comes out of the wire. */
    private static CorrelationMoments sent(CorrelationMoments moments) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(moments);
            return (CorrelationMoments)
                    new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertSame(CorrelationMatrix matrix, CorrelationMatrix expected) {
        assertThat(matrix.asOf()).isEqualTo(expected.asOf());
        assertThat(matrix.symbols()).isEqualTo(NAMES);
        List<String> seen = expected.symbols();
        for (String a : seen) {
            for (String b : seen) {
                assertThat(matrix.observations(a, b)).isEqualTo(expected.observations(a, b));
                assertThat(matrix.between(a, b).isPresent())
                        .isEqualTo(expected.between(a, b).isPresent());
                expected.between(a, b)
                        .ifPresent(r -> assertThat(matrix.coefficient(a, b)).isCloseTo(r, CLOSE));
            }
        }
    }

    @Test
    void the_return_across_a_seam_counts_whichever_range_comes_first() {
        CorrelationSettings two = CorrelationSettings.defaults().withWindow(10, 2);
        CorrelationMoments early = range(0, 100, 110, 99);
        CorrelationMoments late = range(3, 120, 90);

        late.merge(early);

        assertThat(CorrelationMoments.matrix(two, List.of(early)).observations("A", "B"))
                .isEqualTo(2);
        assertThat(CorrelationMoments.matrix(two, List.of(late)).observations("A", "B"))
                .isEqualTo(4);
    }

    @Test
    void a_range_goes_on_after_it_was_merged() {
        CorrelationMoments moments = range(0, 100, 110);
        moments.merge(range(2, 99, 120));

        moments.addBar(Feed.day(4), Map.of("A", 90.0, "B", 180.0));
        moments.addBar(Feed.day(5), Map.of("C", 1.0));

        CorrelationMatrix matrix =
                CorrelationMoments.matrix(CorrelationSettings.defaults().withWindow(10, 2), List.of(moments));
        assertThat(matrix.observations("A", "B")).isEqualTo(4);
        assertThat(matrix.asOf()).hasValue(Feed.day(4));
    }

    @Test
    void what_overlaps_comes_twice_or_is_no_price_is_refused() {
        CorrelationMoments moments = range(0, 100, 110, 99);
        List<String> a = List.of("A");
        List<String> b = List.of("B");

        for (CorrelationMoments other : List.of(moments, range(2, 99, 120), range(1, 110))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> moments.merge(other))
                    .withMessageStartingWith(
                            "other must have prices of other times, but both have some from 2019-01-0");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moments.addBar(Feed.day(3), Map.of("A", 0.0)))
                .withMessageContaining("price of A at ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moments.addBar(Feed.day(2), Map.of("A", 1.0)))
                .withMessage(
                        "time must be after the prices before (2019-01-03T21:00:00Z), but was 2019-01-03T21:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moments.addBar(Feed.day(3), Map.of("A", 1e103, "B", 1.0)))
                .withMessageContaining("must be at most 1.0E100 times the one before (99.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moments.merge(new CorrelationMoments(a, b, Feed.day(1))))
                .withMessage("other must begin at the same time, but was not");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationMoments.matrix(
                        CorrelationSettings.defaults(), List.of(moments, new CorrelationMoments(a, a, Feed.day(1)))))
                .withMessage("blocks must begin at the same time, but was not");
        assertThat(CorrelationMoments.matrix(CorrelationSettings.defaults().withWindow(10, 2), List.of(moments))
                        .observations("A", "B"))
                .as("nothing of it was taken")
                .isEqualTo(2);
    }

    @Test
    void a_leap_across_a_seam_is_refused_when_it_is_seen() {
        CorrelationMoments moments = range(0, 1e-60, 1e-60);
        moments.merge(range(2, 1e60));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationMoments.matrix(CorrelationSettings.defaults(), List.of(moments)))
                .withMessage(
                        "price of A at 2019-01-03T21:00:00Z must be at most 1.0E100 times the one before (1.0E-60),"
                                + " but was 1.0E60");
    }

    private static CorrelationMoments range(int firstDay, double... prices) {
        CorrelationMoments moments = new CorrelationMoments(List.of("A"), List.of("B"));
        IntStream.range(0, prices.length)
                .forEach(i -> moments.addBar(Feed.day(firstDay + i), Map.of("A", prices[i], "B", 2 * prices[i])));
        return moments;
    }
}
