package io.robotrader.risk;

import static io.robotrader.risk.Desk.kinds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.RiskRules;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each limit through the public door: inside it, at it, beyond it, without its data, and for an exit. */
class LimitTableTest {

    static final List<LimitCase> CASES = LimitCase.ALL;

    static final List<LimitCase> WITH_DATA = CASES.stream()
            .filter(it -> it.missing() != LimitCase.NOTHING_MISSING)
            .toList();

    @ParameterizedTest
    @FieldSource("CASES")
    void inside_passes_beyond_is_refused_and_at_the_limit_passes_save_for_the_daily_loss(LimitCase it) {
        assertThat(kinds(decide(it, true, -1))).isEmpty();
        assertThat(decide(it, true, 0).isApproved()).isEqualTo(it.kind() != LimitKind.DAILY_LOSS_LIMIT);
        assertThat(kinds(decide(it, true, 1))).containsExactly(it.kind());
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void without_the_limit_the_same_order_passes(LimitCase it) {
        assertThat(kinds(decide(it, false, 1))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("WITH_DATA")
    void ov_9_without_its_data_a_limit_refuses_and_says_that_it_does_not_know(LimitCase it) {
        LimitCase.Scene scene = it.scene(true);
        OrderIntent order = it.missing().set(scene, 0);

        RiskDecision decision = scene.gate.check(order);

        assertThat(kinds(decision)).isNotEmpty().containsOnly(LimitKind.UNKNOWN_DATA);
        assertThat(decision.violations())
                .anySatisfy(violation -> assertThat(violation.limit().kind()).isEqualTo(it.kind()));
    }

    @Test
    void ov_12_a_gate_that_was_told_no_session_does_not_know_whether_it_is_open() {
        LimitCase.Scene scene =
                new LimitCase.Scene(Desk.noLimits().onlyInSession().build(), false);

        assertThat(kinds(scene.gate.check(Desk.buy("1", 1)))).containsExactly(LimitKind.UNKNOWN_DATA);
    }

    @Test
    void without_the_markets_volatility_or_the_symbols_value_at_risk_is_not_known() {
        LimitCase.Scene scene =
                new LimitCase.Scene(Desk.noLimits().maxValueAtRisk(1).build(), true);
        scene.gate.marketVolatility(0.01);
        scene.facts(facts -> facts.withBeta(1));

        assertThat(kinds(scene.gate.check(Desk.buy("1", 1)))).containsExactly(LimitKind.UNKNOWN_DATA);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void ov_3_no_limit_meets_an_exit_beyond_it_or_without_data(LimitCase it) {
        LimitCase.Scene beyond = it.scene(true);
        it.setting().set(beyond, 1);
        beyond.gate.update(beyond.account.position(Position.of("A", 7, 100)).build());
        LimitCase.Scene blind =
                new LimitCase.Scene(it.on().apply(Desk.noLimits()).build(), false);
        blind.gate.update(AccountSnapshot.builder(0)
                .position(Position.of("D", 7, 100))
                .position(Position.of("E", 7, 100))
                .build());

        assertThat(kinds(beyond.gate.reserve(Desk.sell("exit", 7)))).isEmpty();
        assertThat(kinds(blind.gate.reserve(OrderIntent.market("exit", "D", Side.SELL, 7))))
                .isEmpty();
    }

    @Test
    void no_limit_is_a_dead_knob() {
        Set<String> methods = Arrays.stream(RiskLimitsBuilder.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getReturnType() == RiskLimitsBuilder.class)
                .map(Method::getName)
                .collect(Collectors.toSet());
        methods.removeAll(Set.of("off", "stopDistance"));

        assertThat(CASES).extracting(LimitCase::builderMethod).containsExactlyInAnyOrderElementsOf(methods);
        assertThat(CASES)
                .extracting(LimitCase::kind)
                .containsAll(RiskLimits.defaults().bounds().keySet())
                .doesNotHaveDuplicates();
    }

    @Test
    void each_kind_is_either_a_limit_or_the_gates_own_or_the_users() {
        Set<LimitKind> others = EnumSet.allOf(LimitKind.class);
        CASES.forEach(it -> others.remove(it.kind()));

        assertThat(others)
                .containsExactlyInAnyOrder(
                        LimitKind.INVALID_ORDER, LimitKind.HALTED, LimitKind.UNKNOWN_DATA, LimitKind.CUSTOM);
        others.forEach(kind -> assertThatThrownBy(() -> RiskRules.of(Limit.of(kind, 1), Set.of()))
                .hasMessage("kind must be one of a built-in limit, but was " + kind));
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void each_builder_method_sets_its_own_limit_and_no_other(LimitCase it) {
        assertThat(it.on().apply(Desk.noLimits()).build().bounds()).containsOnlyKeys(it.kind());
    }

    private static RiskDecision decide(LimitCase it, boolean limited, int step) {
        LimitCase.Scene scene = it.scene(limited);
        OrderIntent order = it.setting().set(scene, step);
        return scene.gate.check(order);
    }
}
