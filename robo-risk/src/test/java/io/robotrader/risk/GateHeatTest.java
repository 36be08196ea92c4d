package io.robotrader.risk;

import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.gate;
import static io.robotrader.risk.Desk.mark;
import static io.robotrader.risk.Desk.noLimits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.heat.StopDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateHeatTest {

    @Test
    void rk_1_heat_is_a_fraction_of_the_equity_and_not_of_the_positions() {
        // 10 shares at 100 with a stop 7 % away, in an account of a million
        RiskGate gate = gate(
                Desk.seven(),
                cash(999_000)
                        .startOfDayEquity(1_000_000)
                        .position(Position.of("A", 10, 100).withStop(93)));

        assertThat(gate.figures().heat()).isEqualTo(70 / 1e6, within(1e-15));
        assertThat(gate.check(Desk.buy("1", 1)).isApproved()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10, 90, 100", // long, 10 below
        "-10, 110, 100", // short, 10 above
        "10, 102, 0", // long, fallen through its stop: incurred, not at risk
        "-10, 98, 0", // short, risen through it
        "10, 100, 0" // at the stop
    })
    void rk_3_only_what_can_still_be_lost_is_heat(long shares, double stop, double risk) {
        RiskGate gate = gate(
                noLimits(), cash(100_000).position(Position.of("A", shares, 80).withStop(stop)));

        assertThat(gate.figures().riskAtStops()).isEqualTo(risk);
    }

    @Test
    void without_a_stop_the_range_is_taken_and_without_that_the_default_fraction() {
        AccountSnapshot.Builder account = cash(100_000).position(Position.of("A", -10, 100));
        RiskGate gate = gate(noLimits().stopDistance(new StopDistance(3, 0.05)), account);

        assertThat(gate.figures().riskAtStops()).isEqualTo(50, within(1e-9));
        gate.update(mark("A", 100).withAtr(2));

        assertThat(gate.figures().riskAtStops()).isEqualTo(60);
    }

    @Test
    void another_policy_changes_the_distance_of_positions_and_working_orders() {
        RiskGate gate = gate(noLimits(), cash(100_000).position(Position.of("A", 10, 100)));
        gate.reserve(Desk.buy("1", 10));
        assertThat(gate.figures().riskAtStops()).isEqualTo(40, within(1e-9));

        gate.use(RiskPolicy.of(noLimits().stopDistance(new StopDistance(2, 0.5)).build()));

        assertThat(gate.figures().riskAtStops()).isEqualTo(1_000);
    }
}
