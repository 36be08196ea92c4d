package io.robotrader.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a loop does when nothing waits, and how it is woken. */
@Timeout(20)
class EventLoopWaitingTest {

    private final List<Object> handled = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<EventLoop<String>> current = new AtomicReference<>();

    private static void nothing() {}

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitBlocked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }

    private EventLoop<String> watched(EventLoop.Between between, EventLoop.Watch watch) {
        EventLoop<String> made = new EventLoop<>(
                "loop-under-test",
                EventLoopWaitingTest::nothing,
                input -> {
                    if (input.equals("end")) {
                        current.get().end();
                        over.countDown();
                    } else {
                        handled.add(input);
                    }
                },
                failures::add,
                between,
                watch);
        current.set(made);
        return made;
    }

    @Test
    void it_looks_up_after_each_input_and_is_told_when_nothing_waits() throws InterruptedException {
        CountDownLatch idle = new CountDownLatch(1);
        EventLoop<String> loop = watched(
                isIdle -> {
                    handled.add(isIdle ? "idle" : "busy");
                    if (isIdle && handled.contains("b")) {
                        idle.countDown();
                    }
                },
                EventLoop.Watch.NONE);
        loop.put("a");
        loop.post("b");

        loop.start();

        await(idle);
        assertThat(handled).containsExactly("a", "busy", "b", "busy", "idle");
        loop.post("end");
        await(over);
    }

    @Test
    void it_is_idle_once_however_long_nothing_comes_and_whoever_pokes_it() throws InterruptedException {
        CountDownLatch idle = new CountDownLatch(1);
        AtomicReference<Thread> thread = new AtomicReference<>();
        EventLoop<String> loop = watched(
                isIdle -> {
                    handled.add(isIdle);
                    thread.set(Thread.currentThread());
                    idle.countDown();
                },
                EventLoop.Watch.NONE);
        loop.start();
        await(idle);

        awaitBlocked(thread.get());
        LockSupport.unpark(thread.get());
        awaitBlocked(thread.get());
        loop.post("end");

        await(over);
        thread.get().join();
        assertThat(handled).containsExactly(true, false);
    }

    @Test
    void it_stays_awake_for_as_long_as_it_is_told_and_takes_what_comes_then() throws InterruptedException {
        AtomicLong time = new AtomicLong();
        CountDownLatch idle = new CountDownLatch(1);
        AtomicReference<Thread> thread = new AtomicReference<>();
        EventLoop<String> loop = watched(
                isIdle -> {
                    thread.set(Thread.currentThread());
                    if (isIdle) {
                        idle.countDown();
                    }
                },
                new EventLoop.Watch(100, time::get));
        loop.start();
        await(idle);

        loop.put("while it is awake");
        while (handled.isEmpty()) {
            assertThat(thread.get().getState()).isEqualTo(Thread.State.RUNNABLE);
            Thread.onSpinWait();
        }
        while (thread.get().getState() != Thread.State.WAITING) {
            time.addAndGet(100);
            Thread.onSpinWait();
        }
        loop.put("when it sleeps");
        loop.post("end");

        await(over);
        assertThat(handled).containsExactly("while it is awake", "when it sleeps");
    }

    @Test
    void an_interruption_is_heard_while_it_stays_awake_and_while_it_sleeps() throws InterruptedException {
        for (long nanos : new long[] {0, Long.MAX_VALUE}) {
            failures.clear();
            CountDownLatch idle = new CountDownLatch(1);
            AtomicReference<Thread> thread = new AtomicReference<>();
            EventLoop<String> loop = watched(
                    isIdle -> {
                        thread.set(Thread.currentThread());
                        idle.countDown();
                    },
                    new EventLoop.Watch(nanos, () -> 0));
            loop.start();
            await(idle);

            thread.get().interrupt();

            thread.get().join();
            assertThat(failures).singleElement().isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void inputs_of_many_threads_that_wait_for_room_all_come_through_and_each_in_its_order() throws Exception {
        int threads = 4;
        int each = 20_000;
        List<Integer> last = new ArrayList<>(List.of(-1, -1, -1, -1));
        EventLoop<int[]> many = new EventLoop<>(
                "loop-under-test",
                EventLoopWaitingTest::nothing,
                input -> {
                    if (last.get(input[0]) != input[1] - 1) {
                        throw new IllegalStateException("out of order");
                    }
                    last.set(input[0], input[1]);
                    if (last.stream().allMatch(it -> it == each - 1)) {
                        over.countDown();
                    }
                },
                failures::add);
        many.start();
        for (int t = 0; t < threads; t++) {
            int name = t;
            Thread thread = new Thread(() -> {
                for (int i = 0; i < each; i++) {
                    try {
                        many.put(new int[] {name, i});
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        await(over);
        assertThat(failures).isEmpty();
    }
}
