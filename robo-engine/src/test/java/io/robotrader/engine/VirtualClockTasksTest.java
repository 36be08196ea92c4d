package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is to be done later, in time that is told. */
class VirtualClockTasksTest {

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final List<String> done = new ArrayList<>();

    private Runnable later(int seconds, String name) {
        return clock.schedule(
                Duration.ofSeconds(seconds), () -> done.add(name + clock.now().getEpochSecond()));
    }

    @Test
    void what_falls_due_on_the_way_is_done_in_order_each_at_its_time() {
        later(3, "c");
        later(1, "a");
        later(1, "b");
        later(9, "never");

        clock.advanceTo(Instant.EPOCH.plusSeconds(5));

        assertThat(done).containsExactly("a1", "b1", "c3");
        assertThat(clock.now()).isEqualTo(Instant.EPOCH.plusSeconds(5));
    }

    @Test
    void what_a_task_schedules_is_done_on_the_same_way_if_it_falls_due() {
        clock.schedule(Duration.ofSeconds(1), () -> later(2, "next"));

        clock.advance(Duration.ofSeconds(4));

        assertThat(done).containsExactly("next3");
    }

    @Test
    void what_was_called_off_is_not_done_and_what_is_overdue_is_done_at_the_next_move() {
        later(1, "off").run();
        later(-5, "late");

        clock.advance(Duration.ZERO);
        clock.advance(Duration.ofSeconds(2));

        assertThat(done).containsExactly("late0");
    }

    @Test
    void nanoseconds_go_with_the_time() {
        long before = clock.nanoTime();

        clock.advance(Duration.ofMillis(1500));

        assertThat(clock.nanoTime() - before).isEqualTo(1_500_000_000L);
    }
}
