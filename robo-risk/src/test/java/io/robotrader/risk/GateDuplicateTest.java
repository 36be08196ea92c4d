package io.robotrader.risk;

import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.kinds;
import static io.robotrader.risk.Desk.noLimits;
import static io.robotrader.risk.Desk.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import org.junit.jupiter.api.Test;

/** A bot that repeats itself is caught, also when it runs in a circle. */
class GateDuplicateTest {

    private final HandClock clock = new HandClock();
    private final RiskGate gate = RiskGate.builder()
            .limits(noLimits()
                    .minSecondsBetweenSameOrders(10)
                    .maxOrderNotional(2_000)
                    .build())
            .clock(clock)
            .build();

    private void sent(String id, long quantity) {
        assertThat(gate.reserve(buy(id, quantity)).isApproved()).isTrue();
    }

    @Test
    void an_order_is_the_same_again_although_another_came_between() {
        gate.update(cash(100_000).build());
        sent("1", 10);
        sent("2", 11);

        assertThat(kinds(gate.reserve(buy("3", 10)))).containsExactly(LimitKind.DUPLICATE_ORDER);
        assertThat(kinds(gate.reserve(buy("4", 11)))).containsExactly(LimitKind.DUPLICATE_ORDER);
        assertThat(gate.check(buy("5", 12)).isApproved()).isTrue();
        assertThat(gate.check(sell("5", 10)).isApproved()).isTrue();
        assertThat(gate.check(OrderIntent.limit("5", "A", Side.BUY, 10, 99)).isApproved())
                .isTrue();
        assertThat(gate.check(OrderIntent.market("5", "B", Side.BUY, 10)).isApproved())
                .isTrue();
        clock.move(10);
        assertThat(gate.check(buy("5", 10)).isApproved()).isTrue();
    }

    @Test
    void a_circle_of_eight_is_caught_and_what_is_longer_ago_than_that_is_forgotten() {
        gate.update(cash(100_000).build());
        for (int i = 1; i <= 8; i++) {
            sent("o" + i, i);
        }
        assertThat(kinds(gate.check(buy("again", 1)))).containsExactly(LimitKind.DUPLICATE_ORDER);

        sent("o9", 9);

        assertThat(gate.check(buy("again", 1)).isApproved()).isTrue();
        assertThat(kinds(gate.check(buy("again", 2)))).containsExactly(LimitKind.DUPLICATE_ORDER);
    }

    @Test
    void the_youngest_of_two_that_are_the_same_counts() {
        gate.update(cash(100_000).build());
        sent("1", 10);
        clock.move(10);
        sent("2", 10);
        clock.move(1);

        assertThat(gate.check(buy("3", 10)).violations()).hasToString("[DUPLICATE_ORDER: 1.0 s is below 10.0 s]");
    }

    @Test
    void an_exit_may_be_the_same_again_and_again() {
        gate.update(cash(100_000).position(Position.of("A", 30, 100)).build());

        for (int i = 0; i < 3; i++) {
            assertThat(gate.reserve(sell("exit" + i, 10)).isApproved()).isTrue();
        }
    }

    @Test
    void the_largest_order_steps_below_every_quantity_that_was_sent_just_now() {
        gate.update(cash(100_000).build());
        for (int quantity = 20; quantity > 12; quantity--) {
            sent("o" + quantity, quantity);
        }

        MaxQuantity most = gate.maxQuantity(buy("most", 1));

        assertThat(most.quantity()).isEqualTo(12);
        assertThat(most.boundBy().map(Limit::kind)).hasValue(LimitKind.DUPLICATE_ORDER);
        assertThat(gate.check(buy("most", 12)).isApproved()).isTrue();
        assertThat(gate.check(buy("most", 13)).isApproved()).isFalse();
    }
}
