package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.config.section.Cap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources besides YAML, and their order. */
class SourcesTest {
    @TempDir
    Path folder;

    @Test
    void each_source_overrides_the_ones_before_it() throws Exception {
        Path file = write("robo.properties", """
                # a comment
                environment = production
                ! another
                risk.maxLeverage = 1.1
                risk.maxOpenPositions = 11
                risk.kellyFraction = 0.11
                data.atrPeriod = 11
                """);
        Path dotEnv = write(".env", """
                export ROBO_RISK_MAX_OPEN_POSITIONS=12
                ROBO_RISK_KELLY_FRACTION="0.12"
                ROBO_DATA_ATR_PERIOD='12'
                ROBO_STRATEGY_MOMENTUM_LOOKBACK=12
                PATH=/usr/bin
                """);
        Properties system = new Properties();
        system.setProperty("robo.data.atrPeriod", "14");
        system.setProperty("robo.strategy.momentumLookback", "14");
        system.setProperty("user.dir", "/");

        LoadedConfig loaded = ConfigLoader.create()
                .file(file)
                .dotEnv(dotEnv)
                .environment(Map.of(
                        "ROBO_RISK_KELLY_FRACTION", "0.13",
                        "ROBO_DATA_ATR_PERIOD", "13",
                        "ROBO_STRATEGY_MOMENTUM_LOOKBACK", "13"))
                .systemProperties(system)
                .set("strategy.momentumLookback", "15")
                .load();

        assertThat(List.of(
                        "risk.maxSectorExposurePct",
                        "risk.maxDailyLossPct",
                        "risk.maxLeverage",
                        "risk.maxOpenPositions",
                        "risk.kellyFraction",
                        "data.atrPeriod",
                        "strategy.momentumLookback"))
                .extracting(path -> loaded.config().text(path) + " " + loaded.origin(path))
                .containsExactly(
                        "0.3 default",
                        "0.003 preset production",
                        "1.1 " + file + ":4",
                        "12 " + dotEnv + ":1",
                        "0.13 environment variable ROBO_RISK_KELLY_FRACTION",
                        "14 system property robo.data.atrPeriod",
                        "15 code");
    }

    @Test
    void json_is_read_by_the_same_rules_as_yaml() throws Exception {
        Path file = write("robo.json", """
                {"$schema": "robo.schema.json", "symbols": ["aapl", "MSFT"],
                 "risk": {"maxOrderNotional": "off", "maxLeverage": 1.5, "halt": {"flatten": true}}}
                """);

        LoadedConfig loaded = ConfigLoader.create().file(file).load();

        assertThat(loaded.config().symbols()).containsExactly("AAPL", "MSFT");
        assertThat(loaded.config().risk().maxOrderNotional().isOff()).isTrue();
        assertThat(loaded.config().risk().halt().flatten()).isTrue();
        assertThat(loaded.origin("risk.halt.flatten")).hasToString(file + ":2");
    }

    @Test
    void mistakes_in_json_are_told_with_their_lines() throws Exception {
        Path file = write("robo.json", """
                {"defaultCsh": 1,
                 "defaultCash": 1e5,
                 "risk": {"maxLeverage": null,
                          "maxLeverage": 2},
                 "execution": {"enableShortSelling": "yes"},
                 "symbols": DU1234567}
                """);

        assertThatThrownBy(() -> ConfigLoader.create().file(file).load())
                .hasMessage("""
                        6 problems in the configuration:
                          defaultCsh must be a known setting; did you mean defaultCash? (FILE:1)
                          defaultCash must be a number above 0 and at most 1000000000000000, but was 1e5 (FILE:2)
                          risk.maxLeverage must be a number at least 1 and at most 4, or the word off, but was empty (FILE:3)
                          risk.maxLeverage must be given once; line 3 has it too (FILE:4)
                          execution.enableShortSelling must be true or false, but was yes (FILE:5)
                          file must be valid JSON, but was broken at column 13 (FILE:6)""".replace("FILE", file.toString()));
    }

    @Test
    void mistakes_in_properties_are_told_with_their_lines() throws Exception {
        Path file = write("robo.properties", """
                risk.maxLeverge = 2
                risk = 2
                just words
                risk.maxLeverage = 1\\
                data.atrPeriod = 14
                data.atrPeriod = 15
                data.correlationLookback =
                """);

        assertThatThrownBy(() -> ConfigLoader.create().file(file).load())
                .hasMessage("""
                        6 problems in the configuration:
                          risk.maxLeverge must be a known setting; did you mean risk.maxLeverage? (FILE:1)
                          risk must be a section of settings (FILE:2)
                          line 3 must be a line such as risk.maxPositionPct = 0.02, without \\ (FILE:3)
                          line 4 must be a line such as risk.maxPositionPct = 0.02, without \\ (FILE:4)
                          data.atrPeriod must be given once; line 5 has it too (FILE:6)
                          data.correlationLookback must be a whole number at least 20 and at most 500, but was empty \
                        (FILE:7)""".replace("FILE", file.toString()));
    }

    @Test
    void mistakes_in_a_dot_env_file_are_told_with_their_lines() throws Exception {
        Path file = write(".env", """
                ROBO_SYMBOLS=AAPL
                ROBO_SYMBOLS=MSFT
                not a variable
                ROBO_SYMBOL=AAPL
                """);

        assertThatThrownBy(() -> ConfigLoader.create().dotEnv(file).load())
                .hasMessage("""
                        3 problems in the configuration:
                          ROBO_SYMBOLS must be given once; line 1 has it too (FILE:2)
                          line 3 must be NAME=value (FILE:3)
                          ROBO_SYMBOL must be a known setting; did you mean ROBO_SYMBOLS? (FILE:4)""".replace("FILE", file.toString()));
    }

    @Test
    void a_dot_env_file_need_not_be_there_but_must_be_readable() {
        assertThat(ConfigLoader.create().dotEnv(folder.resolve("none")).load().config())
                .isEqualTo(RoboConfig.defaults());
        assertThatThrownBy(() -> ConfigLoader.create().dotEnv(folder).load()).hasMessageContaining("a directory");
    }

    @Test
    void an_unknown_system_property_is_an_error_that_suggests_the_nearest_name() {
        Properties system = new Properties();
        system.setProperty("robo.risk.maxLeverge", "2");

        assertThatThrownBy(() -> ConfigLoader.create().systemProperties(system).load())
                .hasMessageEndingWith(
                        "robo.risk.maxLeverge must be a known setting; did you mean robo.risk.maxLeverage?"
                                + " (system property robo.risk.maxLeverge)");
    }

    @Test
    void a_loader_reads_its_file_again_each_time() throws Exception {
        ConfigLoader loader = ConfigLoader.create().file(write("robo.yaml", "data.atrPeriod: 20\n"));

        assertThat(loader.load().config().data().atrPeriod()).isEqualTo(20);
        write("robo.yaml", "data.atrPeriod: 21\n");
        assertThat(loader.load().config().data().atrPeriod()).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "5 s", "5sec", "PT5S", "-1s", "05s", "0.5s", "5S", "", "1m30s"})
    void a_duration_has_one_unit(String text) {
        assertThat(Samples.problems(Map.of("risk.maxPriceAge", text)))
                .singleElement()
                .asString()
                .startsWith(
                        "risk.maxPriceAge must be a duration such as 500ms, 30s, 5m or 2h at least 1s and at most 1d, or"
                                + " the word off, but was");
    }

    @Test
    void a_duration_built_in_code_is_one_that_can_be_written() {
        RoboConfig config = Schema.ROBO.bind(
                RoboConfig.class,
                setting -> setting.path().equals("risk.maxPriceAge")
                        ? Cap.of(Duration.ofSeconds(5, 1))
                        : setting.defaultValue());

        assertThatThrownBy(config::validated).hasMessageContaining("risk.maxPriceAge must be a duration");
    }

    @Test
    void what_is_far_out_of_bounds_in_code_is_told_like_anything_else() {
        Map<String, Object> far = Map.of(
                "risk.maxPriceAge", Cap.of(Duration.ofSeconds(Long.MAX_VALUE)),
                "risk.maxOrderNotional", Cap.of(new BigDecimal("1e999999999")),
                "risk.maxDailyNotional",
                        Cap.of(new BigDecimal("1e-999999999").add(new BigDecimal("1000"), MathContext.DECIMAL128)),
                "risk.minMarketCap", Cap.of(new BigDecimal("100000000").add(new BigDecimal("1e-31"))),
                "defaultCash", new BigDecimal("1e-999999999"),
                "risk.kellyFraction", Double.NaN,
                "risk.stopLossPct", -0.0,
                "risk.maxLeverage", Cap.of(Double.POSITIVE_INFINITY));
        RoboConfig config =
                Schema.ROBO.bind(RoboConfig.class, setting -> far.getOrDefault(setting.path(), setting.defaultValue()));

        assertThatThrownBy(config::validated).hasMessage("""
                7 problems in the configuration:
                  defaultCash must be a number with at most 30 decimals, but was 1E-999999999 (code)
                  risk.maxLeverage must be a number at least 1 and at most 4, or the word off, but was Infinity (code)
                  risk.maxOrderNotional must be a number at least 100 and at most 1000000000000000, or the word off, but was \
                1E+999999999 (code)
                  risk.minMarketCap must be a number with at most 30 decimals, but was \
                100000000.0000000000000000000000000000001 (code)
                  risk.maxPriceAge must be a duration such as 500ms, 30s, 5m or 2h at least 1s and at most 1d, or the word off, \
                but was PT2562047788015215H30M7S (code)
                  risk.kellyFraction must be a number above 0 and at most 1, but was NaN (code)
                  risk.stopLossPct must be a number above 0 and at most 0.1, but was 0 (code)""");
    }

    @Test
    void a_duration_is_written_in_its_largest_whole_unit() {
        Map.of("90s", "90s", "120s", "2m", "60m", "1h", "1500ms", "1500ms", "1d", "1d")
                .forEach((given, written) -> assertThat(Samples.load(Map.of("risk.maxPriceAge", given))
                                .config()
                                .text("risk.maxPriceAge"))
                        .isEqualTo(written));
    }

    @Test
    void every_old_variable_works_and_warns() {
        LegacyNames.working().forEach((variable, path) -> {
            Setting setting = Schema.ROBO.known(path);
            String other = Samples.other(setting);

            LoadedConfig old = dotEnv(variable + "='" + other + "'\n");

            assertThat(old.config())
                    .isEqualTo(Yaml.load("", Map.of(setting.variable(), other)).config());
            assertThat(old.origin(path)).hasToString(folder.resolve(".env") + ":1");
            assertThat(old.warnings())
                    .containsExactly(variable + " is an old name of " + setting.variable() + " ("
                            + folder.resolve(".env") + ":1)");
            if (!LegacyNames.COMMON.contains(variable)) {
                assertThat(Yaml.load("", Map.of(variable, other)).config()).isEqualTo(old.config());
            }
        });
    }

    private LoadedConfig dotEnv(String text) {
        try {
            return ConfigLoader.create().dotEnv(write(".env", text)).load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_old_variable_may_be_written_as_python_wrote_it_but_is_no_less_strict() {
        LoadedConfig loaded = Yaml.load("", Map.of("MONITORING_LOG_LEVEL", "WARNING", "IBKR_READONLY", "True"));

        assertThat(loaded.config().text("monitoring.logLevel")).isEqualTo("warning");
        assertThat(Yaml.problems(Map.of("IBKR_READONLY", "1"))).hasSize(1);
        assertThat(Yaml.problems(Map.of("RISK_MAX_ORDER_NOTIONAL", ""))).hasSize(1);
    }

    @Test
    void a_new_name_wins_over_an_old_one() {
        LoadedConfig both = Yaml.load("", Map.of("RISK_MAX_LEVERAGE", "3", "ROBO_RISK_MAX_LEVERAGE", "1.5"));

        assertThat(both.config().text("risk.maxLeverage")).isEqualTo("1.5");
        assertThat(both.warnings())
                .containsExactly("RISK_MAX_LEVERAGE has no effect beside ROBO_RISK_MAX_LEVERAGE (environment variable"
                        + " RISK_MAX_LEVERAGE)");
    }

    @Test
    void an_old_variable_that_nothing_reads_is_told() {
        for (String variable : LegacyNames.UNREAD) {
            assertThat(Yaml.load("", Map.of(variable, "5")).warnings())
                    .containsExactly(variable + " has no effect: nothing here reads such a setting yet (environment"
                            + " variable " + variable + ")");
        }
    }

    @Test
    void an_old_variable_whose_setting_has_other_words_now_is_told_with_the_new_one() {
        assertThat(Yaml.load(
                                "",
                                Map.of(
                                        "STRATEGY_ENABLED", "momentum,mean_reversion",
                                        "STRATEGY_COMBINATION", "weighted",
                                        "STRATEGY_MIN_CONFIDENCE", "0.6"))
                        .warnings())
                .allMatch(warning -> warning.contains("has no effect: use "))
                .anyMatch(warning -> warning.contains("ROBO_STRATEGY_MOMENTUM"))
                .anyMatch(warning -> warning.contains("ROBO_STRATEGY_COMBINATION"))
                .anyMatch(warning -> warning.contains("ROBO_STRATEGY_MIN_CONFIDENCE"))
                .hasSize(3);
    }

    @Test
    void cf_1_the_variables_that_vanished_do_not_vanish() {
        assertThat(Yaml.load(
                                "",
                                Map.of(
                                        "DATA_TICK_BUFFER", "50000",
                                        "DATA_CACHE_TTL", "999",
                                        "DATA_ENABLE_REALTIME", "false"))
                        .warnings())
                .hasSize(3);
        assertThat(Assertions.catchThrowableOfType(
                                ConfigException.class, () -> Yaml.load("", Map.of("ROBO_DATA_TICK_BUFFER", "50000")))
                        .problems())
                .hasSize(1);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
