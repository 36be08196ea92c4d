package io.robotrader.engine.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RealTimerTest {

    @Test
    void what_was_scheduled_is_done_on_a_daemon_thread_of_its_name_and_not_once_it_was_called_off() throws Exception {
        try (RealTimer timer = new RealTimer("timer-under-test", InstantSource.fixed(Instant.EPOCH))) {
            CountDownLatch done = new CountDownLatch(1);
            Thread[] by = new Thread[2];

            Runnable undo = timer.schedule(Duration.ofMillis(1), () -> by[1] = Thread.currentThread());
            undo.run();
            timer.schedule(Duration.ofMillis(1), () -> {
                by[0] = Thread.currentThread();
                done.countDown();
            });

            assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(by[0].getName()).isEqualTo("timer-under-test");
            assertThat(by[0].isDaemon()).isTrue();
            assertThat(by[1]).isNull();
            assertThat(timer.now()).isEqualTo(Instant.EPOCH);
            assertThat(timer.nanoTime()).isLessThanOrEqualTo(timer.nanoTime());
        }
    }

    @Test
    void a_closed_timer_does_nothing_and_does_not_mind() {
        RealTimer timer = new RealTimer("timer-under-test", InstantSource.fixed(Instant.EPOCH));
        timer.close();
        boolean[] ran = new boolean[1];

        timer.schedule(Duration.ZERO, () -> ran[0] = true).run();
        timer.close();

        assertThat(ran[0]).isFalse();
    }
}
