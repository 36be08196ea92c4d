package io.robotrader.risk.halt;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KillSwitchConcurrencyTest {

    private static final int THREADS = 8;
    private static final int TRIES = 500;

    @Test
    void eight_threads_that_trip_warn_and_reset_leave_switch_store_and_listeners_of_one_mind() throws Exception {
        BrokenStore store = new BrokenStore();
        KillSwitch killSwitch = KillSwitch.of(HaltPolicy.defaults(), store, new HandClock());
        Recorder recorder = new Recorder();
        killSwitch.addListener(recorder);
        List<HaltTrigger> triggers = List.of(HaltTrigger.values());
        AtomicInteger impossible = new AtomicInteger();
        AtomicInteger lifted = new AtomicInteger();

        race(thread -> {
            for (int i = 0; i < TRIES; i++) {
                HaltTrigger trigger = triggers.get((thread + i) % triggers.size());
                killSwitch.trip(trigger, "thread " + thread);
                killSwitch.warn(trigger, "thread " + thread);
                killSwitch.clearWarning(trigger);
                if (i % 5 == 0 && killSwitch.reset("Ann", "stress")) {
                    lifted.incrementAndGet();
                }
                Halt halt = killSwitch.halt().orElse(null);
                if (halt != null && halt.level().mayOpen()) {
                    impossible.incrementAndGet();
                }
            }
        });

        assertThat(impossible).hasValue(0);
        assertThat(killSwitch.warnings()).isEmpty();
        assertThat(killSwitch.halt()).isPresent().contains(store.kept);
        List<String> changes = recorder.heard.stream()
                .filter(line -> !line.startsWith("warned"))
                .toList();
        assertThat(changes.stream().filter(line -> line.startsWith("reset"))).hasSize(lifted.get());
        Halt last = killSwitch.halt().orElseThrow();
        assertThat(changes).last().isEqualTo("tripped " + last.level() + " " + last.trigger());
        assertRisingBetweenResets(changes);
    }

    @Test
    void without_a_reset_the_highest_wins_and_a_trip_is_in_force_when_it_returns() throws Exception {
        for (int round = 0; round < 200; round++) {
            KillSwitch killSwitch = KillSwitch.of(HaltPolicy.defaults(), HaltStores.inMemory(), new HandClock());
            AtomicInteger late = new AtomicInteger();

            race(thread -> {
                killSwitch.trip(thread == 0 ? HaltTrigger.DAILY_LOSS : HaltTrigger.HEAT, "race");
                if (killSwitch.level().mayOpen() || (thread == 0 && killSwitch.level() != HaltLevel.HALT)) {
                    late.incrementAndGet();
                }
            });

            assertThat(late).hasValue(0);
            assertThat(killSwitch.level()).isEqualTo(HaltLevel.HALT);
            assertThat(killSwitch.halt().orElseThrow().trigger()).isEqualTo(HaltTrigger.DAILY_LOSS);
        }
    }

    @Test
    void ks_1_eight_threads_are_refused_as_often_together_as_one_alone() throws Exception {
        int count = THREADS * TRIES;
        KillSwitch killSwitch = KillSwitch.of(
                HaltPolicy.builder()
                        .rejectedOrders(count, Duration.ofMinutes(5))
                        .build(),
                HaltStores.inMemory(),
                new HandClock());
        AtomicInteger tripped = new AtomicInteger();

        race(thread -> {
            for (int i = 0; i < TRIES; i++) {
                boolean trips = killSwitch.rejected(OrderIntent.market("1", "A", Side.BUY, 1));
                tripped.addAndGet(trips ? 1 : 0);
            }
        });

        assertThat(tripped).hasValue(1);
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.REDUCE_ONLY);
    }

    /** A listener that resumes on a reset must not hear of it after the trip that followed. */
    private static void assertRisingBetweenResets(List<String> changes) {
        HaltLevel level = HaltLevel.NORMAL;
        for (String change : changes) {
            if (change.startsWith("reset")) {
                assertThat(level).as("a reset lifts something").isNotEqualTo(HaltLevel.NORMAL);
                level = HaltLevel.NORMAL;
            } else {
                HaltLevel next = HaltLevel.valueOf(change.split(" ", -1)[1]);
                assertThat(next).isGreaterThanOrEqualTo(level);
                level = next;
            }
        }
    }

    private interface Runner {
        void run(int thread) throws Exception;
    }

    private static void race(Runner runner) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int thread = t;
                runs.add(pool.submit(() -> {
                    barrier.await(10, TimeUnit.SECONDS);
                    runner.run(thread);
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
