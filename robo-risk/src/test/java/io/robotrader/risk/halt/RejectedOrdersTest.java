package io.robotrader.risk.halt;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** KS-1 and KS-8: a refused order is no breach; only many in a short time are a sign. */
class RejectedOrdersTest {

    private static final OrderIntent ORDER = OrderIntent.market("7", "A", Side.BUY, 100);

    private final HandClock clock = new HandClock();
    private final KillSwitch killSwitch = fresh(HaltPolicy.defaults());

    private KillSwitch fresh(HaltPolicy policy) {
        return KillSwitch.of(policy, HaltStores.inMemory(), clock);
    }

    @Test
    void ks_1_one_mistyped_order_halts_nothing() {
        assertThat(killSwitch.rejected(OrderIntent.market("7", "A", Side.BUY, OrderIntent.MAX_QUANTITY)))
                .isFalse();
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
    }

    @Test
    void ks_1_the_fifth_within_exactly_five_minutes_trips() {
        reject(4, Duration.ofSeconds(75));

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
        assertThat(killSwitch.rejected(ORDER)).isTrue();

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.REDUCE_ONLY);
        assertThat(killSwitch.halt().orElseThrow().trigger()).isEqualTo(HaltTrigger.REJECTED_ORDERS);
        assertThat(killSwitch.halt().orElseThrow().reason())
                .isEqualTo("5 opening orders were refused within PT5M, the last one 7: BUY 100 A");
    }

    @Test
    void ks_1_a_trip_by_refusals_is_stored_and_told_like_any_other() {
        BrokenStore store = new BrokenStore();
        KillSwitch stored = KillSwitch.of(
                HaltPolicy.builder().rejectedOrders(1, Duration.ofMinutes(5)).build(), store, clock);
        Recorder recorder = new Recorder();
        stored.addListener(recorder);

        stored.rejected(ORDER);

        assertThat(store.kept).isEqualTo(stored.halt().orElseThrow());
        assertThat(recorder.heard).containsExactly("tripped REDUCE_ONLY REJECTED_ORDERS");
    }

    @Test
    void ks_1_the_fifth_a_nanosecond_later_does_not() {
        reject(4, Duration.ofSeconds(75));
        clock.move(Duration.ofNanos(1));

        assertThat(killSwitch.rejected(ORDER)).isFalse();
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
    }

    @Test
    void ks_8_refusals_now_and_then_never_add_up() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(killSwitch.rejected(ORDER)).isFalse();
            clock.move(Duration.ofSeconds(76));
        }
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
    }

    @Test
    void a_reset_forgets_the_refusals() {
        reject(5, Duration.ZERO);
        killSwitch.reset("Ann", "the bot was mended");

        reject(4, Duration.ZERO);

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
        assertThat(killSwitch.rejected(ORDER)).isTrue();
    }

    @Test
    void what_the_switch_itself_refuses_is_not_held_against_the_bot() {
        KillSwitch strict = fresh(HaltPolicy.builder()
                .on(HaltTrigger.REJECTED_ORDERS, HaltLevel.HALT)
                .build());
        strict.trip(HaltTrigger.HEAT, "hot");

        for (int i = 0; i < 10; i++) {
            assertThat(strict.rejected(ORDER)).isFalse();
        }

        assertThat(strict.level()).isEqualTo(HaltLevel.REDUCE_ONLY);
    }

    @Test
    void a_clock_that_is_set_back_lets_nothing_expire() {
        reject(4, Duration.ofSeconds(1));
        clock.move(Duration.ofHours(-1));

        assertThat(killSwitch.rejected(ORDER)).isTrue();
    }

    @Test
    void the_count_and_the_window_are_the_policys() {
        KillSwitch strict = fresh(
                HaltPolicy.builder().rejectedOrders(1, Duration.ofNanos(1)).build());
        KillSwitch off =
                fresh(HaltPolicy.builder().off(HaltTrigger.REJECTED_ORDERS).build());

        assertThat(strict.rejected(ORDER)).isTrue();
        for (int i = 0; i < 10; i++) {
            assertThat(off.rejected(ORDER)).isFalse();
        }
    }

    /** The slow twin keeps every refusal and counts those in the window. */
    @Property
    void ks_8_the_ring_tells_what_a_full_list_would(
            @ForAll @IntRange(min = 1, max = 6) int count,
            @ForAll @Size(max = 60) List<@IntRange(max = 200) Integer> gaps) {
        Duration span = Duration.ofMinutes(5);
        RejectionWindow ring = new RejectionWindow(count, span);
        List<Instant> all = new ArrayList<>();
        Instant now = HandClock.NOON;

        for (int gap : gaps) {
            now = now.plusSeconds(gap);
            all.add(now);
            Instant start = now.minus(span);
            long inWindow = all.stream().filter(at -> !at.isBefore(start)).count();

            assertThat(ring.add(now)).isEqualTo(inWindow >= count);
        }
    }

    private void reject(int times, Duration step) {
        for (int i = 0; i < times; i++) {
            killSwitch.rejected(ORDER);
            clock.move(step);
        }
    }
}
