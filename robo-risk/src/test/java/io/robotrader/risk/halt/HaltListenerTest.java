package io.robotrader.risk.halt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HaltListenerTest {

    private final Recorder recorder = new Recorder();
    private final KillSwitch killSwitch = KillSwitch.of(HaltPolicy.defaults(), HaltStores.inMemory(), new HandClock());

    @Test
    void listeners_hear_each_change_once_when_it_is_in_force() {
        List<HaltLevel> seen = new ArrayList<>();
        killSwitch.addListener(recorder);
        killSwitch.addListener(halt -> seen.add(killSwitch.level()));

        killSwitch.warn(HaltTrigger.HEAT, "85 %");
        killSwitch.warn(HaltTrigger.HEAT, "86 %");
        killSwitch.trip(HaltTrigger.HEAT, "hot");
        killSwitch.trip(HaltTrigger.HEAT, "hot");
        killSwitch.trip(HaltTrigger.DAILY_LOSS, "lost");
        killSwitch.clearWarning(HaltTrigger.HEAT);
        killSwitch.reset("Ann", "checked");

        assertThat(recorder.heard)
                .containsExactly(
                        "warned [HEAT]",
                        "tripped REDUCE_ONLY HEAT",
                        "tripped HALT DAILY_LOSS",
                        "warned []",
                        "reset DAILY_LOSS by Ann: checked");
        assertThat(seen).containsExactly(HaltLevel.REDUCE_ONLY, HaltLevel.HALT);
    }

    @Test
    void a_warning_is_told_as_soon_as_it_comes_and_as_soon_as_it_goes() {
        killSwitch.addListener(recorder);

        killSwitch.warn(HaltTrigger.HEAT, "85 %");
        assertThat(recorder.heard).containsExactly("warned [HEAT]");

        killSwitch.clearWarning(HaltTrigger.HEAT);
        assertThat(recorder.heard).containsExactly("warned [HEAT]", "warned []");
    }

    @Test
    void what_a_listener_throws_stops_nobody_and_is_logged() {
        PrintStream console = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        killSwitch.addListener(halt -> {
            throw new IllegalStateException("broken listener");
        });
        killSwitch.addListener(halt -> {
            throw new AssertionError("broken worse");
        });
        killSwitch.addListener(recorder);

        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            assertThat(killSwitch.trip(HaltTrigger.PERSON, "stop")).isTrue();
        } finally {
            System.setErr(console);
        }

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.HALT);
        assertThat(recorder.heard).containsExactly("tripped HALT PERSON");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("broken listener", "broken worse");
    }

    @Test
    void a_listener_may_trip_the_switch_and_all_hear_it_in_order() {
        killSwitch.addListener(halt -> killSwitch.trip(HaltTrigger.DAILY_LOSS, "worse than thought"));
        killSwitch.addListener(recorder);

        killSwitch.trip(HaltTrigger.HEAT, "hot");

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.HALT);
        assertThat(recorder.heard).containsExactly("tripped REDUCE_ONLY HEAT", "tripped HALT DAILY_LOSS");
    }

    @Test
    void listeners_are_told_under_no_lock_of_the_switch() {
        List<HaltLevel> seenElsewhere = new ArrayList<>();
        killSwitch.addListener(halt -> {
            if (halt.trigger() != HaltTrigger.HEAT) {
                return;
            }
            // Another thread trips, warns and resets while this one is telling; with a lock held it would never end.
            Thread other = new Thread(() -> {
                killSwitch.trip(HaltTrigger.DAILY_LOSS, "lost");
                killSwitch.warn(HaltTrigger.DRAWDOWN, "deep");
                killSwitch.reset("Ann", "a drill");
                seenElsewhere.add(killSwitch.level());
            });
            other.start();
            join(other);
        });

        killSwitch.trip(HaltTrigger.HEAT, "hot");

        assertThat(seenElsewhere).containsExactly(HaltLevel.WARN);
    }

    @Test
    void ks_8_warnings_that_a_slow_listener_has_not_heard_yet_do_not_pile_up() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        List<Map<HaltTrigger, String>> heard = new ArrayList<>();
        killSwitch.addListener(new HaltListener() {
            @Override
            public void tripped(Halt halt) {
                busy.countDown();
                await(free);
            }

            @Override
            public void warned(Map<HaltTrigger, String> warnings) {
                heard.add(warnings);
            }
        });
        Thread slow = new Thread(() -> killSwitch.trip(HaltTrigger.HEAT, "hot"));
        slow.start();
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();

        for (int i = 0; i < 1_000; i++) {
            killSwitch.warn(HaltTrigger.DRAWDOWN, "close");
            killSwitch.clearWarning(HaltTrigger.DRAWDOWN);
        }
        killSwitch.warn(HaltTrigger.LEVERAGE, "close");
        free.countDown();
        join(slow);

        assertThat(heard).containsExactly(Map.of(HaltTrigger.LEVERAGE, "close"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
