package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.section.TradingMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LegacyConfigTest {

    @Test
    void the_ten_flat_fields_have_the_defaults_of_the_python_program() {
        LegacyConfig legacy = LegacyConfig.of(RoboConfig.defaults());

        assertThat(legacy)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(new LegacyConfig(
                        "127.0.0.1",
                        7497,
                        123,
                        TradingMode.PAPER,
                        Optional.of(new BigDecimal("500")),
                        0.02,
                        Optional.of(0.2),
                        Optional.of(2.0),
                        new BigDecimal("100000"),
                        List.of("AAPL", "MSFT", "SPY")));
    }

    @Test
    void cf_13_the_cap_on_a_symbol_is_not_that_on_a_sector() {
        LegacyConfig legacy = LegacyConfig.of(
                Samples.load(Map.of("risk.maxSectorExposurePct", "0.45", "risk.maxSymbolExposurePct", "0.1"))
                        .config());

        assertThat(legacy.maxSymbolExposurePct()).hasValue(0.1);
    }

    @Test
    void cf_3_a_limit_that_is_off_is_empty() {
        LegacyConfig legacy = LegacyConfig.of(Samples.load(Map.of(
                        "risk.maxDailyLossPct", "off",
                        "risk.maxSymbolExposurePct", "off",
                        "risk.maxLeverage", "off"))
                .config());

        assertThat(legacy.maxDailyLoss()).isEmpty();
        assertThat(legacy.maxSymbolExposurePct()).isEmpty();
        assertThat(legacy.maxLeverage()).isEmpty();
    }
}
