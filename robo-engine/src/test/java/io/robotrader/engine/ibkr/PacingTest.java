package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.ibkr.wire.ClientMessage;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.SessionRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What the vendor allows, counted by a plain twin that remembers every message. */
class PacingTest {

    private static final long SECOND = 1_000_000_000L;

    private final HandTimer timer = new HandTimer();
    private final Outbox outbox = new Outbox(timer, 50, false);

    @Property
    void never_more_than_fifty_messages_in_any_sliding_second(
            @ForAll @Size(max = 400) List<@LongRange(max = 100_000_000L) Long> pauses,
            @ForAll @IntRange(min = 1, max = 50) int limit,
            @ForAll boolean orders) {
        MessageWindow window = new MessageWindow(limit);
        ArrayDeque<Long> lastSecond = new ArrayDeque<>();
        long now = 0;

        for (long pause : pauses) {
            now += pause;
            now += window.delay(now, orders);
            window.sent(now);

            lastSecond.add(now);
            while (lastSecond.peekFirst() < now - SECOND) {
                lastSecond.pollFirst();
            }
            assertThat(lastSecond).hasSizeLessThanOrEqualTo(limit);
        }
    }

    @Property
    void no_message_waits_longer_than_the_rule_makes_it(
            @ForAll @Size(max = 100) List<@LongRange(max = 100_000_000L) Long> pauses) {
        MessageWindow window = new MessageWindow(50);
        List<Long> sent = new ArrayList<>();
        long now = 0;

        for (long pause : pauses) {
            now += pause;
            long at = now;
            long inLastSecond =
                    sent.stream().filter(time -> time >= at - SECOND).count();

            long delay = window.delay(now, true);

            assertThat(delay > 0).isEqualTo(inLastSecond >= 50);
            now += delay;
            window.sent(now);
            sent.add(now);
        }
    }

    @Test
    void some_room_is_kept_for_orders() {
        MessageWindow window = new MessageWindow(50);
        int data = 0;

        while (window.delay(0, false) == 0) {
            window.sent(0);
            data++;
        }

        assertThat(data).isEqualTo(40);
        assertThat(window.delay(0, true)).isZero();
    }

    @Test
    void a_complaint_of_the_gateway_halves_the_rate() {
        MessageWindow window = new MessageWindow(50);

        window.halve();

        assertThat(window.limit()).isEqualTo(25);
        for (int i = 0; i < 25; i++) {
            assertThat(window.delay(0, true)).isZero();
            window.sent(0);
        }
        assertThat(window.delay(0, true)).isPositive();
    }

    private void offer(ClientMessage message, Outbox.Lane lane) {
        outbox.offer(new Outbox.Item(message, lane, null, () -> {}, e -> {}));
    }

    private ClientMessage taken() throws InterruptedException {
        return outbox.take().item().message();
    }

    @Test
    void orders_and_cancels_overtake_what_waits() throws InterruptedException {
        outbox.open(epoch -> {});
        offer(new SessionRequest.RequestUserInfo(1), Outbox.Lane.DATA);
        offer(new SessionRequest.RequestCurrentTime(), Outbox.Lane.CONTROL);
        offer(new OrderRequest.CancelOrder(5, ""), Outbox.Lane.ORDERS);
        offer(new OrderRequest.CancelOrder(6, ""), Outbox.Lane.ORDERS);

        assertThat(taken()).isEqualTo(new OrderRequest.CancelOrder(5, ""));
        assertThat(taken()).isEqualTo(new OrderRequest.CancelOrder(6, ""));
        assertThat(taken()).isInstanceOf(SessionRequest.RequestCurrentTime.class);
        assertThat(taken()).isInstanceOf(SessionRequest.RequestUserInfo.class);
    }

    @Test
    void an_order_goes_out_at_once_however_many_data_requests_wait() throws InterruptedException {
        outbox.open(epoch -> {});
        for (int i = 0; i < 500; i++) {
            offer(new SessionRequest.RequestUserInfo(i), Outbox.Lane.DATA);
        }
        for (int i = 0; i < 39; i++) {
            taken();
        }
        long before = timer.nanoTime();

        offer(new OrderRequest.CancelOrder(5, ""), Outbox.Lane.ORDERS);

        assertThat(taken()).isEqualTo(new OrderRequest.CancelOrder(5, ""));
        assertThat(timer.nanoTime()).isEqualTo(before);
    }

    @Test
    void what_has_not_gone_out_when_the_connection_is_lost_never_does() throws InterruptedException {
        List<IbkrError> dropped = new ArrayList<>();
        outbox.open(epoch -> {});
        outbox.offer(
                new Outbox.Item(new OrderRequest.CancelOrder(5, ""), Outbox.Lane.ORDERS, null, () -> {}, dropped::add));

        outbox.shut(IbkrError.connection(504, "gone"));
        outbox.open(epoch -> {});
        offer(new SessionRequest.RequestCurrentTime(), Outbox.Lane.CONTROL);

        assertThat(dropped).extracting(IbkrError::code).containsExactly(504);
        assertThat(taken()).isInstanceOf(SessionRequest.RequestCurrentTime.class);
    }

    private static HistoryRules.Key key(String whole, String series, int weight) {
        return new HistoryRules.Key(whole, series, weight, true);
    }

    @Property(tries = 200)
    void the_vendors_rules_for_small_bars_hold_for_any_questions(
            @ForAll @Size(max = 200) List<@IntRange(max = 12) Integer> questions) {
        HistoryRules rules = new HistoryRules();
        List<long[]> sent = new ArrayList<>();
        long now = 0;

        for (int question : questions) {
            int weight = question % 3 == 0 ? 2 : 1;
            HistoryRules.Key key = key("q" + question, "s" + question % 4, weight);
            now += rules.delay(now, key);
            assertThat(rules.delay(now, key)).isZero();
            rules.sent(now, key);
            rules.answered();

            long at = now;
            assertThat(sent).noneMatch(s -> s[1] == question && s[0] > at - 15 * SECOND);
            assertThat(sent.stream().filter(s -> s[2] == question % 4 && s[0] >= at - 2 * SECOND))
                    .hasSizeLessThan(5);
            assertThat(sent.stream()
                                    .filter(s -> s[0] >= at - 600 * SECOND)
                                    .mapToLong(s -> s[3])
                                    .sum()
                            + weight)
                    .isLessThanOrEqualTo(60);
            sent.add(new long[] {now, question, question % 4, weight});
        }
    }

    @Test
    void longer_bars_are_not_held_up_by_the_count_of_ten_minutes() {
        HistoryRules rules = new HistoryRules();

        for (int i = 0; i < 300; i++) {
            HistoryRules.Key key = key("q" + i, "s" + i, 0);
            assertThat(rules.delay(0, key)).isZero();
            rules.sent(0, key);
            rules.answered();
        }
    }

    @Test
    void fifty_questions_are_open_at_most() {
        HistoryRules rules = new HistoryRules();
        for (int i = 0; i < 50; i++) {
            rules.sent(0, key("q" + i, "s" + i, 0));
        }

        assertThat(rules.delay(0, key("more", "more", 0))).isEqualTo(HistoryRules.UNTIL_ANSWERED);
        rules.answered();
        assertThat(rules.delay(0, key("more", "more", 0))).isZero();
        rules.sent(0, key("more", "more", 0));
        rules.forgetOpen();
        assertThat(rules.delay(0, key("last", "last", 0))).isZero();
    }

    @Test
    void a_complaint_about_history_holds_it_up_twice_as_long_each_time() {
        HistoryRules rules = new HistoryRules();

        rules.punish(0);
        assertThat(rules.delay(0, key("q", "s", 0))).isEqualTo(10 * SECOND);
        rules.punish(0);
        assertThat(rules.delay(0, key("q", "s", 0))).isEqualTo(20 * SECOND);
    }

    @Test
    void history_that_has_to_wait_lets_other_history_by() throws InterruptedException {
        outbox.open(epoch -> {});
        outbox.offer(history("a"));
        outbox.offer(history("a"));
        outbox.offer(history("b"));

        assertThat(outbox.take().item().key().whole()).isEqualTo("a");
        assertThat(outbox.take().item().key().whole()).isEqualTo("b");

        Thread turner = new Thread(() -> timer.advance(Duration.ofSeconds(16)));
        turner.start();
        turner.join();
        assertThat(outbox.take().item().key().whole()).isEqualTo("a");
    }

    @Test
    void time_that_passes_while_the_alarm_is_set_is_not_waited_for_again() {
        IbkrTimer hurrying = new IbkrTimer() {
            @Override
            public Instant now() {
                return timer.now();
            }

            @Override
            public long nanoTime() {
                return timer.nanoTime();
            }

            @Override
            public Runnable scheduleAt(long nanoTime, Runnable task) {
                timer.advance(Duration.ofSeconds(16));
                return timer.scheduleAt(nanoTime, task);
            }
        };
        Outbox hurried = new Outbox(hurrying, 50, false);
        hurried.open(epoch -> {});
        hurried.offer(history("a"));
        hurried.offer(history("a"));

        CompletableFuture<List<String>> taken =
                CompletableFuture.supplyAsync(() -> List.of(whole(hurried), whole(hurried)));

        assertThat(Desk.get(taken)).containsExactly("a", "a");
        assertThat(timer.nanoTime()).isEqualTo(16 * SECOND);
    }

    private static String whole(Outbox from) {
        try {
            return from.take().item().key().whole();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Outbox.Item history(String name) {
        return new Outbox.Item(
                new SessionRequest.RequestUserInfo(1), Outbox.Lane.HISTORY, key(name, name, 1), () -> {}, e -> {});
    }
}
