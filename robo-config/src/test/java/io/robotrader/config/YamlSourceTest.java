package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlSourceTest {
    @TempDir
    Path folder;

    @Test
    void a_file_with_ten_mistakes_tells_all_ten_with_their_lines() throws Exception {
        Path file = Files.writeString(folder.resolve("robo.yaml"), """
                defaultCsh: 1
                symbols: [AAPL, MSFT,
                  AAPL]
                defaultCash: 100_000
                risk:
                  maxPositionPct: 0.2
                  maxDailyLosPct: 0.01
                  stopLossPct: .inf
                  maxOpenPositions:
                execution:
                  mode: papr
                  enableShortSelling: yes
                  mode: paper
                data:
                  correlationMinObservations: 61
                """);

        assertThatThrownBy(() -> ConfigLoader.create().file(file).load())
                .isInstanceOf(ConfigException.class)
                .hasMessage("""
                        11 problems in the configuration:
                          defaultCsh must be a known setting; did you mean defaultCash? (FILE:1)
                          symbols[2] must be given once, but was AAPL (FILE:3)
                          defaultCash must be a number above 0 and at most 1000000000000000, but was 100_000 (FILE:4)
                          risk.maxPositionPct must be a number above 0 and at most 0.1, but was 0.2 (FILE:6)
                          risk.maxDailyLosPct must be a known setting; did you mean risk.maxDailyLossPct? (FILE:7)
                          risk.stopLossPct must be a number above 0 and at most 0.1, but was .inf (FILE:8)
                          risk.maxOpenPositions must be a whole number at least 1 and at most 100, or the word off, \
                        but was empty (FILE:9)
                          execution.mode must be one of paper, live, backtest, but was papr (FILE:11)
                          execution.enableShortSelling must be true or false, but was yes (FILE:12)
                          execution.mode must be given once; line 11 has it too (FILE:13)
                          data.correlationMinObservations must be at most correlationLookback (60), but was 61 (FILE:15)""".replace("FILE", file.toString()));
    }

    @Test
    void broken_syntax_is_a_problem_with_line_and_column() {
        assertThat(Yaml.problems("defaultCash: 1\nrisk: [1, 2\nsymbols: [A]\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo("file");
                    assertThat(problem.expected()).isEqualTo("valid YAML");
                    assertThat(problem.origin().line()).hasValue(3);
                    assertThat(problem.value().orElseThrow()).startsWith("broken at column 8:");
                });
        assertThat(Yaml.problems("defaultCash: 1\n\trisk: 1\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.origin().line()).hasValue(2));
    }

    @Test
    void mistakes_before_broken_syntax_are_told_too() {
        assertThat(Yaml.problems("defaultCash: x\nrisk: ]\n"))
                .extracting(problem -> problem.path() + problem.origin().line().orElseThrow())
                .containsExactly("defaultCash1", "file2");
    }

    @Test
    void a_file_that_cannot_be_read_is_named_with_the_reason() throws Exception {
        Path missing = folder.resolve("missing.yaml");
        Path latin = Files.write(folder.resolve("latin.yaml"), "# café".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> ConfigLoader.create().file(missing).load())
                .hasMessageEndingWith("file must be readable, but was missing (" + missing + ")");
        assertThatThrownBy(() -> ConfigLoader.create().file(latin).load())
                .hasMessageEndingWith("file must be readable, but was not in UTF-8 (" + latin + ")");
        assertThatThrownBy(() -> ConfigLoader.create().file(folder).load())
                .hasMessageEndingWith("file must be readable, but was a directory (" + folder + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "# nothing\n", "---\n", "null", "{}", "risk:\n", "risk: {}\n", "risk: null\ndata:\n"})
    void a_file_that_asks_for_nothing_gives_the_defaults(String text) {
        LoadedConfig loaded = Yaml.load(text);

        assertThat(loaded.config()).isEqualTo(RoboConfig.defaults());
        assertThat(loaded.origins().values()).containsOnly(Origin.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paper",
                "- AAPL",
                "risk: 5",
                "risk: [1]",
                "risk.maxPositionPct: [0.01]",
                "risk:\n  maxPositionPct: {value: 0.01}",
                "defaultCash: 1\n---\ndefaultCash: 2",
                "symbols: []",
                "symbols: ''",
                "symbols: [[AAPL], MSFT]",
                "symbols: [AAPL, ~]",
                "symbols: [AAPL, null]",
                "symbols: null",
                "risk: ~",
                "symbols: 'AAPL,,MSFT'",
                "risk:\n  maxOrderNotional: *off",
                "defaultCash: &e 1\nrisk: *e",
                "<<: {defaultCash: 1}",
                "risk:\n  maxPositionPct: 0.01\nrisk:\n  stopLossPct: 0.01",
                "? [a, b]\n: c",
                "risk: {maxPositionPct: 0.01}\nrisk.maxPositionPct: 0.02"
            })
    void what_is_not_plainly_meant_is_refused(String text) {
        assertThat(Yaml.problems(text)).hasSize(1);
    }

    @Test
    void every_way_to_write_a_path_and_a_list_means_the_same() {
        RoboConfig nested = Yaml.load("risk:\n  stopLossPct: 0.03\nsymbols:\n  - AAPL\n  - 'TRUE'\n")
                .config();

        assertThat(Yaml.load("risk.stopLossPct: 0.03\nsymbols: [AAPL, TRUE]\n").config())
                .isEqualTo(nested);
        assertThat(Yaml.load("risk: {stopLossPct: '0.030'}\nsymbols: aapl, true\n")
                        .config())
                .isEqualTo(nested);
    }

    @Test
    void a_symbol_that_looks_like_something_else_to_yaml_is_a_symbol() {
        assertThat(Yaml.load("symbols: [0941, 0x1F, 1E5, NO, ON, TRUE, NULL, 5]\n")
                        .config()
                        .symbols())
                .containsExactly("0941", "0X1F", "1E5", "NO", "ON", "TRUE", "NULL", "5");
    }

    @Test
    void a_value_that_a_stronger_source_overrides_is_not_looked_at() {
        LoadedConfig loaded = Yaml.load("defaultCash: lots\n", Map.of("ROBO_DEFAULT_CASH", "5000", "HOME", "/root"));

        assertThat(loaded.config().defaultCash()).isEqualByComparingTo("5000");
    }

    @Test
    void an_unread_value_does_not_blame_its_neighbour() {
        List<ConfigProblem> unread =
                Yaml.problems("data:\n  correlationLookback: many\n  correlationMinObservations: 90\n");
        List<ConfigProblem> low = Yaml.problems("data:\n  correlationLookback: 10\n");

        assertThat(unread).extracting(ConfigProblem::path).containsExactly("data.correlationLookback");
        assertThat(low).extracting(ConfigProblem::path).containsExactly("data.correlationLookback");
    }

    @Test
    void a_default_that_no_longer_fits_is_told_as_such() {
        assertThat(Yaml.problems("data:\n  correlationLookback: 20\n"))
                .singleElement()
                .hasToString("data.correlationMinObservations must be at most correlationLookback (20), but was 30"
                        + " (default)");
    }
}
