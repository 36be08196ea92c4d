package io.robotrader.config.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.Cap;
import io.robotrader.config.section.DataConfig;
import io.robotrader.config.section.RiskConfig;
import io.robotrader.config.section.SizingMethod;
import io.robotrader.correlation.CorrelationSettings;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.sizing.PositionSize;
import io.robotrader.risk.sizing.SizingRequest;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WiringTest {

    private static final RiskConfig RISK = RoboConfig.defaults().risk();
    private static final DataConfig DATA = RoboConfig.defaults().data();

    /** A value that is not the default for each setting; a new setting fails the tests until it has one here. */
    private static final Map<String, Object> OTHER = Map.ofEntries(
            Map.entry("maxPositionPct", 0.05),
            Map.entry("maxDailyLossPct", Cap.of(0.01)),
            Map.entry("maxSymbolExposurePct", Cap.of(0.5)),
            Map.entry("maxOrderNotional", Cap.of(new BigDecimal("25000"))),
            Map.entry("maxOpenPositions", Cap.of(7)),
            Map.entry("maxPortfolioHeatPct", Cap.of(0.1)),
            Map.entry("correlationLimit", Cap.of(0.9)),
            Map.entry("positionSizingMethod", SizingMethod.ATR),
            Map.entry("atrRiskFactor", 3.0),
            Map.entry("stopLossPct", 0.04),
            Map.entry("correlationLookback", 80),
            Map.entry("correlationMinObservations", 40));

    /** Read by the engine, and by nothing that is wired here. */
    private static final Set<String> READ_BY_THE_ENGINE = Set.of("atrPeriod");

    private static final Map<String, LimitKind> CAPS = Map.of(
            "maxDailyLossPct", LimitKind.DAILY_LOSS_LIMIT,
            "maxSymbolExposurePct", LimitKind.POSITION_SIZE_LIMIT,
            "maxOrderNotional", LimitKind.ORDER_NOTIONAL_LIMIT,
            "maxOpenPositions", LimitKind.POSITION_COUNT_LIMIT,
            "maxPortfolioHeatPct", LimitKind.PORTFOLIO_HEAT_LIMIT,
            "correlationLimit", LimitKind.CORRELATION_LIMIT);

    private record Outcome(RiskLimits limits, PositionSize size) {
        static Outcome of(RiskConfig risk) {
            SizingRequest request = new SizingRequest(Instrument.of("AAPL"), 100, 1e6, 1e6, OptionalDouble.of(2.5));
            return new Outcome(Wiring.limits(risk), Wiring.sizer(risk).size(request));
        }
    }

    static Object[] riskSettings() {
        return RiskConfig.class.getRecordComponents();
    }

    static Object[] dataSettings() {
        return DataConfig.class.getRecordComponents();
    }

    @ParameterizedTest
    @MethodSource("riskSettings")
    void no_setting_of_the_risk_section_is_dead(RecordComponent setting) {
        assertThat(OTHER).containsKey(setting.getName());

        RiskConfig changed = with(RISK, setting.getName(), OTHER.get(setting.getName()));

        assertThat(changed).isNotEqualTo(RISK);
        assertThat(Outcome.of(changed)).isNotEqualTo(Outcome.of(RISK));
    }

    @ParameterizedTest
    @MethodSource("dataSettings")
    void no_setting_of_the_data_section_is_dead(RecordComponent setting) {
        if (READ_BY_THE_ENGINE.contains(setting.getName())) {
            return;
        }
        assertThat(OTHER).containsKey(setting.getName());

        DataConfig changed = with(DATA, setting.getName(), OTHER.get(setting.getName()));

        assertThat(Wiring.correlation(changed)).isNotEqualTo(Wiring.correlation(DATA));
    }

    @ParameterizedTest
    @MethodSource("riskSettings")
    void a_cap_that_is_off_is_its_limit_off_and_no_other(RecordComponent setting) {
        assertThat(CAPS.containsKey(setting.getName())).isEqualTo(setting.getType() == Cap.class);
        LimitKind kind = CAPS.get(setting.getName());
        if (kind == null) {
            return;
        }

        RiskLimits limits = Wiring.limits(with(RISK, setting.getName(), Cap.off()));

        assertThat(limits).isEqualTo(Wiring.limits(RISK).toBuilder().off(kind).build());
        assertThat(limits.bound(kind)).isEmpty();
    }

    @Test
    void cf_13_a_cap_is_the_bound_of_its_limit() {
        RiskConfig changed = RISK;
        for (String cap : CAPS.keySet()) {
            changed = with(changed, cap, OTHER.get(cap));
        }

        assertThat(Wiring.limits(changed).bounds())
                .containsAllEntriesOf(Map.of(
                        LimitKind.DAILY_LOSS_LIMIT, 0.01,
                        LimitKind.POSITION_SIZE_LIMIT, 0.5,
                        LimitKind.ORDER_NOTIONAL_LIMIT, 25_000.0,
                        LimitKind.POSITION_COUNT_LIMIT, 7.0,
                        LimitKind.PORTFOLIO_HEAT_LIMIT, 0.1,
                        LimitKind.CORRELATION_LIMIT, 0.9));
    }

    @Test
    void the_default_settings_are_among_the_default_limits() {
        RiskLimits limits = Wiring.limits(RISK);
        assertThat(RiskLimits.defaults().bounds()).containsAllEntriesOf(limits.bounds());
        assertThat(limits.bounds()).hasSize(7);
        assertThat(Wiring.correlation(DATA)).isEqualTo(CorrelationSettings.defaults());
    }

    @Test
    void the_stop_distance_is_that_of_the_settings() {
        RiskConfig changed = with(with(RISK, "atrRiskFactor", 3.0), "stopLossPct", 0.04);

        assertThat(Wiring.limits(changed).stopDistance()).isEqualTo(new StopDistance(3.0, 0.04));
    }

    @Test
    void the_sizer_is_that_of_the_settings() {
        // 2 % of a million at 100; 2 % of a million at risk of 2 x 2.5 a share
        assertThat(Outcome.of(RISK).size().quantity()).isEqualTo(200);
        assertThat(Outcome.of(with(RISK, "positionSizingMethod", SizingMethod.ATR))
                        .size()
                        .quantity())
                .isEqualTo(4000);
    }

    private static <R extends Record> R with(R section, String name, Object value) {
        RecordComponent[] components = section.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(name) ? value : read(section, component))
                .toArray();
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked") // a record's class is that of its constructor
            Constructor<R> constructor = (Constructor<R>) section.getClass().getDeclaredConstructor(types);
            assertThat(Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet()))
                    .contains(name);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Object read(Record section, RecordComponent component) {
        try {
            return component.getAccessor().invoke(section);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
