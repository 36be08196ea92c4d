package io.robotrader.correlation;

import static io.robotrader.correlation.Feed.SMALL;
import static io.robotrader.correlation.Feed.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BarFeedTest {

    /** The map numbers new symbols by name and the feed in its order, so here the two are the same. */
    @Property(tries = 100)
    void its_bars_are_those_of_a_map_to_the_last_bit(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size, @ForAll @IntRange(max = 3) int missing) {
        Random random = new Random(seed);
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            symbols.add("S" + i);
        }
        CorrelationTracker byMap = new CorrelationTracker(SMALL);
        CorrelationTracker byFeed = new CorrelationTracker(SMALL);
        BarFeed feed = byFeed.bars(symbols);

        for (int bar = 0; bar < 60; bar++) {
            double[] prices = new double[size];
            Map<String, Double> map = new HashMap<>();
            for (int i = 0; i < size; i++) {
                boolean absent = random.nextInt(10) < missing && i != bar % size;
                prices[i] = absent ? Double.NaN : 100 + random.nextGaussian();
                if (!absent) {
                    map.put(symbols.get(i), prices[i]);
                }
            }
            byMap.addBar(day(bar), map);
            feed.add(day(bar), prices);
            if (random.nextInt(5) == 0) {
                assertThat(byFeed.snapshot()).isEqualTo(byMap.snapshot());
            }
        }

        assertThat(byFeed.snapshot()).isEqualTo(byMap.snapshot());
        assertThat(byFeed.snapshot().version()).isEqualTo(60);
    }

    @Test
    void its_symbols_are_known_when_their_prices_come_whoever_brought_them() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        BarFeed feed = tracker.bars(List.of("B", "A", "C"));
        assertThat(tracker.snapshot().symbols()).isEmpty();

        tracker.add("A", day(0), 1);
        feed.add(day(1), new double[] {2, 3, Double.NaN});

        assertThat(tracker.snapshot().symbols()).containsExactly("A", "B");
        assertThat(tracker.snapshot().observations("A", "A")).isOne();
        assertThat(feed.symbols()).containsExactly("B", "A", "C");
    }

    @Test
    void of_a_bar_with_a_bad_price_nothing_is_taken() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        BarFeed feed = tracker.bars(List.of("A", "B"));
        feed.add(day(1), new double[] {1, 2});
        CorrelationMatrix before = tracker.snapshot();

        assertRefused(feed, day(2), "price of B at", 1, 0);
        assertRefused(feed, day(2), "finite and above 0, but was Infinity", 1, Double.POSITIVE_INFINITY);
        assertRefused(feed, day(2), "at most 1.0E100 times", 1, 1e101);
        assertRefused(feed, day(0), "must not be before the current row", 1, 2);
        assertRefused(feed, day(1), "must be the only one for its symbol and time", Double.NaN, 2);
        assertRefused(feed, day(2), "must hold at least one, but all were NaN", Double.NaN, Double.NaN);
        assertRefused(feed, day(2), "prices must be 2, one a symbol, but was 1", 1);
        assertRefused(feed, Instant.MAX, "within the years 1678 to 2261", 1, 2);

        assertThat(tracker.snapshot()).isSameAs(before);
    }

    private static void assertRefused(BarFeed feed, Instant time, String message, double... prices) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> feed.add(time, prices))
                .withMessageContaining(message);
    }

    @Test
    void its_symbols_are_names_each_once() {
        CorrelationTracker tracker = new CorrelationTracker(SMALL);

        for (List<String> bad : List.of(List.<String>of(), List.of("A", "A"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> tracker.bars(bad))
                    .withMessage("symbols must be at least one, each once, but was " + bad);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracker.bars(List.of(" ")))
                .withMessage("symbol must be a name, but was blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tracker.bars(Collections.singletonList(null)))
                .withMessage("symbol must be a name, but was null");
    }

    @Test
    void a_bar_allocates_nothing() {
        int size = 40;
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            symbols.add("S" + i);
        }
        double[][] bars = new double[7][];
        for (int k = 0; k < bars.length; k++) {
            bars[k] = new Random(k).doubles(size, 90, 110).toArray();
        }
        bars[3][5] = Double.NaN;
        Instant[] times = new Instant[40_000];
        for (int k = 0; k < times.length; k++) {
            times[k] = day(0).plusSeconds(k);
        }
        BarFeed feed = new CorrelationTracker(SMALL).bars(symbols);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;

        for (int first = 0; first < times.length && least > 0; first += 500) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int k = first; k < first + 500; k++) {
                feed.add(times[k], bars[k % bars.length]);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).isZero();
    }
}
