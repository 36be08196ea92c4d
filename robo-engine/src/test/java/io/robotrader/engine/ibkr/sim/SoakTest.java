package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many days of trading with everything that may happen to an engine; {@code -Drobo.soak.seeds=100} for many. */
class SoakTest {

    @Test
    @Timeout(3600)
    void after_five_days_of_trouble_the_books_are_the_gateways_and_nothing_is_left_over() throws Exception {
        int seeds = Integer.getInteger("robo.soak.seeds", 2);
        int first = Integer.getInteger("robo.soak.first", 1);
        SoakTally all = new SoakTally();
        Set<String> threads = threads();
        for (int seed = first; seed < first + seeds; seed++) {
            try (SoakRun run = new SoakRun(seed)) {
                all.add(run.run());
            } catch (Throwable failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }

        assertThat(all.orders).isPositive();
        // A thread that was told to end may need a moment for it.
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!threads.containsAll(threads()) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(threads).containsAll(threads());
    }

    static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("robo") || name.startsWith("ibkr") || name.startsWith("gateway"))
                .collect(Collectors.toSet());
    }
}
