package io.robotrader.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HistoryFeedTest {
    private static Bar bar(String symbol, long second) {
        return Bar.ofClose(symbol, Instant.ofEpochSecond(second), 1);
    }

    /** Remembers everything, on whatever thread it comes. */
    private static class Recorder implements MarketDataFeed.Listener {
        final List<Object> calls = new ArrayList<>();
        final List<Thread> threads = new ArrayList<>();
        final CountDownLatch done = new CountDownLatch(1);

        @Override
        public void onBar(Bar bar) throws InterruptedException {
            note(bar);
        }

        @Override
        public void onEnd() {
            note("end");
            done.countDown();
        }

        @Override
        public void onFailure(Throwable failure) {
            note(failure);
            done.countDown();
        }

        private synchronized void note(Object call) {
            calls.add(call);
            threads.add(Thread.currentThread());
        }

        synchronized List<Object> calls() {
            return List.copyOf(calls);
        }

        void awaitDone() throws InterruptedException {
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Blocks in its first bar until it is interrupted. */
    private static final class Blocker extends Recorder {
        final CountDownLatch entered = new CountDownLatch(1);

        @Override
        public void onBar(Bar bar) throws InterruptedException {
            super.onBar(bar);
            entered.countDown();
            new CountDownLatch(1).await();
        }
    }

    @Test
    void delivers_in_time_order_with_ties_in_the_order_of_symbols_then_ends() throws InterruptedException {
        Recorder recorder = new Recorder();

        try (HistoryFeed feed = HistoryFeed.of(List.of(bar("Z", 1), bar("Z", 2), bar("A", 2), bar("A", 1)))) {
            feed.start(recorder);
            recorder.awaitDone();
        }

        assertThat(recorder.calls()).containsExactly(bar("Z", 1), bar("A", 1), bar("Z", 2), bar("A", 2), "end");
    }

    @Test
    void an_empty_history_ends_at_once() throws InterruptedException {
        Recorder recorder = new Recorder();

        try (HistoryFeed feed = HistoryFeed.of(List.of())) {
            feed.start(recorder);
            recorder.awaitDone();
        }

        assertThat(recorder.calls()).containsExactly("end");
    }

    @Test
    void calls_from_one_daemon_thread_that_is_not_the_callers() throws InterruptedException {
        Recorder recorder = new Recorder();

        try (HistoryFeed feed = HistoryFeed.of(List.of(bar("A", 1), bar("A", 2)))) {
            feed.start(recorder);
            recorder.awaitDone();
        }

        assertThat(recorder.threads).hasSize(3).containsOnly(recorder.threads.get(0));
        assertThat(recorder.threads.get(0).isDaemon()).isTrue();
        assertThat(recorder.threads).doesNotContain(Thread.currentThread());
    }

    @Test
    void a_blocked_listener_holds_the_feed_back() throws InterruptedException {
        BlockingQueue<Bar> room = new ArrayBlockingQueue<>(1);
        Recorder recorder = new Recorder() {
            @Override
            public void onBar(Bar bar) throws InterruptedException {
                room.put(bar);
                super.onBar(bar);
            }
        };

        try (HistoryFeed feed = HistoryFeed.of(List.of(bar("A", 1), bar("A", 2), bar("A", 3)))) {
            feed.start(recorder);
            assertThat(room.poll(10, TimeUnit.SECONDS)).isEqualTo(bar("A", 1));
            assertThat(recorder.done.getCount()).isOne(); // one fits in the queue, one waits: it cannot have ended
            assertThat(room.poll(10, TimeUnit.SECONDS)).isEqualTo(bar("A", 2));
            assertThat(room.poll(10, TimeUnit.SECONDS)).isEqualTo(bar("A", 3));
            recorder.awaitDone();
        }

        assertThat(recorder.calls()).containsExactly(bar("A", 1), bar("A", 2), bar("A", 3), "end");
    }

    @Test
    void closing_frees_a_blocked_listener_and_is_the_last_it_hears() throws InterruptedException {
        Blocker blocker = new Blocker();
        HistoryFeed feed = HistoryFeed.of(List.of(bar("A", 1), bar("A", 2)));
        feed.start(blocker);
        assertThat(blocker.entered.await(10, TimeUnit.SECONDS)).isTrue();

        feed.close();

        assertThat(blocker.calls()).containsExactly(bar("A", 1));
        assertThat(blocker.threads.get(0).isAlive()).isFalse();
    }

    @Test
    void closing_twice_or_before_the_start_does_nothing() {
        Recorder recorder = new Recorder();
        HistoryFeed feed = HistoryFeed.of(List.of(bar("A", 1)));

        feed.close();
        feed.close();

        assertThat(recorder.calls()).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> feed.start(recorder))
                .withMessage("feed must be new to be started, but was closed");
    }

    @Test
    void a_listener_may_close_the_feed_from_within() throws InterruptedException {
        AtomicReference<HistoryFeed> feed = new AtomicReference<>();
        CountDownLatch closed = new CountDownLatch(1);
        Recorder recorder = new Recorder() {
            @Override
            public void onBar(Bar bar) throws InterruptedException {
                super.onBar(bar);
                feed.get().close();
                closed.countDown();
            }
        };
        feed.set(HistoryFeed.of(List.of(bar("A", 1), bar("A", 2))));

        feed.get().start(recorder);

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        feed.get().close(); // waits for the thread
        assertThat(recorder.calls()).containsExactly(bar("A", 1));
    }

    @Test
    void a_feed_starts_only_once() throws InterruptedException {
        Recorder recorder = new Recorder();

        try (HistoryFeed feed = HistoryFeed.of(List.of())) {
            feed.start(recorder);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> feed.start(recorder))
                    .withMessage("feed must be new to be started, but was started");
            recorder.awaitDone();
        }
    }

    @Test
    void what_the_listener_throws_stops_the_feed_and_comes_back_as_a_failure() throws InterruptedException {
        for (Throwable thrown : List.of(new IllegalStateException("full"), new AssertionError("broken"))) {
            Recorder recorder = new Recorder() {
                @Override
                public void onBar(Bar bar) throws InterruptedException {
                    super.onBar(bar);
                    HistoryFeedTest.<RuntimeException>rethrow(thrown);
                }
            };

            try (HistoryFeed feed = HistoryFeed.of(List.of(bar("A", 1), bar("A", 2)))) {
                feed.start(recorder);
                recorder.awaitDone();
            }

            assertThat(recorder.calls()).containsExactly(bar("A", 1), thrown);
        }
    }

    @Test
    void an_interruption_that_closing_did_not_cause_is_a_failure() throws InterruptedException {
        Blocker blocker = new Blocker();

        try (HistoryFeed feed = HistoryFeed.of(List.of(bar("A", 1)))) {
            feed.start(blocker);
            assertThat(blocker.entered.await(10, TimeUnit.SECONDS)).isTrue();
            blocker.threads.get(0).interrupt();
            blocker.awaitDone();
        }

        assertThat(blocker.calls()).hasSize(2).last().isInstanceOf(InterruptedException.class);
    }

    @Test
    void an_interrupted_caller_of_close_stays_interrupted() throws InterruptedException {
        Blocker blocker = new Blocker();
        HistoryFeed feed = HistoryFeed.of(List.of(bar("A", 1)));
        feed.start(blocker);
        assertThat(blocker.entered.await(10, TimeUnit.SECONDS)).isTrue();

        Thread.currentThread().interrupt();
        feed.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(blocker.threads.get(0).isAlive()).isFalse();
    }

    @Test
    void a_contradictory_history_is_refused_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HistoryFeed.of(List.of(bar("A", 1), bar("A", 1))))
                .withMessageContaining("A has two at 1970-01-01T00:00:01Z");
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void rethrow(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
