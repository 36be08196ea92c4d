package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConcurrentReadersTest {
    private static final int BARS = 3_000;

    private final CorrelationTracker tracker = new CorrelationTracker(Feed.SMALL);
    private final AtomicBoolean done = new AtomicBoolean();

    private static Map<String, Double> bar(int i) {
        return Map.of("A", 100 + Math.sin(i), "B", 50 + Math.cos(1.1 * i), "C", 9 + Math.sin(2.3 * i + 1));
    }

    /** Reads until the writer is done; every matrix must be of whole bars, and never older than the one before. */
    private int read(CountDownLatch ready) {
        ready.countDown();
        long version = 0;
        int changes = 0;
        boolean last;
        do {
            last = done.get();
            CorrelationMatrix matrix = tracker.snapshot();
            assertThat(matrix.version()).isBetween(version, (long) BARS);
            changes += matrix.version() > version ? 1 : 0;
            version = matrix.version();
            if (matrix.size() > 0) {
                assertThat(matrix.asOf()).hasValue(Feed.day((int) version - 1));
                assertThat(matrix.observations("A", "C")).isEqualTo((int) Math.min(10, version - 1));
                assertThat(matrix.observations("B", "B")).isEqualTo((int) Math.min(10, version - 1));
            }
        } while (!last);
        assertThat(version).isEqualTo(BARS);
        return changes;
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void readers_see_whole_bars_in_order_while_one_writes() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        CountDownLatch ready = new CountDownLatch(3);
        List<Future<Integer>> readers = new ArrayList<>();
        CorrelationTracker alone = new CorrelationTracker(Feed.SMALL);
        Callable<Integer> reader = () -> read(ready);
        try {
            for (int i = 0; i < 3; i++) {
                readers.add(threads.submit(reader));
            }
            ready.await();
            for (int i = 0; i < BARS; i++) {
                tracker.addBar(Feed.day(i), bar(i));
                alone.addBar(Feed.day(i), bar(i));
            }
            done.set(true);

            for (Future<Integer> each : readers) {
                assertThat(each.get()).isPositive();
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
        assertThat(tracker.snapshot()).isEqualTo(alone.snapshot());
    }
}
