package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a subscriber gets that does not keep up, and one that fails. */
class MailboxTest {

    @Property
    void whatever_a_slow_subscriber_asks_for_nothing_is_lost_and_all_comes_in_order(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 20) Integer> requests) {
        Hub<Integer> hub = new Hub<>(Runnable::run);
        Collector<Integer> slow = Collector.of(hub, 0);
        int wanted = 0;
        int sent = 0;
        List<Object> heard = new ArrayList<>();

        for (int count : requests) {
            for (int i = 0; i < 7; i++) {
                hub.put(sent++);
            }
            slow.subscription.request(count);
            wanted += count;
            heard.addAll(slow.rest());

            assertThat(heard).hasSize(Math.min(wanted, sent));
            assertThat(hub.backlog()).isEqualTo(sent - heard.size());
        }
        for (int i = 0; i < heard.size(); i++) {
            assertThat(heard.get(i)).isEqualTo(i);
        }
    }

    @Test
    void of_ticks_the_oldest_are_dropped_and_their_number_is_told() {
        Collector<IbkrTick> slow = new Collector<>(0);
        Mailbox<IbkrTick> mailbox = Mailbox.dropping(slow, Runnable::run, 3, IbkrTick.Gap::new, () -> {});
        slow.onSubscribe(mailbox);
        for (int i = 0; i < 10; i++) {
            mailbox.put(new IbkrTick.MidPoint(i, i));
        }

        mailbox.request(Long.MAX_VALUE);
        mailbox.request(Long.MAX_VALUE);

        assertThat(slow.next()).isEqualTo(new IbkrTick.Gap(7));
        assertThat(slow.next()).isEqualTo(new IbkrTick.MidPoint(7, 7));
        assertThat(slow.rest()).hasSize(2);
    }

    @Test
    void what_waits_is_still_handed_over_after_the_end() {
        Collector<Integer> slow = new Collector<>(0);
        Mailbox<Integer> mailbox = Mailbox.unbounded(slow, Runnable::run, () -> {});
        slow.onSubscribe(mailbox);
        mailbox.put(1);
        mailbox.end(null);
        mailbox.put(2);
        mailbox.end(new IllegalStateException());

        mailbox.request(5);

        assertThat(slow.next()).isEqualTo(1);
        slow.awaitEnd();
    }

    @Test
    void a_subscriber_that_asks_for_nothing_is_told_its_mistake() {
        List<Boolean> cancelled = new ArrayList<>();
        Collector<Integer> bad = new Collector<>(0);
        Mailbox<Integer> mailbox = Mailbox.unbounded(bad, Runnable::run, () -> cancelled.add(true));
        bad.onSubscribe(mailbox);

        mailbox.request(0);

        assertThat(bad.rest().get(0))
                .isInstanceOfSatisfying(
                        IllegalArgumentException.class,
                        e -> assertThat(e).hasMessage("count must be positive, but was 0"));
        assertThat(cancelled).hasSize(1);
    }

    @Test
    void a_subscriber_that_fails_loses_its_subscription_and_nobody_elses() {
        Hub<Integer> hub = new Hub<>(Runnable::run);
        hub.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Integer item) {
                throw new AssertionError("broken");
            }

            @Override
            public void onError(Throwable failure) {}

            @Override
            public void onComplete() {}
        });
        Collector<Integer> good = Collector.of(hub);

        hub.put(1);
        hub.put(2);

        assertThat(good.rest()).containsExactly(1, 2);
        assertThat(hub.backlog()).isZero();
    }

    @Test
    void a_subscriber_that_has_cancelled_hears_nothing_more() {
        Hub<Integer> hub = new Hub<>(Runnable::run);
        Collector<Integer> left = Collector.of(hub);
        hub.put(1);

        left.subscription.cancel();
        left.subscription.cancel();
        hub.put(2);
        hub.end();

        assertThat(left.rest()).containsExactly(1);
    }

    @Test
    void an_executor_of_ones_own_calls_subscribers_one_item_after_the_other() throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        Hub<Integer> hub = new Hub<>(executor);
        Collector<Integer> collector = Collector.of(hub);

        for (int i = 0; i < 1000; i++) {
            hub.put(i);
        }

        for (int i = 0; i < 1000; i++) {
            assertThat(collector.next()).isEqualTo(i);
        }
        executor.shutdownNow();
    }

    @Test
    void an_executor_that_refuses_ends_the_subscription_and_not_the_stream() {
        Hub<Integer> hub = new Hub<>(task -> {
            throw new RejectedExecutionException();
        });
        Collector.of(hub);

        hub.put(1);

        assertThat(hub.backlog()).isZero();
    }
}
