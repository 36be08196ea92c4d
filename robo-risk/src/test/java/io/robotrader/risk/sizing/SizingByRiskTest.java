package io.robotrader.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.Side;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizingByRiskTest {

    private static final SizingRequest BUY = request(Side.BUY, 50);

    private static SizingRequest request(Side side, double entry) {
        return SizingRequest.of(Instrument.of("A"), side, entry, 100_000, 100_000);
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 48, 500, RISK_BUDGET", // 1,000 at risk, 2 a share
        "SELL, 52, 500, RISK_BUDGET",
        "BUY, 49.9, 2000, BUYING_POWER", // 10,000 shares by risk, but 100,000 buys 2,000
        "BUY, 50, 0, STOP_ON_WRONG_SIDE",
        "BUY, 52, 0, STOP_ON_WRONG_SIDE",
        "SELL, 48, 0, STOP_ON_WRONG_SIDE"
    })
    void a_position_loses_one_percent_of_the_equity_at_its_stop(Side side, double stop, long shares, SizeBound bound) {
        PositionSizer sizer = PositionSizers.fixedRisk(0.01);

        assertThat(sizer.size(request(side, 50).withStop(stop))).isEqualTo(new PositionSize(shares, bound));
    }

    @Property
    void what_is_lost_at_the_stop_is_within_the_budget_and_one_lot_more_would_not_be(
            @ForAll Side side,
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.5) double distance,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.05) double riskFraction) {
        double entry = 20;
        double stop = entry * (1 - side.sign() * distance);
        SizingRequest request = SizingRequest.of(Instrument.of("A").withLotSize(10), side, entry, 1e5, 1e9)
                .withStop(stop);

        long shares = PositionSizers.fixedRisk(riskFraction).size(request).quantity();

        double budget = 1e5 * riskFraction * (1 + 1e-9);
        assertThat(shares * Math.abs(entry - stop)).isLessThanOrEqualTo(budget);
        assertThat((shares + 10) * Math.abs(entry - stop)).isGreaterThan(budget * (1 - 1e-8));
    }

    @Test
    void a_target_volatility_buys_less_of_what_moves_more() {
        PositionSizer sizer = PositionSizers.volatilityTarget(0.10, 256);

        // 2 % a day is 2 % x sqrt(256) = 32 % a year: 100,000 x 10 / 32 = 31,250 at 50 a share
        assertThat(sizer.size(BUY.withVolatility(0.02))).isEqualTo(new PositionSize(625, SizeBound.VOLATILITY_TARGET));
        assertThat(sizer.size(BUY.withVolatility(0.04)).quantity()).isEqualTo(312);
        assertThat(sizer.size(BUY.withVolatility(Double.MIN_VALUE)))
                .isEqualTo(new PositionSize(2_000, SizeBound.BUYING_POWER));
    }

    @Test
    void rk_7_a_sizer_that_lacks_what_it_needs_says_so_and_none_stands_in_for_another() {
        assertThat(PositionSizers.fixedRisk(0.01).size(BUY.withAtr(1)))
                .isEqualTo(new PositionSize(0, SizeBound.STOP_UNKNOWN));
        assertThat(PositionSizers.atr(0.01, 2).size(BUY.withStop(48)))
                .isEqualTo(new PositionSize(0, SizeBound.ATR_UNKNOWN));
        assertThat(PositionSizers.volatilityTarget(0.10, 252).size(BUY.withAtr(1)))
                .isEqualTo(new PositionSize(0, SizeBound.VOLATILITY_UNKNOWN));
    }

    @Test
    void the_parameters_are_checked() {
        assertThatThrownBy(() -> PositionSizers.fixedRisk(0))
                .hasMessage("riskFraction must be a fraction in (0, 1], but was 0.0");
        assertThatThrownBy(() -> PositionSizers.volatilityTarget(Double.NaN, 252))
                .hasMessage("targetAnnualVolatility must be positive and finite, but was NaN");
        assertThatThrownBy(() -> PositionSizers.volatilityTarget(0.1, 0))
                .hasMessage("periodsPerYear must be positive and finite, but was 0.0");
    }
}
