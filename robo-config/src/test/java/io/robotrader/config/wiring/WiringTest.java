package io.robotrader.config.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.ConfigLoader;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.RiskConfig;
import io.robotrader.correlation.CorrelationSettings;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.halt.HaltLevel;
import io.robotrader.risk.halt.HaltPolicy;
import io.robotrader.risk.halt.HaltTrigger;
import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.sizing.KellyEdge;
import io.robotrader.risk.sizing.SizeBound;
import io.robotrader.risk.sizing.SizingRequest;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WiringTest {

    private static final RoboConfig DEFAULTS = RoboConfig.defaults();
    private static final SizingRequest REQUEST =
            new SizingRequest(Instrument.of("AAPL"), 100, 1e6, 1e6, OptionalDouble.of(2.5));

    @Test
    void the_default_settings_make_the_default_objects() {
        assertThat(Wiring.limits(DEFAULTS)).isEqualTo(RiskLimits.defaults());
        assertThat(Wiring.haltPolicy(DEFAULTS.risk())).isEqualTo(HaltPolicy.defaults());
        assertThat(Wiring.correlation(DEFAULTS.data())).isEqualTo(CorrelationSettings.defaults());
    }

    @ParameterizedTest
    @CsvSource({
        "risk.maxBuyingPowerUsePct, 0.9, BUYING_POWER, 0.9",
        "risk.maxDailyLossPct, 0.01, DAILY_LOSS_LIMIT, 0.01",
        "risk.maxDrawdownPct, 0.1, DRAWDOWN_LIMIT, 0.1",
        "risk.maxLossStreak, 4, LOSS_STREAK, 4",
        "execution.maxDailyTrades, 50, DAILY_TRADE_LIMIT, 50",
        "execution.maxOrdersPerMinute, 6, ORDER_RATE, 6",
        "execution.duplicateOrderWindow, 2500ms, DUPLICATE_ORDER, 2.5",
        "risk.maxPriceAge, 5m, STALE_PRICE, 300",
        "risk.maxPriceDistancePct, 0.05, PRICE_COLLAR, 0.05",
        "risk.minVolume, 2000000, VOLUME_LIMIT, 2000000",
        "risk.minMarketCap, 5000000000, MARKET_CAP_LIMIT, 5000000000",
        "risk.maxOrderNotional, 25000, ORDER_NOTIONAL_LIMIT, 25000",
        "risk.maxDailyNotional, 500000.5, DAILY_NOTIONAL_LIMIT, 500000.5",
        "risk.maxSymbolExposurePct, 0.5, POSITION_SIZE_LIMIT, 0.5",
        "risk.maxSectorExposurePct, 0.4, SECTOR_EXPOSURE_LIMIT, 0.4",
        "risk.maxLeverage, 1.5, LEVERAGE_LIMIT, 1.5",
        "risk.maxOpenPositions, 7, POSITION_COUNT_LIMIT, 7",
        "risk.correlationLimit, 0.9, CORRELATION_LIMIT, 0.9",
        "risk.maxPortfolioHeatPct, 0.1, PORTFOLIO_HEAT_LIMIT, 0.1",
        "risk.maxPortfolioBeta, 1.1, BETA_LIMIT, 1.1",
        "risk.maxValueAtRiskPct, 0.03, VALUE_AT_RISK_LIMIT, 0.03"
    })
    void cf_13_a_cap_is_the_bound_of_its_limit_and_of_no_other_and_off_is_off(
            String path, String value, LimitKind kind, double bound) {
        RiskLimits before = Wiring.limits(DEFAULTS);

        RiskLimits changed = Wiring.limits(with(path, value));
        RiskLimits off = Wiring.limits(with(path, "off"));

        assertThat(changed.bound(kind)).hasValue(bound);
        assertThat(changed.toBuilder().off(kind).build())
                .isEqualTo(before.toBuilder().off(kind).build());
        assertThat(off).isEqualTo(before.toBuilder().off(kind).build());
    }

    @Test
    void limits_that_are_switches_follow_theirs() {
        assertThat(Wiring.limits(with("execution.enableShortSelling", "true")).bound(LimitKind.SHORT_SELLING))
                .isEmpty();
        assertThat(Wiring.limits(with("execution.onlyInSession", "true")).bound(LimitKind.OUTSIDE_SESSION))
                .isPresent();
        assertThat(Wiring.limits(with("risk.restrictedSymbols", "gme, amc")).restricted())
                .isEqualTo(Set.of("GME", "AMC"));
    }

    @Test
    void every_limit_of_the_gate_has_a_setting() {
        RoboConfig all = ConfigLoader.create()
                .set("risk.maxLossStreak", "5")
                .set("risk.maxValueAtRiskPct", "0.05")
                .set("risk.restrictedSymbols", "GME")
                .set("execution.onlyInSession", "true")
                .load()
                .config();

        assertThat(Wiring.limits(all).bounds().keySet())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(
                        LimitKind.INVALID_ORDER, LimitKind.HALTED, LimitKind.UNKNOWN_DATA, LimitKind.CUSTOM)));
    }

    @Test
    void the_stop_distance_is_that_of_the_settings() {
        assertThat(Wiring.limits(with("risk.atrRiskFactor", "3")).stopDistance())
                .isEqualTo(new StopDistance(3.0, 0.02));
        assertThat(Wiring.limits(with("risk.stopLossPct", "0.04")).stopDistance())
                .isEqualTo(new StopDistance(2.0, 0.04));
    }

    @Test
    void the_sizer_is_that_of_the_settings() {
        RiskConfig kelly = with("risk.positionSizingMethod", "kelly").risk();
        KellyEdge edge = new KellyEdge(0.55, 1, 1, 1_000_000_000);

        // 2 % of a million at 100; 2 % of a million at risk of 2 x 2.5 a share; a quarter of 10 %, but at most 2 %
        assertThat(Wiring.sizer(DEFAULTS.risk()).size(REQUEST).quantity()).isEqualTo(200);
        assertThat(Wiring.sizer(with("risk.positionSizingMethod", "atr").risk())
                        .size(REQUEST)
                        .quantity())
                .isEqualTo(4000);
        assertThat(Wiring.sizer(kelly, edge).size(REQUEST).quantity()).isEqualTo(200);
        assertThat(Wiring.sizer(kelly).size(REQUEST).boundBy()).isEqualTo(SizeBound.NO_EDGE);
    }

    @Test
    void the_stop_stays_or_follows() {
        RiskConfig trailing = with("risk.useTrailingStop", "true").risk();

        assertThat(Wiring.stop(DEFAULTS.risk(), Side.BUY, 100).onPrice(110).price())
                .isEqualTo(98);
        assertThat(Wiring.stop(trailing, Side.BUY, 100).onPrice(200).price()).isEqualTo(197);
        assertThat(Wiring.stop(trailing, Side.SELL, 100).price()).isEqualTo(101.5);
    }

    @ParameterizedTest
    @EnumSource(
            value = HaltTrigger.class,
            names = {"PERSON", "LOST_RECORD", "WEEKLY_LOSS", "MONTHLY_LOSS"},
            mode = EnumSource.Mode.EXCLUDE)
    void each_trigger_of_the_kill_switch_does_what_its_setting_says(HaltTrigger trigger) {
        String path = "risk.halt."
                + Map.of(
                                HaltTrigger.DAILY_LOSS, "dailyLoss",
                                HaltTrigger.LEVERAGE, "leverage",
                                HaltTrigger.HEAT, "heat",
                                HaltTrigger.DRAWDOWN, "drawdown",
                                HaltTrigger.REJECTED_ORDERS, "rejectedOrders",
                                HaltTrigger.UNHEALTHY, "unhealthy")
                        .get(trigger);

        assertThat(policy(path, "halt").level(trigger)).isEqualTo(HaltLevel.HALT);
        assertThat(policy(path, "reduce_only").level(trigger)).isEqualTo(HaltLevel.REDUCE_ONLY);
        assertThat(policy(path, "off").level(trigger)).isEqualTo(HaltLevel.NORMAL);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEEKLY_LOSS", "MONTHLY_LOSS"})
    void the_losses_of_longer_periods_halt_wherever_they_have_a_limit(HaltTrigger trigger) {
        assertThat(policy("risk.enableEmergencyShutdown", "true").level(trigger))
                .isEqualTo(HaltLevel.HALT);
        assertThat(policy("risk.enableEmergencyShutdown", "false").level(trigger))
                .isEqualTo(HaltLevel.NORMAL);
    }

    @Test
    void cf_13_the_emergency_shutdown_can_be_switched_off_and_a_person_still_halts() {
        HaltPolicy policy = policy("risk.enableEmergencyShutdown", "false");

        assertThat(policy.level(HaltTrigger.DAILY_LOSS)).isEqualTo(HaltLevel.NORMAL);
        assertThat(policy.level(HaltTrigger.PERSON)).isEqualTo(HaltLevel.HALT);
    }

    private static HaltPolicy policy(String path, String value) {
        return Wiring.haltPolicy(with(path, value).risk());
    }

    private static RoboConfig with(String path, String value) {
        return ConfigLoader.create().set(path, value).load().config();
    }
}
