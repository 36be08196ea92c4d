package io.robotrader.risk;

import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.kinds;
import static io.robotrader.risk.Desk.noLimits;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.rule.LimitKind;
import java.util.ArrayDeque;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RateWindowTest {

    @Property(tries = 200)
    void the_ring_counts_what_a_list_would(@ForAll long seed) {
        Random random = new Random(seed);
        RateWindow window = new RateWindow();
        ArrayDeque<Long> twin = new ArrayDeque<>();
        long now = 0;
        int pace = 1 + random.nextInt(5_000);
        for (int i = 0; i < 400; i++) {
            now += random.nextInt(pace);
            window.add(now);
            twin.add(now);
            long later = now + random.nextInt(2_000);
            if (random.nextInt(3) == 0) {
                now = later;
                long minuteAgo = now - 60_000;
                twin.removeIf(time -> time <= minuteAgo);
                assertThat(window.count(now)).isEqualTo(twin.size());
            }
        }
    }

    @Test
    void what_was_exactly_a_minute_ago_counts_no_more() {
        RateWindow window = new RateWindow();
        window.add(1_000);

        assertThat(window.count(60_999)).isEqualTo(1);
        assertThat(window.count(61_000)).isZero();
    }

    @Test
    void a_clock_that_is_set_back_lets_nothing_expire_and_no_repetition_through() {
        LimitCase.Scene scene = new LimitCase.Scene(
                noLimits().maxOrdersPerMinute(1).minSecondsBetweenSameOrders(1).build(), true);
        scene.reserve(1, 5);

        scene.clock.move(-3_600);

        assertThat(kinds(scene.gate.check(buy("2", 5))))
                .containsExactly(LimitKind.ORDER_RATE, LimitKind.DUPLICATE_ORDER);
    }

    @Test
    void a_price_from_the_future_is_as_stale_as_one_from_the_past() {
        LimitCase.Scene scene = new LimitCase.Scene(noLimits().maxPriceAge(60).build(), true);

        scene.clock.move(-60);
        assertThat(kinds(scene.gate.check(buy("1", 1)))).isEmpty();
        scene.clock.move(-0.001);
        assertThat(kinds(scene.gate.check(buy("1", 1)))).containsExactly(LimitKind.STALE_PRICE);
    }
}
