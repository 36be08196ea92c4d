package io.robotrader.risk;

import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.kinds;
import static io.robotrader.risk.Desk.mark;
import static io.robotrader.risk.Desk.noLimits;
import static io.robotrader.risk.Desk.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltLevel;
import io.robotrader.risk.halt.HaltListener;
import io.robotrader.risk.halt.HaltPolicy;
import io.robotrader.risk.halt.HaltStores;
import io.robotrader.risk.halt.HaltTrigger;
import io.robotrader.risk.halt.KillSwitch;
import io.robotrader.risk.rule.LimitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The kill switch as the gate obeys it and feeds it. */
class GateHaltTest {

    private final HandClock clock = new HandClock();
    private final KillSwitch killSwitch = KillSwitch.of(HaltPolicy.defaults(), HaltStores.inMemory(), clock);

    private RiskGate gate(RiskLimitsBuilder limits) {
        RiskGate gate = RiskGate.builder()
                .limits(limits.build())
                .clock(clock)
                .killSwitch(killSwitch)
                .build();
        gate.update(cash(90_000)
                .startOfDayEquity(100_000)
                .position(Position.of("A", 100, 100))
                .build());
        return gate;
    }

    @Test
    void ks_7_while_it_is_halted_exits_pass_and_what_opens_is_refused() {
        RiskGate gate = gate(noLimits());
        killSwitch.trip(HaltTrigger.PERSON, "lunch");

        assertThat(kinds(gate.reserve(buy("1", 1)))).containsExactly(LimitKind.HALTED);
        assertThat(kinds(gate.check(sell("2", 101)))).contains(LimitKind.HALTED);
        assertThat(gate.maxQuantity(sell("3", 1)).quantity()).isEqualTo(100);
        assertThat(gate.maxQuantity(buy("3", 1)).quantity()).isZero();
        assertThat(gate.reserve(sell("4", 100)).isApproved()).isTrue();

        killSwitch.reset("ann", "back again");
        assertThat(gate.reserve(buy("5", 1)).isApproved()).isTrue();
    }

    @Test
    void ks_1_an_order_far_beyond_the_leverage_is_refused_and_is_no_breach() {
        RiskGate gate = gate(noLimits().maxLeverage(1).maxPortfolioHeat(0.01));

        assertThat(kinds(gate.reserve(buy("1", 1_000_000))))
                .containsExactly(LimitKind.LEVERAGE_LIMIT, LimitKind.PORTFOLIO_HEAT_LIMIT);
        gate.monitor();

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
        assertThat(gate.check(buy("1", 1)).isApproved()).isTrue();
    }

    @Test
    void ks_2_the_fifth_refused_opening_order_within_five_minutes_ends_opening_inside_the_gate() {
        RiskGate gate = gate(noLimits().maxOrderNotional(1_000));
        for (int i = 0; i < 4; i++) {
            gate.reserve(buy("r" + i, 11));
            clock.move(75);
        }
        assertThat(gate.check(buy("1", 10)).isApproved()).isTrue();

        gate.reserve(OrderIntent.market("r4", "UNHEARD", Side.BUY, 1));

        assertThat(kinds(gate.check(buy("1", 10)))).containsExactly(LimitKind.HALTED);
        assertThat(killSwitch.halt().map(Halt::trigger)).hasValue(HaltTrigger.REJECTED_ORDERS);
        assertThat(gate.check(sell("2", 100)).isApproved()).isTrue();
    }

    @Test
    void ks_8_refusals_that_are_far_apart_and_checks_and_refused_exits_do_not_add_up() {
        RiskGate gate = gate(noLimits().maxOrderNotional(1_000));
        gate.reserve(sell("exit", 1));
        for (int i = 0; i < 50; i++) {
            gate.check(buy("c" + i, 11));
            assertThat(gate.reserve(sell("exit", 1)).isApproved()).isFalse();
        }
        for (int i = 0; i < 50; i++) {
            gate.reserve(buy("r" + i, 11));
            clock.move(76);
        }

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
    }

    @Test
    void the_real_book_trips_on_its_daily_loss_drawdown_leverage_and_heat() {
        assertTrips(noLimits().maxDailyLoss(0.02), HaltTrigger.DAILY_LOSS);
        assertTrips(noLimits().maxDrawdown(0.019), HaltTrigger.DRAWDOWN);
        assertTrips(noLimits().maxLeverage(0.08), HaltTrigger.LEVERAGE);
        assertTrips(noLimits().maxPortfolioHeat(0.0016), HaltTrigger.HEAT);
    }

    private static void assertTrips(RiskLimitsBuilder limits, HaltTrigger trigger) {
        GateHaltTest desk = new GateHaltTest();
        RiskGate gate = desk.gate(limits);

        // 100 shares from 100 to 80: 2 % of 100,000
        gate.update(mark("A", 80));
        assertThat(gate.report().breaches()).hasSize(1);
        assertThat(desk.killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
        gate.monitor();

        assertThat(desk.killSwitch.halt().map(Halt::trigger)).hasValue(trigger);
    }

    @Test
    void working_orders_are_no_breach_of_the_real_book() {
        RiskGate gate = gate(noLimits());
        gate.reserve(buy("1", 5_000));
        gate.use(noLimits().maxLeverage(1).maxPortfolioHeat(0.01).build());

        gate.monitor();

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
    }

    @Test
    void four_fifths_of_a_limit_warn_and_the_warning_goes_when_it_is_over() {
        RiskGate gate = gate(noLimits().maxLeverage(0.125));

        gate.monitor();
        assertThat(killSwitch.warnings()).containsOnlyKeys(HaltTrigger.LEVERAGE);
        assertThat(gate.check(buy("1", 1)).isApproved()).isTrue();
        gate.use(noLimits().maxLeverage(0.126).build());
        gate.monitor();

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.NORMAL);
    }

    @Test
    void a_warning_goes_with_the_limit_that_raised_it_and_no_other_does() {
        RiskGate gate = gate(noLimits().maxLeverage(0.11).maxPortfolioHeat(0.0022));
        killSwitch.warn(HaltTrigger.DRAWDOWN, "said by somebody else");
        gate.monitor();
        assertThat(killSwitch.warnings())
                .containsOnlyKeys(HaltTrigger.LEVERAGE, HaltTrigger.HEAT, HaltTrigger.DRAWDOWN);

        gate.use(noLimits().maxPortfolioHeat(0.0022).build());

        assertThat(killSwitch.warnings()).containsOnlyKeys(HaltTrigger.HEAT, HaltTrigger.DRAWDOWN);
        gate.use(noLimits().build());
        assertThat(killSwitch.warnings()).containsOnlyKeys(HaltTrigger.DRAWDOWN);
        gate.monitor();
        assertThat(killSwitch.warnings()).containsOnlyKeys(HaltTrigger.DRAWDOWN);
    }

    @Test
    void a_warning_that_is_told_after_its_limit_was_switched_off_does_not_stay() {
        RiskGate gate = gate(noLimits().maxLeverage(0.11).maxPortfolioHeat(0.0022));
        List<Set<HaltTrigger>> told = new ArrayList<>();
        killSwitch.addListener(new HaltListener() {
            @Override
            public void tripped(Halt halt) {}

            @Override
            public void warned(Map<HaltTrigger, String> warnings) {
                told.add(warnings.keySet());
                if (told.size() == 1) {
                    // the monitor is between the leverage and the heat
                    gate.use(noLimits().build());
                }
            }
        });

        gate.monitor();

        assertThat(told).contains(Set.of(HaltTrigger.LEVERAGE), Set.of(HaltTrigger.HEAT));
        assertThat(killSwitch.warnings()).isEmpty();
    }

    @Test
    void a_halt_stays_when_the_limit_that_brought_it_about_is_switched_off() {
        RiskGate gate = gate(noLimits().maxLeverage(0.05));
        gate.monitor();
        Halt halt = killSwitch.halt().orElseThrow();

        gate.use(noLimits().build());
        gate.monitor();

        assertThat(killSwitch.halt()).hasValue(halt);
        assertThat(kinds(gate.check(buy("1", 1)))).containsExactly(LimitKind.HALTED);
    }

    @Test
    void a_number_of_the_real_book_that_is_not_known_warns() {
        RiskGate gate = gate(noLimits().maxLeverage(1));
        gate.update(cash(1).position(Position.of("X", 1, 1)).build());

        gate.monitor();

        assertThat(killSwitch.level()).isEqualTo(HaltLevel.WARN);
        assertThat(killSwitch.warnings().get(HaltTrigger.LEVERAGE)).contains("LEVERAGE_LIMIT is not known");
    }

    @Test
    void ov_5_positions_without_equity_are_leverage_without_bound() {
        RiskGate gate = gate(noLimits().maxLeverage(2));
        gate.update(cash(-10_000).position(Position.of("A", 100, 100)).build());

        PortfolioReport report = gate.monitor();

        assertThat(report.breaches()).hasSize(1);
        assertThat(killSwitch.halt().map(Halt::trigger)).hasValue(HaltTrigger.LEVERAGE);
    }

    @Test
    void listeners_may_ask_the_gate() {
        RiskGate gate = gate(noLimits().maxLeverage(0.05));
        List<RiskDecision> answers = new ArrayList<>();
        killSwitch.addListener(new HaltListener() {
            @Override
            public void tripped(Halt halt) {
                gate.held().forEach(order -> gate.closed(order.order().id()));
                Thread other = new Thread(() -> answers.add(gate.reserve(sell("exit", 100))));
                other.start();
                try {
                    other.join(10_000);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });

        gate.monitor();

        assertThat(answers).containsExactly(RiskDecision.Approved.APPROVED);
    }

    @Test
    void a_warning_of_a_limit_that_is_on_again_is_not_taken_back_by_the_change_before() {
        RiskLimits watched = noLimits().maxDailyLoss(0.02).maxLeverage(0.1).build();
        RiskGate gate = gate(noLimits());
        gate.use(watched);
        // 1.7 % lost, and 8,300 held by 98,300
        gate.update(mark("A", 83));
        gate.monitor();
        assertThat(killSwitch.warnings()).containsOnlyKeys(HaltTrigger.DAILY_LOSS, HaltTrigger.LEVERAGE);
        killSwitch.addListener(new HaltListener() {
            @Override
            public void tripped(Halt halt) {}

            @Override
            public void warned(Map<HaltTrigger, String> warnings) {
                if (warnings.size() == 1) {
                    gate.use(watched);
                    gate.monitor();
                }
            }
        });

        gate.use(noLimits().build());

        assertThat(killSwitch.warnings()).containsOnlyKeys(HaltTrigger.DAILY_LOSS, HaltTrigger.LEVERAGE);
    }
}
