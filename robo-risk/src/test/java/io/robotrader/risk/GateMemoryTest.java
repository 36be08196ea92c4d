package io.robotrader.risk;

import static io.robotrader.risk.Desk.kinds;
import static io.robotrader.risk.Desk.mark;
import static io.robotrader.risk.Desk.noLimits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Unit;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the gate remembers from one message to the next, and what it does not let a message make it forget. */
class GateMemoryTest {

    private final RiskGate gate = RiskGate.builder()
            .limits(noLimits().maxDailyLoss(0.005).maxDrawdown(0.1).build())
            .clock(() -> Desk.NOON)
            .build();

    @Test
    void going_flat_does_not_make_the_gate_forget_what_the_day_has_lost() {
        gate.update(AccountSnapshot.builder(100_000).market(mark("A", 100)).build());
        gate.beginTradeDate();

        gate.update(AccountSnapshot.builder(80_000).build());

        assertThat(gate.figures().dailyPnl()).isEqualTo(-20_000);
        assertThat(kinds(gate.check(buy("1")))).containsExactly(LimitKind.DAILY_LOSS_LIMIT, LimitKind.DRAWDOWN_LIMIT);
        gate.beginTradeDate();
        assertThat(kinds(gate.check(buy("1")))).containsExactly(LimitKind.DRAWDOWN_LIMIT);
    }

    @Test
    void a_first_snapshot_with_shares_does_not_tell_how_the_day_began() {
        gate.update(AccountSnapshot.builder(0)
                .position(Position.of("A", 10, 100))
                .market(mark("A", 100))
                .build());

        assertThat(kinds(gate.check(buy("1")))).contains(LimitKind.UNKNOWN_DATA);
    }

    @Test
    void money_paid_in_or_out_moves_the_peak_and_makes_no_drawdown() {
        gate.update(AccountSnapshot.builder(100_000).market(mark("A", 100)).build());

        gate.update(AccountSnapshot.builder(50_000)
                .paidInToday(-50_000)
                .startOfDayEquity(100_000)
                .build());
        assertThat(gate.check(buy("1")).isApproved()).isTrue();

        gate.update(AccountSnapshot.builder(130_000)
                .paidInToday(50_000)
                .startOfDayEquity(100_000)
                .build());
        assertThat(kinds(gate.check(buy("2")))).contains(LimitKind.DRAWDOWN_LIMIT);
    }

    @Test
    void a_price_from_the_future_does_not_keep_the_present_out() {
        gate.update(AccountSnapshot.builder(0)
                .startOfDayEquity(1_000)
                .position(Position.of("A", 10, 100))
                .build());
        gate.update(MarketData.of("A", Desk.NOON.plus(Duration.ofDays(365)), 100));

        gate.update(mark("A", 50));

        assertThat(gate.figures().equity()).isEqualTo(500);
        gate.update(MarketData.of("A", Desk.NOON.minusSeconds(1), 99));
        assertThat(gate.figures().equity()).isEqualTo(500);
    }

    @Test
    void a_fill_that_crosses_a_cancellation_is_booked_until_the_next_trade_date() {
        gate.update(AccountSnapshot.builder(100_000).market(mark("A", 100)).build());
        gate.reserve(buy("1"));
        gate.reserve(buy("2"));
        gate.closed("1");
        gate.closed("2");

        assertThat(gate.book("1", 3, 100)).isTrue();

        assertThat(gate.figures().grossExposure()).isEqualTo(300);
        assertThatThrownBy(() -> gate.book("1", 8, 100)).hasMessage("quantity must be at most 7, but was 8");
        gate.beginTradeDate();
        assertThat(gate.book("2", 1, 100)).isFalse();
    }

    @Test
    void a_rule_that_asks_the_gate_again_is_told_so_and_nothing_is_held() {
        AtomicReference<RiskGate> asked = new AtomicReference<>();
        RiskGate curious = RiskGate.builder()
                .policy(RiskPolicy.of(RiskLimits.none()).and(Limit.custom("x", 1, Unit.COUNT), (impact, account) -> {
                    asked.get().check(OrderIntent.market("probe", "A", Side.BUY, 1));
                    return 0;
                }))
                .build();
        asked.set(curious);
        curious.update(AccountSnapshot.builder(1_000).market(mark("A", 1)).build());

        assertThatThrownBy(() -> curious.reserve(buy("1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a rule, a lookup or a clock must not call the gate that is asking it");
        assertThat(curious.held()).isEmpty();
    }

    private static OrderIntent buy(String id) {
        return OrderIntent.market(id, "A", Side.BUY, 10);
    }
}
