package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many days of trading with everything that may happen to an engine; {@code -Drobo.soak.seeds=100} for many, and {@code
 * -Drobo.soak.minutes=30} for so long by this machine's clock.
 */
class SoakTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long MOST_KEPT = 8 * MEGABYTE;

    @TempDir
    Path folder;

    @Test
    @Timeout(7200)
    void after_days_of_trouble_the_books_are_the_gateways_and_nothing_is_left_over() throws Exception {
        int minutes = Integer.getInteger("robo.soak.minutes", 0);
        int seeds = Integer.getInteger("robo.soak.seeds", 2);
        int first = Integer.getInteger("robo.soak.first", 1);
        Set<String> threads = threads();
        SoakTally all = new SoakTally();
        // What every later run finds loaded.
        all.add(soak(first, SoakTime.virtual()));
        long heap = usedHeap();

        for (int seed = first + 1; seed < first + seeds; seed++) {
            all.add(soak(seed, SoakTime.virtual()));
        }
        if (minutes > 0) {
            all.add(soak(first, SoakTime.real(Duration.ofMinutes(minutes))));
        }

        assertThat(all.orders).isPositive();
        System.out.println("soak: " + all);
        // A thread that was told to end may need a moment for it.
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!threads.containsAll(threads()) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(threads).containsAll(threads());
        assertThat(usedHeap()).as("bytes of heap in use").isLessThan(heap + MOST_KEPT);
    }

    private SoakTally soak(int seed, SoakTime time) {
        try (SoakRun run = new SoakRun(seed, time, folder)) {
            return run.run();
        } catch (Throwable failure) {
            throw new AssertionError("seed " + seed + ": " + failure, failure);
        }
    }

    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("robo") || name.startsWith("ibkr") || name.startsWith("gateway"))
                .collect(Collectors.toSet());
    }
}
