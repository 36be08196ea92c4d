package io.robotrader.examples.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigTest {

    private static final String TWENTY_MISTAKES = """
            environment: prod
            symbols: [AAPL, AAPL, '?']
            defaultCash: 100_000
            defaultCsh: 5
            execution:
              mode: papr
              maxDailyTrades: 5000
              enableShortSelling: yes
              duplicateOrderWindow: 5
            risk:
              maxPositionPct: 0.2
              maxDailyLosPct: 0.01
              stopLossPct: .inf
              maxOpenPositions:
              maxOpenPositions: 5
              maxOrderNotional: none
              positionSizingMethod: banana
              halt:
                warnAtPct: 80
            data:
              correlationMinObservations: 61
            ibkr:
              port: 7496
              acount: U1234567
            monitoring:
              logLevel: INFO
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();
    private final Properties properties = new Properties();

    @Test
    void show_tells_every_value_and_where_it_came_from() throws Exception {
        environment.put("ROBO_DATA_ATR_PERIOD", "20");
        environment.put("RISK_MAX_LEVERAGE", "1.5");
        properties.setProperty("robo.strategy.momentumLookback", "30");
        Path env = write(".env", "ROBO_RISK_KELLY_FRACTION=0.5\n");
        Path file = write("robo.yaml", "environment: production\nibkr:\n  account: DU1234567\n");

        int exit = config("show", file.toString(), "--env-file", env.toString());

        assertThat(exit).isZero();
        assertThat(out.toString().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "environment production " + file + ":1",
                        "defaultCash 100000 default",
                        "risk.maxPositionPct 0.01 preset production",
                        "risk.maxLeverage 1.5 environment variable RISK_MAX_LEVERAGE",
                        "risk.kellyFraction 0.5 " + env + ":1",
                        "data.atrPeriod 20 environment variable ROBO_DATA_ATR_PERIOD",
                        "ibkr.account *** " + file + ":3",
                        "strategy.momentumLookback 30 system property robo.strategy.momentumLookback");
        assertThat(err.toString()).startsWith("! RISK_MAX_LEVERAGE is an old name of ROBO_RISK_MAX_LEVERAGE");
        assertThat(out.toString() + err).doesNotContain("DU1234567");
    }

    @Test
    void show_answers_in_json_too() throws Exception {
        int exit = config("show", "--json");

        JsonNode answer = new JsonMapper().readTree(out.toString());
        assertThat(exit).isZero();
        assertThat(answer.path("settings")
                        .path("risk.maxLeverage")
                        .path("value")
                        .asString())
                .isEqualTo("2");
        assertThat(answer.path("settings")
                        .path("risk.maxLeverage")
                        .path("origin")
                        .asString())
                .isEqualTo("default");
    }

    @Test
    void what_show_writes_as_a_file_gives_the_same_settings() throws Exception {
        Path file = write("one.yaml", "risk: {maxLeverage: 1.25, restrictedSymbols: [GME]}\n");
        config("show", file.toString(), "--as", "JSON");
        Path other = write("other.json", out.toString());

        int exit = config("diff", file.toString(), other.toString());

        assertThat(exit).isZero();
    }

    @Test
    void wrong_settings_are_not_shown() throws Exception {
        Path file = write("robo.yaml", "risk: {maxLeverage: 9}\n");

        assertThat(config("show", file.toString())).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("1 problem in the configuration:");
    }

    @Test
    void validate_tells_all_mistakes_of_a_file_in_one_go() throws Exception {
        Path file = write("robo.yaml", TWENTY_MISTAKES);

        int exit = config("validate", file.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString().lines().map(line -> line.replace(file.toString(), "F")))
                .containsExactly(
                        "20 problems in the configuration:",
                        "  environment must be one of dev, staging, production, but was prod (F:1)",
                        "  symbols[1] must be given once, but was AAPL (F:2)",
                        "  symbols[2] must be a symbol such as AAPL or BRK.B, but was ? (F:2)",
                        "  defaultCash must be a number above 0 and at most 1000000000000000, but was 100_000 (F:3)",
                        "  defaultCsh must be a known setting; did you mean defaultCash? (F:4)",
                        "  execution.mode must be one of paper, live, backtest, but was papr (F:6)",
                        "  execution.maxDailyTrades must be a whole number at least 1 and at most 1000, or the word off, but"
                                + " was 5000 (F:7)",
                        "  execution.enableShortSelling must be true or false, but was yes (F:8)",
                        "  execution.duplicateOrderWindow must be a duration such as 500ms, 30s, 5m or 2h at least 100ms and"
                                + " at most 1h, or the word off, but was 5 (F:9)",
                        "  risk.maxPositionPct must be a number above 0 and at most 0.1, but was 0.2 (F:11)",
                        "  risk.maxDailyLosPct must be a known setting; did you mean risk.maxDailyLossPct? (F:12)",
                        "  risk.stopLossPct must be a number above 0 and at most 0.1, but was .inf (F:13)",
                        "  risk.maxOpenPositions must be a whole number at least 1 and at most 100, or the word off, but was"
                                + " empty (F:14)",
                        "  risk.maxOpenPositions must be given once; line 14 has it too (F:15)",
                        "  risk.maxOrderNotional must be a number at least 100 and at most 1000000000000000, or the word off,"
                                + " but was none (F:16)",
                        "  risk.positionSizingMethod must be one of fixed, atr, kelly, but was banana (F:17)",
                        "  risk.halt.warnAtPct must be a number above 0 and at most 1, but was 80 (F:19)",
                        "  data.correlationMinObservations must be at most correlationLookback (60), but was 61 (F:21)",
                        "  ibkr.acount must be a known setting; did you mean ibkr.account? (F:24)",
                        "  monitoring.logLevel must be one of debug, info, warning, error, but was INFO (F:26)");
    }

    @Test
    void validate_answers_in_json_too() throws Exception {
        Path file = write("robo.yaml", "risk:\n  maxLeverge: 1\n");

        int exit = config("validate", file.toString(), "--json");

        JsonNode problem =
                new JsonMapper().readTree(out.toString()).path("problems").path(0);
        assertThat(exit).isEqualTo(1);
        assertThat(problem.path("path").asString()).isEqualTo("risk.maxLeverge");
        assertThat(problem.path("suggestion").asString()).isEqualTo("risk.maxLeverage");
        assertThat(problem.path("line").asInt()).isEqualTo(2);
    }

    @Test
    void validate_looks_at_the_file_alone_unless_told_otherwise() throws Exception {
        environment.put("ROBO_RISK_MAX_LEVERAGE", "9");
        Path file = write("robo.yaml", "symbols: [AAPL]\n");

        assertThat(config("validate", file.toString())).isZero();
        assertThat(out.toString()).isEqualTo(file + " is right" + System.lineSeparator());
        assertThat(config("validate", file.toString(), "--with-environment")).isEqualTo(1);
    }

    @Test
    void validate_needs_a_file_that_is_there() {
        assertThat(config("validate", folder.resolve("none.yaml").toString())).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("FILE must be a file that can be read, but ", "none.yaml is not there");
        assertThat(config("validate")).isEqualTo(2);
    }

    @Test
    void an_env_file_that_is_named_must_be_there() throws Exception {
        Path file = write("robo.yaml", "symbols: [AAPL]\n");
        String none = folder.resolve("none.env").toString();

        assertThat(config("show", "--env-file", none)).isEqualTo(2);
        assertThat(config("validate", file.toString(), "--env-file", none)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("--env-file must be a file that exists, but was " + none);
    }

    @Test
    void schema_prints_the_schema_that_is_in_the_documents() throws Exception {
        int exit = config("schema");

        assertThat(exit).isZero();
        assertThat(out.toString()).isEqualTo(Files.readString(Path.of("..", "docs", "robo.schema.json")));
    }

    @Test
    void diff_tells_what_changes_and_which_way_the_limits_go() throws Exception {
        Path before = write("before.yaml", "risk: {maxLeverage: 1.5}\nibkr: {account: DU1234567}\n");
        Path after = write("after.yaml", "risk: {maxLeverage: 3, maxOpenPositions: 5}\nsymbols: [SPY]\n");

        int exit = config("diff", before.toString(), after.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "symbols: AAPL,MSFT,SPY -> SPY (takes a restart)",
                        "risk.maxLeverage: 1.5 -> 3",
                        "risk.maxOpenPositions: 20 -> 5",
                        "ibkr.account: *** -> none (takes a restart)",
                        "LEVERAGE_LIMIT is loosened",
                        "POSITION_COUNT_LIMIT is tightened");
    }

    @Test
    void diff_with_one_file_compares_it_with_the_defaults() throws Exception {
        Path file = write("robo.yaml", "risk: {maxLeverage: 1.5}\n");

        int exit = config("diff", file.toString(), "--json");

        JsonNode answer = new JsonMapper().readTree(out.toString());
        assertThat(exit).isEqualTo(1);
        assertThat(answer.path("changes").path(0).path("before").asString()).isEqualTo("2");
        assertThat(answer.path("onlyTightens").asBoolean()).isTrue();
    }

    @Test
    void diff_of_a_wrong_file_tells_which() throws Exception {
        Path file = write("robo.yaml", "risk: {maxLeverage: 9}\n");

        assertThat(config("diff", file.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith(file + ": 1 problem");
    }

    @Test
    void without_a_command_it_lists_what_can_be_asked() {
        assertThat(config()).isZero();
        assertThat(out.toString()).contains("show", "validate", "schema", "diff");
    }

    private int config(String... arguments) {
        return new CommandLine(new Config(environment, properties))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }
}
