package io.robotrader.risk;

import static io.robotrader.risk.Desk.buy;
import static io.robotrader.risk.Desk.cash;
import static io.robotrader.risk.Desk.gate;
import static io.robotrader.risk.Desk.holding;
import static io.robotrader.risk.Desk.kinds;
import static io.robotrader.risk.Desk.noLimits;
import static io.robotrader.risk.Desk.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.LimitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each built-in limit below, at and above its bound. */
class GateBoundaryTest {

    @ParameterizedTest
    @CsvSource({"99, true", "100, true", "101, false"})
    void order_notional(long shares, boolean approved) {
        RiskGate gate = gate(noLimits().maxOrderNotional(10_000), cash(100_000));

        assertThat(gate.check(buy("1", shares)).isApproved()).isEqualTo(approved);
        assertThat(gate.check(sell("2", shares)).isApproved()).isEqualTo(approved);
    }

    @ParameterizedTest
    @CsvSource({"199, true", "200, true", "201, false"})
    void symbol_exposure(long shares, boolean approved) {
        RiskGate gate = gate(noLimits().maxSymbolExposure(0.20), cash(100_000));

        assertThat(gate.check(buy("1", shares)).isApproved()).isEqualTo(approved);
    }

    @Test
    void ov_4_symbol_exposure_counts_what_is_held_already() {
        RiskGate gate = gate(noLimits().maxSymbolExposure(0.20), holding(200));

        RiskDecision decision = gate.check(buy("1", 200));

        assertThat(kinds(decision)).containsExactly(LimitKind.POSITION_SIZE_LIMIT);
        assertThat(decision.violations().get(0).observed()).isEqualTo(0.40);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "2, true"})
    void position_count(int most, boolean approved) {
        RiskGate gate = gate(noLimits().maxOpenPositions(most), cash(100_000));

        assertThat(gate.check(buy("1", 1)).isApproved()).isEqualTo(approved);
    }

    @Test
    void ov_2_at_the_position_limit_an_existing_symbol_may_grow_and_close_and_only_a_new_one_is_refused() {
        RiskGate gate = gate(noLimits().maxOpenPositions(1), holding(100));

        assertThat(gate.check(buy("1", 10)).isApproved()).isTrue();
        assertThat(gate.check(sell("2", 100)).isApproved()).isTrue();
        assertThat(kinds(gate.check(OrderIntent.market("3", "B", Side.BUY, 1))))
                .containsExactly(LimitKind.POSITION_COUNT_LIMIT);
    }

    @ParameterizedTest
    @CsvSource({"299, true", "300, true", "301, false"})
    void portfolio_heat(long shares, boolean approved) {
        RiskGate gate = gate(noLimits().maxPortfolioHeat(0.06), cash(100_000));

        // 20 a share at risk
        assertThat(gate.check(buy("1", shares).withStop(80)).isApproved()).isEqualTo(approved);
        assertThat(gate.check(sell("2", shares).withStop(120)).isApproved()).isEqualTo(approved);
    }

    @ParameterizedTest
    @CsvSource({"100499, true", "100500, false", "100501, false", "99000, true"})
    void ov_13_reaching_the_daily_loss_limit_refuses_while_every_other_limit_may_be_reached(
            double morning, boolean approved) {
        double lossLimit = 500 / 100_500.0;
        RiskGate gate = gate(noLimits().maxDailyLoss(lossLimit), cash(100_000).startOfDayEquity(morning));

        assertThat(gate.check(buy("1", 1)).isApproved()).isEqualTo(approved);
    }

    @ParameterizedTest
    @CsvSource({"49, true", "50, true", "51, false"})
    void buying_power(long shares, boolean approved) {
        RiskGate gate = gate(noLimits().maxBuyingPowerUse(0.5), cash(100_000).buyingPower(10_000));

        assertThat(gate.check(buy("1", shares)).isApproved()).isEqualTo(approved);
    }

    @Test
    void no_buying_power_refuses_every_opening_order() {
        RiskGate gate = gate(noLimits().maxBuyingPowerUse(1), cash(100_000).buyingPower(0));

        RiskDecision decision = gate.check(buy("1", 1));

        assertThat(kinds(decision)).containsExactly(LimitKind.BUYING_POWER);
        assertThat(decision.violations().get(0).message()).isEqualTo("BUYING_POWER: without bound is above 100.00 %");
    }

    @Test
    void an_order_is_valued_at_its_limit_and_not_at_the_mark() {
        RiskGate gate = gate(noLimits().maxOrderNotional(10_000), cash(100_000));

        assertThat(gate.check(OrderIntent.limit("1", "A", Side.BUY, 100, 100.01))
                        .isApproved())
                .isFalse();
        assertThat(gate.check(OrderIntent.limit("2", "A", Side.BUY, 101, 99)).isApproved())
                .isTrue();
    }

    @Test
    void ov_7_a_refusal_tells_every_limit_with_its_number_and_not_only_the_first() {
        RiskGate gate = gate(Desk.seven(), cash(100_000).startOfDayEquity(110_000));

        RiskDecision decision = gate.check(buy("1", 2_000).withStop(10));

        assertThat(kinds(decision))
                .containsExactly(
                        LimitKind.BUYING_POWER,
                        LimitKind.DAILY_LOSS_LIMIT,
                        LimitKind.ORDER_NOTIONAL_LIMIT,
                        LimitKind.POSITION_SIZE_LIMIT,
                        LimitKind.PORTFOLIO_HEAT_LIMIT);
        assertThat(decision.violations())
                .hasToString("[BUYING_POWER: 200.00 % is above 100.00 %, "
                        + "DAILY_LOSS_LIMIT: 9.09 % reaches 0.50 %, "
                        + "ORDER_NOTIONAL_LIMIT: 200,000.00 is above 10,000.00, "
                        + "POSITION_SIZE_LIMIT: 200.00 % is above 20.00 %, "
                        + "PORTFOLIO_HEAT_LIMIT: 180.00 % is above 6.00 %]");
    }
}
