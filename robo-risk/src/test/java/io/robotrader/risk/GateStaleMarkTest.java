package io.robotrader.risk;

import static io.robotrader.risk.Desk.NOON;
import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Equity, exposure and leverage rest on the marks of what is held: they must not be old either. */
class GateStaleMarkTest {

    private final HandClock clock = new HandClock();
    private final RiskGate gate = RiskGate.builder()
            .limits(noLimits().maxPriceAge(60).build())
            .clock(clock)
            .build();

    private void markNow(String symbol) {
        gate.update(MarketData.of(symbol, clock.instant(), 100));
    }

    @Test
    void dt_3_a_price_of_a_day_and_ten_seconds_ago_is_not_ten_seconds_old() {
        gate.update(cash(100_000).build());

        clock.move(24 * 60 * 60 + 10);

        assertThat(gate.check(buy("1", 1)).violations())
                .hasToString("[STALE_PRICE: 86,410.0 s is above 60.0 s, the mark of A]");
    }

    @Test
    void an_old_mark_of_what_is_held_refuses_an_order_in_another_symbol_and_is_named() {
        gate.update(cash(90_000).position(Position.of("B", -100, 100)).build());
        clock.move(60);
        markNow("A");
        assertThat(gate.check(buy("1", 1)).isApproved()).isTrue();

        clock.move(0.5);

        assertThat(gate.check(buy("1", 1)).violations())
                .hasToString("[STALE_PRICE: 60.5 s is above 60.0 s, the mark of B]");
        assertThat(gate.maxQuantity(buy("1", 1)))
                .isEqualTo(new MaxQuantity(
                        0,
                        gate.explain(buy("1", 1)).checks().stream()
                                .map(LimitCheck::limit)
                                .findFirst()));
        markNow("B");
        assertThat(gate.check(buy("1", 1)).isApproved()).isTrue();
    }

    @Test
    void an_exit_from_what_has_an_old_mark_passes_and_with_it_the_way_is_free() {
        gate.update(cash(90_000).position(Position.of("B", 100, 100)).build());
        clock.move(3_600);
        markNow("A");
        assertThat(gate.check(buy("1", 1)).isApproved()).isFalse();

        OrderIntent exit = OrderIntent.market("exit", "B", Side.SELL, 100);
        assertThat(gate.reserve(exit).isApproved()).isTrue();
        assertThat(gate.book("exit", 100, 99)).isTrue();

        assertThat(gate.check(buy("1", 1)).isApproved()).isTrue();
    }

    @Test
    void the_mark_of_a_working_order_counts_until_the_order_is_over() {
        gate.update(cash(100_000).build());
        gate.reserve(OrderIntent.market("w", "B", Side.BUY, 10));
        clock.move(61);
        markNow("A");

        assertThat(kinds(gate.check(buy("1", 1)))).containsExactly(LimitKind.STALE_PRICE);
        gate.closed("w");
        assertThat(gate.check(buy("1", 1)).isApproved()).isTrue();
    }

    @Test
    void a_mark_from_the_future_is_refused_until_it_is_corrected() {
        gate.update(cash(90_000).position(Position.of("B", 100, 100)).build());
        gate.update(MarketData.of("B", NOON.plusSeconds(100), 100));

        assertThat(gate.check(buy("1", 1)).violations())
                .hasToString("[STALE_PRICE: 100.0 s is above 60.0 s, the mark of B, from the future]");
        markNow("B");
        assertThat(gate.check(buy("1", 1)).isApproved()).isTrue();
    }

    @Test
    void a_position_without_a_mark_is_named_and_its_kind_is_unknown_data() {
        gate.update(cash(90_000).position(Position.of("X", 100, 100)).build());

        RiskDecision decision = gate.check(buy("1", 1));

        assertThat(kinds(decision)).containsExactly(LimitKind.UNKNOWN_DATA);
        assertThat(decision.violations()).hasToString("[STALE_PRICE: no mark is known for X]");
        assertThat(gate.check(OrderIntent.market("1", "X", Side.SELL, 100)).isApproved())
                .isTrue();
    }

    @Test
    void the_explanation_tells_the_exact_age_and_whose_it_is_for_passes_too() {
        gate.update(cash(90_000)
                .position(Position.of("B", 100, 100))
                .position(Position.of("C", 100, 100))
                .market(Desk.mark("C", 100))
                .build());
        clock.move(20);
        markNow("A");
        markNow("B");
        clock.move(10);
        markNow("C");

        Explanation why = gate.explain(buy("1", 1));

        LimitCheck check = why.checks().get(0);
        assertThat(check.passed()).isTrue();
        assertThat(check.observed()).hasValue(10);
        assertThat(check.dataAge()).hasValue(Duration.ofSeconds(10));
        assertThat(check.dataSymbol()).hasValue("A");
        clock.move(51);
        markNow("A");
        assertThat(gate.explain(buy("1", 1)).toString())
                .contains("NO   STALE_PRICE", "61.0 s of         60.0 s", ", data of B 61 s old");
        assertThat(gate.explain(buy("1", 1)).toJson()).contains("\"dataAgeSeconds\":61.0,\"dataSymbol\":\"B\"");
    }

    @Test
    void the_explanation_says_of_whom_there_is_no_data() {
        gate.update(cash(90_000).position(Position.of("X", 100, 100)).build());

        assertThat(gate.explain(buy("1", 1)).toString()).contains(", no data of X\n");
        Json.check(gate.explain(buy("1", 1)).toJson());
    }

    @Test
    void a_short_sale_beyond_the_position_is_no_exit_and_needs_fresh_marks() {
        gate.update(cash(90_000)
                .position(Position.of("A", 100, 100))
                .position(Position.of("B", 1, 100))
                .build());
        clock.move(61);
        markNow("A");

        assertThat(gate.check(sell("1", 100)).isApproved()).isTrue();
        assertThat(kinds(gate.check(sell("1", 101)))).containsExactly(LimitKind.STALE_PRICE);
    }

    @Test
    void a_rule_of_the_users_own_may_ask_for_the_exact_age_beside_the_built_in_one() {
        gate.use(RiskPolicy.of(noLimits().maxPriceAge(60).build())
                .and(
                        Limit.custom("fresh book", 15, Unit.SECONDS),
                        (impact, account) -> account.oldestMarkAgeSeconds(0)));
        gate.update(cash(90_000).position(Position.of("B", 100, 100)).build());
        clock.move(20);
        markNow("A");
        assertThat(gate.check(buy("1", 1)).violations()).hasToString("[fresh book: 20.0 s is above 15.0 s]");

        markNow("B");
        clock.move(15);

        assertThat(gate.check(buy("1", 1)).isApproved()).isTrue();
    }

    @Property(tries = 300)
    void the_decision_is_that_of_a_slow_twin_that_looks_at_every_mark(@ForAll long seed) {
        Random random = new Random(seed);
        HandClock hands = new HandClock();
        RiskGate fast = RiskGate.builder()
                .limits(noLimits().maxPriceAge(60).build())
                .clock(hands)
                .build();
        fast.update(AccountSnapshot.builder(1e6).build());
        Map<String, Double> marks = new HashMap<>();
        Map<String, Long> held = new HashMap<>();
        double now = 0;
        for (int step = 0; step < 100; step++) {
            String symbol = "S" + random.nextInt(4);
            int what = random.nextInt(4);
            if (what == 0) {
                double seconds = random.nextInt(40);
                now += seconds;
                hands.move(seconds);
            } else if (what == 1) {
                double time = now + random.nextInt(21) - 10 + (random.nextInt(10) == 0 ? 100 : 0);
                double before = marks.getOrDefault(symbol, Double.NEGATIVE_INFINITY);
                if (time >= before || before > now) {
                    marks.put(symbol, time);
                }
                fast.update(MarketData.of(symbol, NOON.plusSeconds((long) time), 100));
            } else if (what == 2) {
                held.put(symbol, random.nextInt(3) - 1L);
                AccountSnapshot.Builder account = AccountSnapshot.builder(1e6);
                held.forEach((name, shares) -> account.position(Position.of(name, shares, 100)));
                fast.update(account.build());
            }
            String asked = "S" + random.nextInt(4);
            boolean known = marks.containsKey(asked)
                    && held.entrySet().stream().allMatch(it -> it.getValue() == 0 || marks.containsKey(it.getKey()));
            double time = now;
            boolean fresh = known
                    && marks.entrySet().stream()
                            .filter(it -> it.getKey().equals(asked) || held.getOrDefault(it.getKey(), 0L) != 0)
                            .allMatch(it -> Math.abs(time - it.getValue()) <= 60);
            Side opening = held.getOrDefault(asked, 0L) < 0 ? Side.SELL : Side.BUY;

            assertThat(fast.check(OrderIntent.market("o", asked, opening, 1)).isApproved())
                    .isEqualTo(fresh);
        }
    }
}
