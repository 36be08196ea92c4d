package io.robotrader.risk.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** KS-3: the latch outlives the process, and a store that fails makes nothing less safe. */
class HaltStoreTest {

    private final HandClock clock = new HandClock();
    private final Recorder recorder = new Recorder();

    private KillSwitch on(HaltStore store) {
        KillSwitch killSwitch = KillSwitch.of(HaltPolicy.defaults(), store, clock);
        killSwitch.addListener(recorder);
        return killSwitch;
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IOException("disk full"),
                new IllegalStateException("disk full"),
                new NoClassDefFoundError("disk full"));
    }

    @Test
    void ks_3_a_halt_survives_a_restart_until_it_is_reset() {
        HaltStore store = HaltStores.inMemory();
        KillSwitch before = on(store);
        before.trip(HaltTrigger.HEAT, "hot");
        before.trip(HaltTrigger.DAILY_LOSS, "lost");

        KillSwitch after = on(store);
        assertThat(after.level()).isEqualTo(HaltLevel.HALT);
        assertThat(after.halt()).isEqualTo(before.halt());
        assertThat(after.isSaved()).isTrue();

        after.reset("Ann", "checked");
        assertThat(on(store).level()).isEqualTo(HaltLevel.NORMAL);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_store_that_cannot_tell_means_halt_until_a_person_has_looked(Throwable failure) {
        BrokenStore store = new BrokenStore().broken();
        store.failure = failure;

        KillSwitch killSwitch = on(store);

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.HALT);
        assertThat(killSwitch.halt().orElseThrow().trigger()).isEqualTo(HaltTrigger.LOST_RECORD);
        assertThat(killSwitch.halt().orElseThrow().reason()).contains("disk full");
        assertThat(store.saves).isZero();

        store.broken = false;
        assertThat(killSwitch.reset("Ann", "the disk is back")).isTrue();
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
        assertThat(on(store).level()).isEqualTo(HaltLevel.NORMAL);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_trip_is_in_force_and_told_though_the_store_fails(Throwable failure) {
        BrokenStore store = new BrokenStore();
        KillSwitch killSwitch = on(store);
        store.broken = true;
        store.failure = failure;

        assertThat(killSwitch.trip(HaltTrigger.PERSON, "stop")).isTrue();

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.HALT);
        assertThat(killSwitch.isSaved()).isFalse();
        assertThat(recorder.heard).containsExactly("tripped HALT PERSON", "unsaved PERSON: disk full");
    }

    @Test
    void a_later_trip_tries_a_failed_store_again_and_tells_of_its_failure_once() {
        BrokenStore store = new BrokenStore();
        KillSwitch killSwitch = on(store);
        store.broken = true;
        killSwitch.trip(HaltTrigger.PERSON, "stop");
        killSwitch.trip(HaltTrigger.PERSON, "stop");
        assertThat(store.kept).isNull();

        store.broken = false;
        assertThat(killSwitch.trip(HaltTrigger.HEAT, "hot")).isFalse();

        assertThat(killSwitch.isSaved()).isTrue();
        assertThat(Optional.of(store.kept)).isEqualTo(killSwitch.halt());
        assertThat(recorder.heard).containsExactly("tripped HALT PERSON", "unsaved PERSON: disk full");

        killSwitch.trip(HaltTrigger.HEAT, "hot");
        assertThat(store.saves).as("what is saved is not saved again").isEqualTo(3);
    }

    @Test
    void a_store_that_missed_a_halt_gets_it_before_its_reset() {
        BrokenStore store = new BrokenStore();
        KillSwitch killSwitch = on(store);
        store.broken = true;
        killSwitch.trip(HaltTrigger.HEAT, "hot");
        Halt halt = killSwitch.halt().orElseThrow();
        store.broken = false;

        assertThat(killSwitch.reset("Ann", "the disk is back")).isTrue();

        assertThat(store.saves)
                .as("tried when it tripped, and again before the reset")
                .isEqualTo(2);
        assertThat(store.lastReset.lifted()).isEqualTo(halt);
        assertThat(store.kept).isNull();
    }

    @Test
    void a_second_try_at_the_store_stands_in_no_other_threads_way() throws Exception {
        BrokenStore store = new BrokenStore();
        KillSwitch killSwitch = on(store);
        store.broken = true;
        killSwitch.trip(HaltTrigger.HEAT, "hot");
        killSwitch.trip(HaltTrigger.HEAT, "still hot");
        Thread other = new Thread(() -> killSwitch.trip(HaltTrigger.PERSON, "stop"));
        other.setDaemon(true);

        other.start();
        other.join(10_000);

        assertThat(other.isAlive()).isFalse();
        assertThat(recorder.heard).endsWith("tripped HALT PERSON", "unsaved PERSON: disk full");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_reset_that_cannot_be_stored_does_not_happen(Throwable failure) {
        BrokenStore store = new BrokenStore();
        KillSwitch killSwitch = on(store);
        killSwitch.trip(HaltTrigger.HEAT, "hot");
        store.broken = true;
        store.failure = failure;

        assertThatThrownBy(() -> killSwitch.reset("Ann", "checked"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the reset could not be stored, so REDUCE_ONLY stays in force")
                .hasCause(failure);

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.REDUCE_ONLY);
        assertThat(recorder.heard).containsExactly("tripped REDUCE_ONLY HEAT");
    }

    @Test
    void the_store_has_it_before_the_listeners_hear_of_it() {
        BrokenStore store = new BrokenStore();
        KillSwitch killSwitch = on(store);
        killSwitch.addListener(halt -> assertThat(store.kept).isSameAs(halt));
        killSwitch.addListener(halt -> recorder.heard.add(killSwitch.isSaved() ? "saved" : "not saved"));

        killSwitch.trip(HaltTrigger.HEAT, "hot");

        assertThat(recorder.heard).containsExactly("tripped REDUCE_ONLY HEAT", "saved");
    }

    @Test
    void a_store_that_hangs_delays_nothing_that_comes_after() throws Exception {
        SlowStore store = new SlowStore();
        KillSwitch killSwitch = on(store);
        Thread first = new Thread(() -> killSwitch.trip(HaltTrigger.HEAT, "hot"));
        first.start();
        assertThat(store.entered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.REDUCE_ONLY);
        assertThat(killSwitch.isSaved()).isFalse();

        assertThat(killSwitch.trip(HaltTrigger.LEVERAGE, "high")).isFalse();
        Thread second = new Thread(() -> killSwitch.trip(HaltTrigger.PERSON, "stop"));
        second.start();
        while (killSwitch.level() != HaltLevel.HALT) {
            Thread.onSpinWait();
        }
        store.free.countDown();
        first.join(10_000);
        second.join(10_000);

        assertThat(store.last).isEqualTo(killSwitch.halt().orElseThrow());
        assertThat(killSwitch.isSaved()).isTrue();
        assertThat(recorder.heard).containsExactly("tripped REDUCE_ONLY HEAT", "tripped HALT PERSON");
    }

    @Test
    void a_trip_that_comes_while_a_reset_is_being_stored_stays_in_force() throws Exception {
        SlowStore store = new SlowStore();
        KillSwitch killSwitch = on(store);
        store.free.countDown();
        killSwitch.trip(HaltTrigger.HEAT, "hot");
        Thread person = new Thread(() -> killSwitch.trip(HaltTrigger.PERSON, "stop"));
        store.whileClearing = () -> {
            person.start();
            while (killSwitch.level() != HaltLevel.HALT) {
                Thread.onSpinWait();
            }
        };

        boolean lifted = killSwitch.reset("Ann", "cooled down");
        person.join(10_000);

        assertThat(lifted).isFalse();
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.HALT);
        assertThat(store.last).isEqualTo(killSwitch.halt().orElseThrow());
        assertThat(recorder.heard).containsExactly("tripped REDUCE_ONLY HEAT", "tripped HALT PERSON");
    }

    private static final class SlowStore implements HaltStore {

        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch free = new CountDownLatch(1);
        volatile Runnable whileClearing = () -> {};
        volatile Halt last;

        @Override
        public Optional<Halt> load() {
            return Optional.empty();
        }

        @Override
        public void save(Halt halt) throws IOException {
            entered.countDown();
            try {
                assertThat(free.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            last = halt;
        }

        @Override
        public void clear(HaltReset reset) {
            whileClearing.run();
            last = null;
        }
    }
}
