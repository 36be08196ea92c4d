package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.wiring.Wiring;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.sizing.KellyEdge;
import io.robotrader.risk.sizing.SizingRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CF-15: a setting that changes nothing must not exist. */
class EverySettingMattersTest {

    /** Read by the engine, and by nothing that is made here; its tests show their outcomes. */
    private static final Set<String> READ_BY_THE_ENGINE = Set.of(
            "data.atrPeriod",
            "data.checkQuality",
            "data.maxBarAge",
            "data.maxBarJumpPct",
            "execution.entryHours",
            "strategy.breakout",
            "strategy.combination",
            "strategy.meanReversion",
            "strategy.minConfidence",
            "strategy.momentum",
            "strategy.momentumLookback",
            "strategy.smaCrossover");

    /** Some settings matter only beside others. */
    private static final List<Map<String, String>> COMPANIES = List.of(
            Map.of(),
            Map.of("risk.positionSizingMethod", "kelly", "risk.maxPositionPct", "0.1"),
            Map.of("risk.useTrailingStop", "true"),
            Map.of("environment", "production"),
            Samples.live());

    static List<Setting> settings() {
        return Schema.ROBO.settings().stream()
                .filter(setting -> !READ_BY_THE_ENGINE.contains(setting.path()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void cf_15_every_setting_changes_an_outcome(Setting setting) {
        assertThat(COMPANIES).anySatisfy(company -> {
            Map<String, String> changed = new HashMap<>(company);
            String other = Samples.other(setting);
            changed.put(setting.path(), other.equals(company.get(setting.path())) ? setting.defaultText() : other);

            assertThat(outcome(changed)).isNotEqualTo(outcome(company));
        });
    }

    /** What is made of the settings; or which of them are refused. */
    private static List<Object> outcome(Map<String, String> settings) {
        RoboConfig config;
        try {
            config = Samples.load(settings).config();
        } catch (ConfigException e) {
            return List.of(e.getMessage());
        }
        SizingRequest request = new SizingRequest(Instrument.of("AAPL"), 100, 1e6, 1e6, OptionalDouble.of(2.5));
        return List.of(
                Wiring.limits(config),
                Wiring.sizer(config.risk(), new KellyEdge(0.55, 1, 1, 100_000)).size(request),
                Wiring.stop(config.risk(), Side.BUY, 100).onPrice(110).price(),
                Wiring.haltPolicy(config.risk()),
                Wiring.correlation(config.data()),
                LegacyConfig.of(config));
    }
}
