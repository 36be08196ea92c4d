package io.robotrader.risk;

import static io.robotrader.risk.Desk.NOON;
import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.LimitKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ExplanationTest {

    static final List<LimitCase> CASES = LimitCase.ALL;

    @ParameterizedTest
    @FieldSource("CASES")
    void inside_there_is_headroom_and_beyond_there_is_none(LimitCase it) {
        LimitCase.Scene inside = it.scene(true);
        LimitCase.Scene beyond = it.scene(true);

        Explanation good = inside.gate.explain(it.setting().set(inside, -1));
        Explanation bad = beyond.gate.explain(it.setting().set(beyond, 1));

        good.checks().forEach(check -> {
            assertThat(check.passed()).isTrue();
            assertThat(check.headroom().orElseThrow()).isNotNegative();
            assertThat(check.used().orElseThrow()).isBetween(0.0, 1.0);
        });
        assertThat(bad.decision().isApproved()).isFalse();
        assertThat(bad.checks()).singleElement().satisfies(check -> {
            assertThat(check.passed()).isFalse();
            assertThat(check.headroom().orElseThrow()).isNegative();
            assertThat(check.used().orElseThrow()).isGreaterThan(1);
        });
        assertThat(bad.nearest()).hasValue(bad.checks().get(0));
        Json.check(good.toJson());
        Json.check(bad.toJson());
    }

    @Test
    void all_limits_are_told_with_the_age_of_what_they_rest_on() {
        LimitCase.Scene scene = new LimitCase.Scene(RiskLimits.defaults(), true);
        scene.facts(facts -> facts.withAverageVolume(2e6));
        scene.clock.move(5);
        scene.gate.update(Desk.mark("A", 100));
        scene.clock.move(1.5);

        Explanation why = scene.gate.explain(buy("1", 95));

        assertThat(why.checks()).hasSize(20);
        assertThat(check(why, LimitKind.STALE_PRICE).dataAge()).hasValue(Duration.ofMillis(6_500));
        assertThat(check(why, LimitKind.VOLUME_LIMIT).dataAge()).hasValue(Duration.ofMillis(6_500));
        assertThat(check(why, LimitKind.ORDER_RATE).dataAge()).isEmpty();
        assertThat(check(why, LimitKind.ORDER_NOTIONAL_LIMIT).headroom()).hasValue(500);
        assertThat(check(why, LimitKind.BETA_LIMIT).observed()).isEmpty();
        assertThat(check(why, LimitKind.BETA_LIMIT).headroom()).isEmpty();
        assertThat(why.nearest().orElseThrow().limit().kind()).isEqualTo(LimitKind.ORDER_NOTIONAL_LIMIT);
        Json.check(why.toJson());
    }

    @Test
    void the_text_is_the_same_in_every_locale_and_no_number_is_a_line_long() {
        LimitCase.Scene scene = new LimitCase.Scene(
                Desk.noLimits()
                        .maxOrderNotional(10_000)
                        .minSecondsBetweenSameOrders(1)
                        .build(),
                true);

        Explanation why = scene.gate.explain(buy("1", 101));

        assertThat(why.toString())
                .isEqualTo("BUY 101 A: refused, 101 shares open\n"
                        + "  ok   DUPLICATE_ORDER                for ever of          1.0 s, headroom for ever\n"
                        + "  NO   ORDER_NOTIONAL_LIMIT          10,100.00 of      10,000.00, headroom -100.00,"
                        + " data 0 s old\n"
                        + "  ORDER_NOTIONAL_LIMIT: 10,100.00 is above 10,000.00\n"
                        + "  nearest to binding: ORDER_NOTIONAL_LIMIT\n");
    }

    @Test
    void of_an_exit_and_of_an_unknown_symbol_no_limit_is_asked() {
        LimitCase.Scene scene = new LimitCase.Scene(RiskLimits.defaults(), true);
        scene.gate.update(scene.account.position(Position.of("A", 5, 100)).build());

        Explanation exit = scene.gate.explain(sell("1", 5));
        Explanation stranger = scene.gate.explain(OrderIntent.market("2", "\"Ş\\\u2028x\"", Side.BUY, 1));

        assertThat(exit.decision().isApproved()).isTrue();
        assertThat(exit.checks()).isEmpty();
        assertThat(exit.openingQuantity()).isZero();
        assertThat(exit.nearest()).isEmpty();
        assertThat(stranger.decision().isApproved()).isFalse();
        assertThat(stranger.checks()).isEmpty();
        Json.check(exit.toJson());
        Json.check(stranger.toJson());
    }

    @Test
    void value_at_risk_before_an_order_is_at_the_mark_whatever_the_limit_of_the_order() {
        LimitCase.Scene scene = new LimitCase.Scene(RiskLimits.none(), true);
        scene.gate.marketVolatility(0.01);
        scene.facts(facts -> facts.withBeta(1).withDailyVolatility(0.02));
        scene.gate.update(scene.account.position(Position.of("A", 100, 100)).build());

        OrderTailRisk risk = scene.gate.tailRisk(OrderIntent.limit("1", "A", Side.BUY, 100, 90));

        // 10,000 and 18,000 at 2 % a day; 1.645 deviations, and 2.063 in the mean beyond
        assertThat(risk.varBefore().orElseThrow()).isCloseTo(328.97, within(0.01));
        assertThat(risk.varAfter().orElseThrow()).isCloseTo(592.15, within(0.01));
        assertThat(risk.shortfallBefore().orElseThrow()).isCloseTo(412.54, within(0.01));
        assertThat(risk.shortfallAfter().orElseThrow()).isCloseTo(742.58, within(0.01));
        assertThat(scene.gate
                        .tailRisk(OrderIntent.market("1", "Z", Side.BUY, 1))
                        .varAfter())
                .isEmpty();
    }

    @Test
    void rk_8_a_huge_beta_that_has_gone_leaves_no_rounding_behind() {
        LimitCase.Scene scene = new LimitCase.Scene(Desk.noLimits().maxBeta(1.2).build(), true);
        scene.facts(facts -> facts.withBeta(1.2));
        scene.gate.update(InstrumentFacts.of("B", NOON).withBeta(1e25));
        scene.gate.update(scene.account.position(Position.of("B", 100, 100)).build());
        scene.gate.update(InstrumentFacts.of("B", NOON).withBeta(0));

        Explanation why = scene.gate.explain(buy("1", 100));

        assertThat(check(why, LimitKind.BETA_LIMIT).observed().orElseThrow())
                .isCloseTo(12_000 / 110_000.0, within(1e-9));
    }

    private static LimitCheck check(Explanation why, LimitKind kind) {
        return why.checks().stream()
                .filter(check -> check.limit().kind() == kind)
                .findFirst()
                .orElseThrow();
    }
}
