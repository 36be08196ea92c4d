package io.robotrader.risk;

import static io.robotrader.risk.Desk.NOON;
import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.gate;
import static io.robotrader.risk.Desk.holding;
import static io.robotrader.risk.Desk.kinds;
import static io.robotrader.risk.Desk.noLimits;
import static io.robotrader.risk.Desk.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Unit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Exits are never trapped, and nothing that opens hides in one. */
class GateExitTest {

    private static final RiskLimits TINY = Desk.seven()
            .maxOrderNotional(1e-6)
            .maxSymbolExposure(1e-6)
            .maxOpenPositions(0)
            .maxPortfolioHeat(1e-6)
            .maxDailyLoss(1e-6)
            .maxBuyingPowerUse(1e-6)
            .build();

    @Property
    void ov_3_whatever_the_book_and_however_small_the_limits_an_exit_passes(
            @ForAll @LongRange(min = 1, max = 1_000_000) long held,
            @ForAll boolean isShort,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double cash,
            @ForAll @DoubleRange(min = 0.01, max = 1e5) double price,
            @ForAll @LongRange(min = 1, max = 1_000_000) long wanted,
            @ForAll boolean marked) {
        RiskGate gate = RiskGate.of(TINY);
        AccountSnapshot.Builder account = AccountSnapshot.builder(cash)
                .startOfDayEquity(1e6)
                .buyingPower(0)
                .position(Position.of("A", isShort ? -held : held, 100));
        if (marked) {
            account.market(MarketData.of("A", NOON, price));
        }
        gate.update(account.build());
        Side exit = isShort ? Side.BUY : Side.SELL;
        long quantity = Math.min(held, wanted);

        RiskDecision reducing = gate.reserve(OrderIntent.market("exit", "A", exit, quantity));
        RiskDecision opening = gate.check(OrderIntent.market("more", "A", exit, held - quantity + 1));

        assertThat(reducing.isApproved()).isTrue();
        assertThat(opening.isApproved()).isFalse();
    }

    @Test
    void ov_1_a_sale_of_what_is_held_is_an_exit_and_not_new_exposure() {
        RiskGate gate = gate(noLimits().maxOrderNotional(1_000).maxSymbolExposure(0.01), holding(500));

        assertThat(gate.check(sell("1", 500)).isApproved()).isTrue();
        assertThat(gate.check(buy("2", 500)).isApproved()).isFalse();
    }

    @Test
    void a_flip_is_judged_by_the_part_that_opens() {
        RiskGate gate = gate(noLimits().maxOrderNotional(1_000), holding(500));

        assertThat(gate.check(sell("1", 510)).isApproved()).isTrue();
        assertThat(gate.check(sell("2", 511)).violations().get(0).observed()).isEqualTo(1_100);
    }

    @Test
    void rules_see_the_order_taken_apart() {
        AtomicInteger asked = new AtomicInteger();
        RiskGate gate = gate(noLimits(), holding(-30));
        gate.use(RiskPolicy.of(noLimits().build()).and(Limit.custom("look", 1, Unit.COUNT), (impact, account) -> {
            asked.incrementAndGet();
            assertThat(impact.order().quantity()).isEqualTo(100);
            assertThat(impact.reducingQuantity()).isEqualTo(30);
            assertThat(impact.openingQuantity()).isEqualTo(70);
            assertThat(impact.openingNotional()).isEqualTo(7_000);
            assertThat(impact.symbolExposureAfter()).isEqualTo(7_000);
            assertThat(impact.addedRisk()).isEqualTo(140);
            assertThat(impact.opensSymbol()).isFalse();
            assertThat(impact.price()).isEqualTo(100);
            return 0;
        }));

        assertThat(gate.check(buy("1", 100)).isApproved()).isTrue();
        assertThat(gate.check(buy("2", 30)).isApproved()).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void working_exits_leave_no_room_for_a_second_one_that_would_flip() {
        RiskGate gate = gate(noLimits().maxOpenPositions(0), holding(100));

        assertThat(gate.reserve(sell("1", 60)).isApproved()).isTrue();
        assertThat(gate.check(sell("2", 40)).isApproved()).isTrue();
        assertThat(kinds(gate.check(sell("3", 41))))
                .containsExactly(LimitKind.POSITION_COUNT_LIMIT, LimitKind.DUPLICATE_ORDER);
        assertThat(gate.check(sell("3", 41)).violations().get(1).message())
                .contains("60 shares are being closed by working orders already");
    }

    @Test
    void ov_6_without_equity_the_refusal_says_so_and_exits_pass() {
        RiskGate gate =
                gate(Desk.seven(), cash(-1_000).startOfDayEquity(100_000).position(Position.of("A", 10, 100)));

        RiskDecision decision = gate.check(buy("1", 1));

        assertThat(kinds(decision)).containsExactly(LimitKind.BUYING_POWER);
        assertThat(decision.violations().get(0).message()).isEqualTo("BUYING_POWER: no equity is left: 0.0");
        assertThat(gate.check(sell("2", 10)).isApproved()).isTrue();
    }
}
