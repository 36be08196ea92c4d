package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and variables that somebody made by mistake, or on purpose. */
class HostileSettingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN", ".nan", ".inf", "-.inf", "1e400", "1e0", "-0", "-0.0", "0x2", "0b1", "1_000", "1,000", "２", "+2",
                "' 2'", "'2 '", "2.", ".5", "02", "yes", "~", "{}", "{a: 1}", "[]", "[2]", "*x", "\"2\\0\"", "\"2\\n\""
            })
    void cf_10_there_is_one_way_to_write_a_number(String text) {
        assertThat(Yaml.problems("risk:\n  correlationLimit: " + text + "\n"))
                .allSatisfy(problem -> assertThat(problem.path()).isIn("risk.correlationLimit", "file"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "yes", "on", "True", "FALSE", "' false'", "'false '", "''", "[false]", "{}", "~"})
    void cf_9_the_unsafe_side_of_a_switch_takes_its_exact_word(String text) {
        assertThat(Yaml.problems("ibkr:\n  readonly: " + text + "\n"))
                .extracting(ConfigProblem::path)
                .containsExactly("ibkr.readonly");
    }

    @Test
    void cf_3_a_map_in_place_of_a_value_is_not_passed_over() {
        assertThat(Yaml.problems("risk:\n  maxLeverage: {}\n  maxOrderNotional: {off: 1}\n"))
                .extracting(ConfigProblem::toString)
                .containsExactly(
                        "risk.maxLeverage must be a number at least 1 and at most 4, or the word off, but was {...}"
                                + " (robo.yaml:2)",
                        "risk.maxOrderNotional must be a number at least 100 and at most 1000000000000000, or the word"
                                + " off, but was {...} (robo.yaml:3)");
        assertThat(Yaml.problems("symbols: {AAPL: 1}\n"))
                .extracting(ConfigProblem::path)
                .containsExactly("symbols[0]");
    }

    @Test
    void cf_2_an_unknown_key_is_told_also_if_nothing_is_in_it() {
        assertThat(Yaml.problems("rsk: {}\n")).extracting(ConfigProblem::path).containsExactly("rsk");
        assertThat(Yaml.load("risk: {}\n").config()).isEqualTo(RoboConfig.defaults());
    }

    @Test
    void cf_18_a_secret_in_braces_is_not_told_as_a_key() {
        assertThat(Yaml.problems("ibkr:\n  account: {U1234567}\n"))
                .singleElement()
                .hasToString("ibkr.account must be a secret text, or the word none, but was *** (robo.yaml:2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"robo.yaml", "robo.json"})
    void what_is_nested_too_deep_is_a_mistake_like_any_other(String name) {
        for (String open : List.of("{\"a\": ", "{\"a\": [[", "[")) {
            assertThatThrownBy(() -> ConfigLoader.create()
                            .text(name, open.repeat(20_000))
                            .load())
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(name);
        }
    }

    @Test
    void no_key_and_no_value_passes_itself_off_as_another_line() {
        String evil = "{\"a\\n  risk.maxLeverage must be 4\": 1, \"risk.maxLeverage\": \"1\\u2028\\u0085\\u202e2\"}";

        assertThatThrownBy(() -> ConfigLoader.create().text("a\nb.json", evil).load())
                .hasMessage("2 problems in the configuration:\n"
                        + "  a?  risk.maxLeverage must be 4 must be a known setting (a?b.json:1)\n"
                        + "  risk.maxLeverage must be a number at least 1 and at most 4, or the word off, but was 1???2"
                        + " (a?b.json:1)");
    }

    @Test
    void a_long_key_is_cut() {
        assertThat(Yaml.problems("k".repeat(1000) + ": 1\n"))
                .singleElement()
                .hasToString("k".repeat(80) + "... must be a known setting (robo.yaml:1)");
    }

    @ParameterizedTest
    @CsvSource({
        "robo.yaml, 'risk:\r\n  maxLeverage: 1\r\n'",
        "robo.json, '{\"risk\": {\"maxLeverage\": 1}}\r\n'",
        "robo.properties, 'risk.maxLeverage = 1\r\n'"
    })
    void a_file_may_come_from_an_editor_on_windows(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "\ufeff" + text);

        assertThat(ConfigLoader.create().file(file).load().config().text("risk.maxLeverage"))
                .isEqualTo("1");
        assertThat(ConfigLoader.create()
                        .text(name, "\ufeff" + text)
                        .load()
                        .config()
                        .text("risk.maxLeverage"))
                .isEqualTo("1");
    }

    @Test
    void a_dot_env_file_may_come_from_an_editor_on_windows() throws Exception {
        Path file = Files.writeString(folder.resolve(".env"), "\ufeffROBO_RISK_MAX_LEVERAGE=1\r\n");

        assertThat(ConfigLoader.create().dotEnv(file).load().config().text("risk.maxLeverage"))
                .isEqualTo("1");
    }

    @Test
    void a_file_that_cannot_be_settings_is_not_read() throws Exception {
        Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat((1 << 20) + 1));
        Path binary = Files.write(folder.resolve("binary.yaml"), "\u00fc".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ConfigLoader.create().file(large).load())
                .hasMessageContaining("file must be readable, but was larger than 1 MiB (" + large + ")");
        assertThatThrownBy(() -> ConfigLoader.create().file(binary).load())
                .hasMessageContaining("file must be readable, but was not in UTF-8 (" + binary + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00df", "\ufb01", "\u0131", "\uff21\uff21", "AAPL,", "AAPL,,MSFT", "AAPL\nMSFT", "\"A\""})
    void cf_12_a_symbol_is_not_made_of_what_only_looks_like_one(String text) {
        assertThat(Yaml.problems(Map.of("ROBO_SYMBOLS", text)))
                .allSatisfy(problem -> assertThat(problem.path()).startsWith("symbols["))
                .isNotEmpty();
        assertThat(Yaml.problems(Map.of("ROBO_RISK_RESTRICTED_SYMBOLS", text)))
                .allSatisfy(problem -> assertThat(problem.path()).startsWith("risk.restrictedSymbols["))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "gateway.example.org, true",
        "::1, true",
        "[::1], true",
        "::ffff:10.0.0.1, true",
        "[fe80::1:2], true",
        "[::1, false",
        "::1], false",
        ":::, false",
        "a..b, false",
        "localhost:7497, false",
        "-a, false",
        "' localhost', false",
        "ex\u0430mple.org, false"
    })
    void a_host_is_a_name_or_an_address_and_has_no_port(String host, boolean fits) {
        assertThat(Samples.problems(Map.of("ibkr.host", host)).isEmpty()).isEqualTo(fits);
    }

    @Test
    void cf_1_a_variable_of_ours_in_lower_case_is_told() {
        assertThat(Yaml.problems(Map.of("robo_risk_max_leverage", "1")))
                .singleElement()
                .hasToString("robo_risk_max_leverage must be a known setting; did you mean ROBO_RISK_MAX_LEVERAGE?"
                        + " (environment variable robo_risk_max_leverage)");
    }

    @Test
    void a_variable_that_other_programs_have_too_neither_stops_nor_loosens_anything() {
        LoadedConfig loaded = Yaml.load("", Map.of("ENVIRONMENT", "dev", "SYMBOLS", "\u20ac"));

        assertThat(loaded.config()).isEqualTo(RoboConfig.defaults());
        assertThat(loaded.warnings())
                .containsExactly(
                        "ENVIRONMENT has no effect: other programs have a variable of that name, too; use"
                                + " ROBO_ENVIRONMENT (environment variable ENVIRONMENT)",
                        "SYMBOLS has no effect: other programs have a variable of that name, too; use ROBO_SYMBOLS"
                                + " (environment variable SYMBOLS)");
        assertThat(Yaml.load("", Map.of("ENVIRONMENT", "prod")).config()).isEqualTo(RoboConfig.defaults());
    }

    @Test
    void two_old_variables_that_differ_are_a_mistake() {
        assertThat(Yaml.problems(Map.of("EXECUTION_SHORT_SELLING", "false", "EXECUTION_ENABLE_SHORT_SELLING", "true")))
                .singleElement()
                .hasToString("EXECUTION_SHORT_SELLING must be given once; EXECUTION_ENABLE_SHORT_SELLING has it too"
                        + " (environment variable EXECUTION_SHORT_SELLING)");
        assertThat(Yaml.load("", Map.of("EXECUTION_SHORT_SELLING", "True", "EXECUTION_ENABLE_SHORT_SELLING", "true"))
                        .config()
                        .execution()
                        .enableShortSelling())
                .isTrue();
    }

    @Test
    void cf_7_live_takes_its_four_keys_from_whatever_source() {
        Map<String, String> old = Map.of(
                "EXECUTION_MODE", "live",
                "IBKR_READONLY", "False",
                "IBKR_PORT", "7496",
                "IBKR_ACCOUNT", "U1234567",
                "ROBO_ENVIRONMENT", "production");
        Properties properties = new Properties();
        Samples.live().forEach((path, value) -> properties.setProperty("robo." + path, value));
        properties.remove("robo.execution.liveConfirmation");

        assertThat(Yaml.problems(old))
                .singleElement()
                .asString()
                .startsWith("execution.liveConfirmation must be the account of ibkr.account once more");
        assertThatThrownBy(
                        () -> ConfigLoader.create().systemProperties(properties).load())
                .hasMessageContaining("execution.liveConfirmation must be")
                .hasMessageNotContaining("U1234567");
    }
}
