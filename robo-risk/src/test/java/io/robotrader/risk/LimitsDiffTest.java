package io.robotrader.risk;

import static io.robotrader.risk.Desk.noLimits;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.LimitsDiff.Change;
import io.robotrader.risk.LimitsDiff.Direction;
import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.rule.LimitKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LimitsDiffTest {

    static final List<LimitCase> CASES = LimitCase.ALL;

    @ParameterizedTest
    @FieldSource("CASES")
    void switching_on_tightens_and_switching_off_loosens(LimitCase it) {
        RiskLimits off = noLimits().build();
        RiskLimits on = it.on().apply(noLimits()).build();
        RiskLimits offAgain = on.toBuilder().off(it.kind()).build();

        assertThat(off.diff(on).changes())
                .containsExactly(new Change(it.kind(), off.bound(it.kind()), on.bound(it.kind()), Direction.TIGHTENED));
        assertThat(off.diff(on).onlyTightens()).isTrue();
        assertThat(on.diff(offAgain).changes())
                .containsExactly(new Change(it.kind(), on.bound(it.kind()), off.bound(it.kind()), Direction.LOOSENED));
        assertThat(on.diff(offAgain).onlyTightens()).isFalse();
        assertThat(on.diff(on).changes()).isEmpty();
        assertThat(offAgain).isEqualTo(off);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void a_ceiling_tightens_by_falling_and_a_floor_by_rising(LimitCase it) {
        RiskLimits on = it.on().apply(noLimits()).build();
        Map<LimitKind, Double> higher = new EnumMap<>(on.bounds());
        higher.replaceAll((kind, bound) -> bound + 0.5);
        RiskLimits raised = new RiskLimitsBuilder(higher, on.stopDistance(), on.restricted()).build();
        boolean isFloor = Set.of(LimitKind.DUPLICATE_ORDER, LimitKind.VOLUME_LIMIT, LimitKind.MARKET_CAP_LIMIT)
                .contains(it.kind());
        if (it.kind() == LimitKind.RESTRICTED_SYMBOL) {
            return; // compared by its symbols, below
        }

        assertThat(on.diff(raised).onlyTightens()).isEqualTo(isFloor);
        assertThat(raised.diff(on).onlyTightens()).isEqualTo(!isFloor);
    }

    @Test
    void restricted_symbols_are_compared_one_by_one() {
        RiskLimits one = noLimits().restricted(Set.of("A")).build();
        RiskLimits two = noLimits().restricted(Set.of("A", "B")).build();
        RiskLimits other = noLimits().restricted(Set.of("C")).build();

        assertThat(direction(one, two)).isEqualTo(Direction.TIGHTENED);
        assertThat(direction(two, one)).isEqualTo(Direction.LOOSENED);
        assertThat(direction(one, other)).isEqualTo(Direction.CHANGED);
    }

    @Test
    void rk_11_what_is_assumed_of_stops_is_told_as_a_change_of_the_heat() {
        RiskLimits now = noLimits().stopDistance(new StopDistance(2, 0.02)).build();

        assertThat(direction(now, with(3, 0.02))).isEqualTo(Direction.TIGHTENED);
        assertThat(direction(now, with(2, 0.01))).isEqualTo(Direction.LOOSENED);
        assertThat(direction(now, with(3, 0.01))).isEqualTo(Direction.CHANGED);
    }

    private static RiskLimits with(double atrFactor, double fraction) {
        return noLimits().stopDistance(new StopDistance(atrFactor, fraction)).build();
    }

    private static Direction direction(RiskLimits before, RiskLimits after) {
        assertThat(before.diff(after).changes()).hasSize(1);
        return before.diff(after).changes().get(0).direction();
    }
}
