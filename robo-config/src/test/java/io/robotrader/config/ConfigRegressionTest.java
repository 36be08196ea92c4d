package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.config.section.Cap;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One test a defect of the Python program's configuration. */
class ConfigRegressionTest {
    @TempDir
    Path folder;

    static List<Setting> settings() {
        return List.copyOf(Schema.ROBO.settings());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void cf_1_every_setting_can_be_changed_by_its_variable_and_by_the_file(Setting setting) {
        String other = Samples.other(setting);

        LoadedConfig byVariable = Yaml.load("", Map.of(setting.variable(), other));
        LoadedConfig byFile = Yaml.load(Yaml.of(setting.path(), other));

        assertThat(setting.valueIn(byVariable.config())).isNotEqualTo(setting.defaultValue());
        assertThat(byVariable.config()).isEqualTo(byFile.config());
        assertThat(byVariable.origin(setting.path())).hasToString("environment variable " + setting.variable());
        assertThat(byFile.origin(setting.path()).kind()).isEqualTo(Origin.Kind.FILE);
    }

    @Test
    void cf_1_the_name_of_a_variable_follows_from_the_path() {
        assertThat(Schema.ROBO.variables())
                .hasSameSizeAs(Schema.ROBO.paths())
                .contains("ROBO_SYMBOLS", "ROBO_DEFAULT_CASH", "ROBO_RISK_MAX_DAILY_LOSS_PCT", "ROBO_DATA_ATR_PERIOD");
    }

    @Test
    void cf_2_an_unknown_key_is_an_error_that_suggests_the_nearest_name() {
        assertThat(Yaml.problems("risk:\n  maxDailyLosPct: 0.01\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo("risk.maxDailyLosPct");
                    assertThat(problem.suggestion()).hasValue("risk.maxDailyLossPct");
                    assertThat(problem.origin().line()).isEqualTo(OptionalInt.of(2));
                });
        assertThat(Yaml.problems(Map.of("ROBO_RISK_MAX_DAILY_LOS_PCT", "0.01")))
                .singleElement()
                .extracting(problem -> problem.suggestion().orElseThrow())
                .isEqualTo("ROBO_RISK_MAX_DAILY_LOSS_PCT");
    }

    @Test
    void cf_3_absent_is_the_default_and_empty_is_an_error() {
        assertThat(Yaml.load("").config().risk().maxOrderNotional()).isEqualTo(Cap.of(new BigDecimal("10000")));
        assertThat(Yaml.load("risk:\n").config().risk().maxOrderNotional()).isEqualTo(Cap.of(new BigDecimal("10000")));
        assertThat(Yaml.problems("risk:\n  maxOrderNotional:\n")).hasSize(1);
        assertThat(Yaml.problems(Map.of("ROBO_RISK_MAX_ORDER_NOTIONAL", ""))).hasSize(1);
        assertThat(Yaml.load("risk:\n  maxOrderNotional: off\n").config().risk().maxOrderNotional())
                .isEqualTo(Cap.off());
    }

    @ParameterizedTest
    @ValueSource(strings = {"banana", "FIXED", "Fixed", ""})
    void cf_4_a_choice_takes_only_its_own_words(String word) {
        assertThat(Yaml.problems(Map.of("ROBO_RISK_POSITION_SIZING_METHOD", word)))
                .singleElement()
                .extracting(ConfigProblem::expected)
                .isEqualTo("one of fixed, atr, kelly");
    }

    @Test
    void cf_6_code_overrides_the_environment_overrides_the_file_overrides_the_defaults() throws Exception {
        Path file = Files.writeString(
                folder.resolve("robo.yaml"),
                "risk:\n  atrRiskFactor: 3\n  stopLossPct: 0.03\n  maxPositionPct: 0.03\n");

        LoadedConfig loaded = ConfigLoader.create()
                .set("risk.maxPositionPct", "0.05")
                .environment(Map.of("ROBO_RISK_STOP_LOSS_PCT", "0.04", "ROBO_RISK_MAX_POSITION_PCT", "0.04"))
                .file(file)
                .load();

        assertThat(loaded.config().risk().atrRiskFactor()).isEqualTo(3);
        assertThat(loaded.config().risk().stopLossPct()).isEqualTo(0.04);
        assertThat(loaded.config().risk().maxPositionPct()).isEqualTo(0.05);
        assertThat(loaded.origin("risk.atrRiskFactor")).hasToString(file + ":2");
        assertThat(loaded.origin("risk.stopLossPct")).hasToString("environment variable ROBO_RISK_STOP_LOSS_PCT");
        assertThat(loaded.origin("risk.maxPositionPct")).hasToString("code");
        assertThat(loaded.origin("symbols")).hasToString("default");
        assertThat(loaded.origins().keySet()).containsExactlyElementsOf(Schema.ROBO.paths());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "yes", "on", "True", "TRUE", "t", "", "0", "no", "off", "False"})
    void cf_9_a_boolean_is_true_or_false_and_nothing_else(String text) {
        assertThat(Yaml.problems(Map.of("ROBO_EXECUTION_ENABLE_SHORT_SELLING", text)))
                .singleElement()
                .extracting(ConfigProblem::expected)
                .isEqualTo("true or false");
        assertThat(Yaml.problems(Yaml.of("execution.enableShortSelling", text))).hasSize(1);
    }

    @Test
    void cf_10_all_problems_come_at_once_with_path_value_bound_and_source() {
        Map<String, String> environment = Map.of(
                "ROBO_DEFAULT_CASH", "lots", "ROBO_RISK_MAX_POSITION_PCT", "0.5", "ROBO_DATA_ATR_PERIOD", "14.5");

        assertThatThrownBy(() -> ConfigLoader.create().environment(environment).load())
                .isInstanceOf(ConfigException.class)
                .hasMessage("""
                        3 problems in the configuration:
                          data.atrPeriod must be a whole number at least 2 and at most 100, but was 14.5 \
                        (environment variable ROBO_DATA_ATR_PERIOD)
                          defaultCash must be a number above 0 and at most 1000000000000000, but was lots \
                        (environment variable ROBO_DEFAULT_CASH)
                          risk.maxPositionPct must be a number above 0 and at most 0.1, but was 0.5 \
                        (environment variable ROBO_RISK_MAX_POSITION_PCT)""".stripTrailing());
    }

    @Test
    void cf_11_money_is_exact() {
        RoboConfig config = Yaml.load("defaultCash: 123456789012345.01\nrisk.maxOrderNotional: 100.10\n")
                .config();

        assertThat(config.defaultCash()).isEqualTo(new BigDecimal("123456789012345.01"));
        assertThat(config.risk().maxOrderNotional()).isEqualTo(Cap.of(new BigDecimal("100.1")));
    }

    @Test
    void cf_11_a_number_that_is_not_finite_is_refused_in_code_too() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            RoboConfig config = Schema.ROBO.bind(
                    RoboConfig.class,
                    setting -> setting.component().getType() == double.class ? value : setting.defaultValue());
            RoboConfig capped = Schema.ROBO.bind(
                    RoboConfig.class,
                    setting -> setting.component().getGenericType().toString().endsWith("Cap<java.lang.Double>")
                            ? Cap.of(value)
                            : setting.defaultValue());

            assertThatThrownBy(config::validated)
                    .satisfies(e -> assertThat(((ConfigException) e).problems())
                            .extracting(ConfigProblem::path)
                            .containsExactlyElementsOf(pathsOf("double")));
            assertThatThrownBy(capped::validated)
                    .satisfies(e -> assertThat(((ConfigException) e).problems())
                            .extracting(ConfigProblem::path)
                            .containsExactlyElementsOf(pathsOf("io.robotrader.config.section.Cap<java.lang.Double>")));
        }
    }

    @Test
    void names_of_files_as_sources_write_them_are_symbols() {
        assertThat(Yaml.load("symbols: [ aapl_us_d, EURUSD=X ]\n").config().symbols())
                .containsExactly("AAPL_US_D", "EURUSD=X");
    }

    @Test
    void cf_12_symbols_are_canonical_and_none_comes_twice() {
        assertThat(Yaml.load("symbols: [ aapl, BRK.b, es-f ]\n").config().symbols())
                .containsExactly("AAPL", "BRK.B", "ES-F");
    }

    @Test
    void cf_12_a_bad_symbol_is_named_with_its_line() {
        assertThat(Yaml.problems("symbols:\n  - AAPL\n  - aapl\n  - ..\n  - BRK..B\n  - ABCDEFGHIJKLMNOP\n"))
                .extracting(problem ->
                        problem.path() + " line " + problem.origin().line().orElseThrow() + " "
                                + problem.value().orElseThrow())
                .containsExactly(
                        "symbols[1] line 3 aapl",
                        "symbols[2] line 4 ..",
                        "symbols[3] line 5 BRK..B",
                        "symbols[4] line 6 ABCDEFGHIJKLMNOP");
    }

    @Test
    void cf_16_a_variable_of_the_old_documentation_is_told_instead_of_ignored() {
        assertThat(Yaml.problems(Map.of("ROBO_TRADING_MODE", "live", "ROBO_MAX_DAILY_LOSS", "1000")))
                .extracting(ConfigProblem::path)
                .containsExactly("ROBO_MAX_DAILY_LOSS", "ROBO_TRADING_MODE");
        assertThat(Yaml.load("", Map.of("TRADING_MODE", "live")).warnings())
                .containsExactly(
                        "TRADING_MODE has no effect: use ROBO_EXECUTION_MODE (environment variable TRADING_MODE)");
    }

    private static List<String> pathsOf(String type) {
        return settings().stream()
                .filter(setting ->
                        setting.component().getGenericType().getTypeName().equals(type))
                .map(Setting::path)
                .toList();
    }
}
