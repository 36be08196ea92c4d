package io.robotrader.risk.halt;

import static io.robotrader.risk.halt.HaltTrigger.DAILY_LOSS;
import static io.robotrader.risk.halt.HaltTrigger.DRAWDOWN;
import static io.robotrader.risk.halt.HaltTrigger.HEAT;
import static io.robotrader.risk.halt.HaltTrigger.LEVERAGE;
import static io.robotrader.risk.halt.HaltTrigger.PERSON;
import static io.robotrader.risk.halt.HaltTrigger.UNHEALTHY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Unit;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KillSwitchTest {

    private final HandClock clock = new HandClock();
    private final BrokenStore store = new BrokenStore();
    private final KillSwitch killSwitch = KillSwitch.of(HaltPolicy.defaults(), store, clock);

    @Test
    void a_fresh_switch_holds_nothing_back() {
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
        assertThat(killSwitch.level().mayOpen()).isTrue();
        assertThat(killSwitch.halt()).isEmpty();
        assertThat(killSwitch.isSaved()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void ks_7_every_trigger_that_is_on_ends_the_opening_of_risk(HaltTrigger trigger) {
        HaltLevel expected = switch (trigger) {
            case LEVERAGE, HEAT, REJECTED_ORDERS, UNHEALTHY -> HaltLevel.REDUCE_ONLY;
            case DAILY_LOSS, WEEKLY_LOSS, MONTHLY_LOSS, DRAWDOWN, PERSON, LOST_RECORD -> HaltLevel.HALT;
        };

        boolean changed = killSwitch.trip(trigger, "a test");

        assertThat(changed).isTrue();
        assertThat(killSwitch.level()).isEqualTo(expected);
        assertThat(killSwitch.level().mayOpen()).isFalse();
        assertThat(killSwitch.halt()).contains(new Halt(expected, trigger, "a test", HandClock.NOON, false));
    }

    @Test
    void it_rises_and_never_comes_down_by_a_trip() {
        assertThat(killSwitch.trip(HEAT, "hot")).isTrue();
        assertThat(killSwitch.trip(LEVERAGE, "high")).isFalse();
        assertThat(killSwitch.halt().orElseThrow().trigger()).isEqualTo(HEAT);

        assertThat(killSwitch.trip(DAILY_LOSS, "lost")).isTrue();
        assertThat(killSwitch.trip(HEAT, "hot")).isFalse();
        assertThat(killSwitch.trip(DRAWDOWN, "deep")).isFalse();

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.HALT);
        assertThat(killSwitch.halt().orElseThrow().reason()).isEqualTo("lost");
    }

    @Test
    void a_persons_word_is_not_lost_behind_a_machines() {
        killSwitch.trip(DAILY_LOSS, "lost");

        assertThat(killSwitch.trip(PERSON, "the exchange called")).isTrue();
        assertThat(killSwitch.trip(PERSON, "again")).isFalse();
        assertThat(killSwitch.trip(DRAWDOWN, "deep")).isFalse();

        assertThat(killSwitch.halt().orElseThrow().reason()).isEqualTo("the exchange called");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n"})
    void an_emergency_is_not_refused_for_want_of_words(String nothing) {
        killSwitch.trip(PERSON, nothing);

        assertThat(killSwitch.halt().orElseThrow().reason()).isEqualTo("no reason given");
    }

    @Test
    void ks_3_a_reset_needs_who_and_why_and_is_recorded() {
        killSwitch.trip(DAILY_LOSS, "lost");
        Halt halt = killSwitch.halt().orElseThrow();

        for (String nobody : new String[] {null, "", " ", " Ann"}) {
            String was = nobody == null ? "null" : "\"" + nobody + "\"";
            assertThatThrownBy(() -> killSwitch.reset(nobody, "checked"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("who must be a text that is not blank and has no space around it, but was " + was);
            assertThatThrownBy(() -> killSwitch.reset(halt, "Ann", nobody))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("why must be a text that is not blank and has no space around it, but was " + was);
        }
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.HALT);

        clock.move(Duration.ofHours(1));
        assertThat(killSwitch.reset("Ann", "checked")).isTrue();

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
        assertThat(killSwitch.halt()).isEmpty();
        assertThat(store.lastReset).isEqualTo(new HaltReset(halt, "Ann", "checked", HandClock.NOON.plusSeconds(3_600)));
    }

    @Test
    void there_is_nothing_to_reset_where_nothing_is_halted() {
        killSwitch.warn(HEAT, "warm");

        assertThat(killSwitch.reset("Ann", "checked")).isFalse();

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.WARN);
        assertThat(store.lastReset).isNull();
    }

    @Test
    void a_reset_of_the_halt_that_was_seen_does_not_lift_a_later_one() {
        killSwitch.trip(HEAT, "hot");
        Halt seen = killSwitch.halt().orElseThrow();
        killSwitch.trip(PERSON, "stop everything");

        assertThat(killSwitch.reset(seen, "Ann", "cooled down")).isFalse();
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.HALT);

        assertThat(killSwitch.reset(killSwitch.halt().orElseThrow(), "Ann", "spoke to them"))
                .isTrue();
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
    }

    @Test
    void warnings_come_and_go_by_themselves_each_by_its_trigger() {
        killSwitch.warn(HEAT, "at 85 %");
        killSwitch.warn(LEVERAGE, "at 90 %");
        assertThat(killSwitch.warnings()).containsOnlyKeys(HEAT, LEVERAGE);
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.WARN);
        assertThat(killSwitch.level().mayOpen()).isTrue();

        killSwitch.clearWarning(HEAT);
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.WARN);
        assertThat(killSwitch.warnings()).containsExactlyEntriesOf(java.util.Map.of(LEVERAGE, "at 90 %"));

        killSwitch.clearWarning(LEVERAGE);
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
        assertThat(store.saves).isZero();
    }

    @Test
    void a_warning_neither_lowers_nor_hides_a_halt_and_outlives_its_reset() {
        killSwitch.trip(UNHEALTHY, "no data");
        killSwitch.warn(HEAT, "at 85 %");
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.REDUCE_ONLY);

        killSwitch.reset("Ann", "data is back");

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.WARN);
        assertThat(killSwitch.warnings()).containsOnlyKeys(HEAT);
    }

    @Test
    void ks_6_a_number_of_the_portfolio_warns_and_trips_when_it_comes() {
        Limit heat = Limit.of(LimitKind.PORTFOLIO_HEAT_LIMIT, 0.10);

        assertThat(killSwitch.watch(HEAT, heat, 0.0799)).isFalse();
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
        assertThat(killSwitch.watch(HEAT, heat, 0.08)).isFalse();
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.WARN);
        assertThat(killSwitch.watch(HEAT, heat, 0.05)).isFalse();
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
        assertThat(killSwitch.watch(HEAT, heat, 0.10)).isFalse();
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.WARN);

        assertThat(killSwitch.watch(HEAT, heat, 0.11)).isTrue();
        assertThat(killSwitch.watch(HEAT, heat, 0.12)).isFalse();
        assertThat(killSwitch.watch(HEAT, heat, 0.05)).isFalse();

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.REDUCE_ONLY);
        assertThat(killSwitch.halt().orElseThrow().reason())
                .isEqualTo("PORTFOLIO_HEAT_LIMIT is at 0.11, its limit is 0.1");
    }

    @Test
    void reaching_the_daily_loss_halts() {
        Limit dailyLoss = Limit.of(LimitKind.DAILY_LOSS_LIMIT, 0.005);

        assertThat(killSwitch.watch(DAILY_LOSS, dailyLoss, 0.00499)).isFalse();
        assertThat(killSwitch.watch(DAILY_LOSS, dailyLoss, 0.005)).isTrue();

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.HALT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void what_is_not_known_is_no_breach_but_a_warning(double unknown) {
        boolean tripped = killSwitch.watch(LEVERAGE, Limit.custom("leverage", 2, Unit.RATIO), unknown);

        assertThat(tripped).isFalse();
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.WARN);
        assertThat(killSwitch.warnings()).containsEntry(LEVERAGE, "leverage is not known: " + unknown);
    }

    @Test
    void a_limit_of_zero_is_not_close_before_it_is_passed() {
        Limit nothing = Limit.custom("leverage", 0, Unit.RATIO);

        killSwitch.watch(LEVERAGE, nothing, 0);
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);

        killSwitch.watch(LEVERAGE, nothing, 0.1);
        assertThat(killSwitch.level()).isEqualTo(HaltLevel.REDUCE_ONLY);
    }

    @Test
    void asking_for_the_level_allocates_nothing() {
        killSwitch.trip(HEAT, "hot");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        int open = ask(20_000);

        long before = threads.getCurrentThreadAllocatedBytes();
        open += ask(20_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(open).isZero();
        assertThat(allocated).isLessThan(20_000); // less than a byte a question: the measurement itself may take some
    }

    private int ask(int times) {
        int open = 0;
        for (int i = 0; i < times; i++) {
            open += killSwitch.level().mayOpen() ? 1 : 0;
        }
        return open;
    }
}
