package io.robotrader.risk.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.Unit;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each knob has an effect, and each bad setting is refused. */
class HaltPolicyTest {

    private static KillSwitch with(HaltPolicy.Builder policy) {
        return KillSwitch.of(policy.build(), HaltStores.inMemory(), new HandClock());
    }

    @Test
    void the_level_of_a_trigger_is_the_policys() {
        KillSwitch killSwitch = with(HaltPolicy.builder().on(HaltTrigger.HEAT, HaltLevel.HALT));

        killSwitch.trip(HaltTrigger.HEAT, "hot");

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.HALT);
    }

    @Test
    void a_trigger_that_is_off_neither_trips_nor_warns() {
        KillSwitch killSwitch = with(HaltPolicy.builder().off(HaltTrigger.HEAT));

        assertThat(killSwitch.trip(HaltTrigger.HEAT, "hot")).isFalse();
        killSwitch.warn(HaltTrigger.HEAT, "warm");

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
    }

    @Test
    void ks_4_whether_to_flatten_travels_with_a_halt_and_only_with_a_halt() {
        KillSwitch killSwitch = with(HaltPolicy.builder().flattenOnHalt(true));

        killSwitch.trip(HaltTrigger.HEAT, "hot");
        assertThat(killSwitch.halt().orElseThrow().flatten()).isFalse();

        killSwitch.trip(HaltTrigger.DAILY_LOSS, "lost");
        assertThat(killSwitch.halt().orElseThrow().flatten()).isTrue();
    }

    @Test
    void a_lost_record_never_flattens() {
        KillSwitch killSwitch = with(HaltPolicy.builder().flattenOnHalt(true));
        KillSwitch blind = KillSwitch.of(
                HaltPolicy.builder().flattenOnHalt(true).build(), new BrokenStore().broken(), new HandClock());

        killSwitch.trip(HaltTrigger.LOST_RECORD, "the disk was changed");

        assertThat(killSwitch.halt().orElseThrow().flatten()).isFalse();
        assertThat(blind.halt().orElseThrow().flatten()).isFalse();
    }

    @Test
    void the_warning_comes_as_early_as_the_policy_says() {
        KillSwitch early = with(HaltPolicy.builder().warnAt(0.5));
        KillSwitch late = with(HaltPolicy.builder().warnAt(1));
        Limit limit = Limit.custom("leverage", 2, Unit.RATIO);

        early.watch(HaltTrigger.LEVERAGE, limit, 1);
        late.watch(HaltTrigger.LEVERAGE, limit, 1.99);

        assertThat(early.level()).isEqualTo(HaltLevel.WARN);
        assertThat(late.level()).isEqualTo(HaltLevel.NORMAL);
    }

    @Test
    void a_changed_policy_keeps_the_rest_and_leaves_the_first_as_it_was() {
        HaltPolicy first = HaltPolicy.builder()
                .rejectedOrders(3, Duration.ofSeconds(10))
                .warnAt(0.7)
                .flattenOnHalt(true)
                .off(HaltTrigger.HEAT)
                .build();

        HaltPolicy second =
                first.toBuilder().on(HaltTrigger.HEAT, HaltLevel.HALT).build();

        assertThat(first.level(HaltTrigger.HEAT)).isEqualTo(HaltLevel.NORMAL);
        assertThat(second.level(HaltTrigger.HEAT)).isEqualTo(HaltLevel.HALT);
        assertThat(second.toBuilder().off(HaltTrigger.HEAT).build())
                .isEqualTo(first)
                .hasSameHashCodeAs(first);
        assertThat(second).isNotEqualTo(first).isNotEqualTo(HaltPolicy.defaults());
        assertThat(first)
                .hasToString("HaltPolicy"
                        + "{DAILY_LOSS=HALT, WEEKLY_LOSS=HALT, MONTHLY_LOSS=HALT, LEVERAGE=REDUCE_ONLY, DRAWDOWN=HALT,"
                        + " REJECTED_ORDERS=REDUCE_ONLY, UNHEALTHY=REDUCE_ONLY, PERSON=HALT}, 3 rejected within PT10S,"
                        + " warn at 0.7, flatten");
    }

    @Test
    void bad_settings_are_refused() {
        HaltPolicy.Builder policy = HaltPolicy.builder();

        refused(() -> policy.on(HaltTrigger.HEAT, HaltLevel.WARN), "level must be REDUCE_ONLY or HALT, but was WARN");
        refused(
                () -> policy.on(HaltTrigger.LOST_RECORD, HaltLevel.HALT),
                "trigger must be one that can be changed, but was LOST_RECORD");
        refused(
                () -> policy.off(HaltTrigger.LOST_RECORD),
                "trigger must be one that can be changed, but was LOST_RECORD");
        refused(() -> policy.off(HaltTrigger.PERSON), "trigger must be one that can be switched off, but was PERSON");
        refused(() -> policy.rejectedOrders(0, Duration.ofMinutes(5)), "count must be at least 1, but was 0");
        refused(
                () -> policy.rejectedOrders(10_001, Duration.ofMinutes(5)),
                "count must be at most 10000, but was 10001");
        refused(() -> policy.rejectedOrders(5, Duration.ZERO), "window must be positive, but was PT0S");
        refused(() -> policy.rejectedOrders(5, Duration.ofSeconds(-1)), "window must be positive, but was PT-1S");
        refused(() -> policy.warnAt(0), "warnAt must be a fraction in (0, 1], but was 0.0");
        assertThat(policy.build()).isEqualTo(HaltPolicy.defaults());
    }

    @Test
    void a_halt_cannot_be_written_that_makes_no_sense() {
        refused(
                () -> new Halt(HaltLevel.WARN, HaltTrigger.HEAT, "warm", Instant.EPOCH, false),
                "level must be REDUCE_ONLY or HALT, but was WARN");
        refused(
                () -> new Halt(HaltLevel.REDUCE_ONLY, HaltTrigger.HEAT, "hot", Instant.EPOCH, true),
                "flatten must be false below HALT, but was true at REDUCE_ONLY");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
