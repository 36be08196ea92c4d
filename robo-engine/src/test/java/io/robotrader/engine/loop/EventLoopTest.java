package io.robotrader.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EventLoopTest {

    private final List<Object> handled = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<EventLoop<String>> current = new AtomicReference<>();

    private EventLoop<String> loop(Runnable opening, Consumer<String> handler) {
        EventLoop<String> made = new EventLoop<>(
                "loop-under-test",
                opening,
                input -> {
                    if (input.equals("end")) {
                        current.get().end();
                        over.countDown();
                    } else {
                        handler.accept(input);
                    }
                },
                failure -> {
                    failures.add(failure);
                    over.countDown();
                });
        current.set(made);
        return made;
    }

    private static void nothing() {}

    private void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void inputs_are_handled_in_the_order_in_which_they_came() throws InterruptedException {
        EventLoop<String> loop = loop(EventLoopTest::nothing, handled::add);
        loop.start();

        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            String input = "input " + i;
            sent.add(input);
            assertThat(i % 2 == 0 ? loop.put(input) : loop.post(input)).isTrue();
        }
        loop.post("end");

        await(over);
        assertThat(handled).containsExactlyElementsOf(sent);
    }

    @Test
    void consequences_come_before_the_next_input_from_outside_and_in_their_own_order() throws InterruptedException {
        EventLoop<String> loop = loop(EventLoopTest::nothing, input -> {
            handled.add(input);
            if (input.equals("a")) {
                current.get().post("a1");
                put("a2");
            }
            if (input.equals("a1")) {
                put("a11");
            }
        });
        loop.put("a");
        loop.put("b");
        loop.post("end");

        loop.start();

        await(over);
        assertThat(handled).containsExactly("a", "a1", "a2", "a11", "b");
    }

    private void put(String input) {
        try {
            assertThat(current.get().put(input)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_opening_comes_first_and_on_the_thread_of_the_loop() throws InterruptedException {
        EventLoop<String> loop = loop(
                () -> {
                    handled.add(Thread.currentThread().getName());
                    current.get().post("brought about by the opening");
                },
                handled::add);
        loop.put("waited");
        loop.post("end");

        loop.start();

        await(over);
        assertThat(handled).containsExactly("loop-under-test", "brought about by the opening", "waited");
    }

    @Test
    void what_the_loop_is_handed_by_its_own_thread_never_waits_for_room() {
        EventLoop<String> loop = loop(EventLoopTest::nothing, input -> {
            if (input.equals("many")) {
                for (int i = 0; i < 5000; i++) {
                    put("consequence");
                }
            } else {
                handled.add(input);
            }
        });
        loop.start();

        loop.post("many");
        loop.post("end");

        await(over);
        assertThat(handled).hasSize(5000);
    }

    @Test
    void put_waits_while_the_queue_is_full_and_post_does_not() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        EventLoop<String> loop = loop(EventLoopTest::nothing, input -> {
            await(gate);
            handled.add(input);
        });
        CountDownLatch putterDone = new CountDownLatch(1);
        Thread putter = putter(loop, 3000, putterDone);
        loop.start();
        awaitBlocked(putter);

        for (int i = 0; i < 3000; i++) {
            assertThat(loop.post("posted")).isTrue();
        }

        assertThat(putterDone.getCount()).isOne();
        gate.countDown();
        await(putterDone);
        loop.post("end");
        await(over);
        assertThat(handled).hasSize(6000);
    }

    @Test
    void everybody_who_waits_for_room_is_let_go_when_the_loop_ends() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        EventLoop<String> loop = loop(EventLoopTest::nothing, input -> {
            await(gate);
            throw new IllegalStateException("broken");
        });
        CountDownLatch putterDone = new CountDownLatch(3);
        List<Thread> putters =
                List.of(putter(loop, 2000, putterDone), putter(loop, 2000, putterDone), putter(loop, 2000, putterDone));
        loop.start();
        putters.forEach(EventLoopTest::awaitBlocked);

        gate.countDown();

        await(putterDone);
        assertThat(loop.put("too late")).isFalse();
        assertThat(loop.post("too late")).isFalse();
    }

    private Thread putter(EventLoop<String> loop, int inputs, CountDownLatch done) {
        Thread thread = new Thread(() -> {
            for (int i = 0; i < inputs; i++) {
                try {
                    loop.put("put");
                } catch (InterruptedException e) {
                    return;
                }
            }
            done.countDown();
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void awaitBlocked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }

    @Test
    void a_failure_is_told_once_and_nothing_is_handled_after_it() throws InterruptedException {
        AssertionError broken = new AssertionError("errors count too");
        EventLoop<String> loop = loop(EventLoopTest::nothing, input -> {
            handled.add(input);
            if (input.equals("bad")) {
                current.get().post("consequence");
                throw broken;
            }
        });
        loop.put("good");
        loop.put("bad");
        loop.put("bad");

        loop.start();

        await(over);
        assertThat(loop.put("late")).isFalse();
        assertThat(failures).containsExactly(broken);
        assertThat(handled).containsExactly("good", "bad");
    }

    @Test
    void an_opening_that_fails_is_told_and_no_input_is_handled() throws InterruptedException {
        IllegalStateException broken = new IllegalStateException("broken");
        EventLoop<String> loop = loop(
                () -> {
                    throw broken;
                },
                handled::add);
        loop.put("input");

        loop.start();

        await(over);
        assertThat(failures).containsExactly(broken);
        assertThat(handled).isEmpty();
    }

    @Test
    void an_interruption_by_a_stranger_is_a_failure_and_not_a_silent_end() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        EventLoop<String> loop = loop(EventLoopTest::nothing, input -> thread.complete(Thread.currentThread()));
        loop.start();
        loop.post("tell me your thread");

        thread.get(10, TimeUnit.SECONDS).interrupt();

        await(over);
        assertThat(failures).singleElement().isInstanceOf(InterruptedException.class);
    }

    @Test
    void the_end_comes_after_the_consequences_of_the_input_at_hand() throws InterruptedException {
        AtomicReference<Thread> thread = new AtomicReference<>();
        EventLoop<String> loop = loop(EventLoopTest::nothing, input -> {
            thread.set(Thread.currentThread());
            handled.add(input);
            if (input.equals("last")) {
                current.get().post("end");
                current.get().post("consequence");
            }
        });
        loop.post("last");
        loop.post("never");

        loop.start();

        await(over);
        thread.get().join();
        assertThat(handled).containsExactly("last", "consequence");
    }

    @Test
    void only_the_thread_of_the_loop_is_its_own() {
        EventLoop<String> loop =
                loop(EventLoopTest::nothing, input -> handled.add(current.get().isOwnThread()));
        loop.start();

        loop.post("ask");
        loop.post("end");

        await(over);
        assertThat(handled).containsExactly(true);
        assertThat(loop.isOwnThread()).isFalse();
    }

    @Test
    void what_is_not_handled_any_more_is_there_to_be_taken_once() throws InterruptedException {
        List<String> left = new CopyOnWriteArrayList<>();
        EventLoop<String> loop = loop(EventLoopTest::nothing, input -> {
            current.get().end();
            current.get().post("consequence");
            left.addAll(current.get().takeLeft());
            left.addAll(current.get().takeLeft());
            over.countDown();
        });
        loop.put("at hand");
        loop.put("put");
        loop.post("posted");

        loop.start();

        await(over);
        assertThat(left).containsExactly("consequence", "put", "posted");
        assertThat(loop.post("later")).isFalse();
    }
}
