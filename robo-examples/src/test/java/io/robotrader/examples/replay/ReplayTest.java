package io.robotrader.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.examples.session.Session;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Violation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a session wrote is done again, through the command's own door. */
class ReplayTest {

    private static final int DAYS = 60;
    private static final String SETTINGS = """
            defaultCash: 100000
            risk:
              positionSizingMethod: fixed
              maxPositionPct: 0.05
              maxSymbolExposurePct: 0.25
              maxOrderNotional: %s
              maxDailyLossPct: off
              minVolume: off
              minMarketCap: off
              maxPortfolioBeta: off
              maxSectorExposurePct: off
            strategy:
              momentumLookback: 5
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path output;

    /** A session on prices that go up and down. */
    @BeforeEach
    void trade() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        StringBuilder rows = new StringBuilder("Date,Open,High,Low,Close,Volume\n");
        LocalDate day = LocalDate.of(2018, 1, 1);
        for (int i = 0; i < DAYS; i++) {
            double price = 103 + 10 * Math.sin(i / 4.0);
            rows.append(String.format(
                    Locale.ROOT, "%s,%.2f,%.2f,%.2f,%.2f,1000%n", day.plusDays(i), price, price + 1, price - 1, price));
        }
        Files.writeString(data.resolve("WAVE.csv"), rows);
        output = folder.resolve("output");
        PrintStream terminal = System.out;
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try {
            int exit = new CommandLine(new Session())
                    .execute(
                            "--data",
                            data.toString(),
                            "--config",
                            settings("session", "100").toString(),
                            "--broker",
                            "paper",
                            "--output",
                            output.toString());
            assertThat(exit).isZero();
        } finally {
            System.setOut(terminal);
        }
    }

    private Path settings(String name, String maxOrderNotional) throws Exception {
        return Files.writeString(folder.resolve(name + ".yaml"), SETTINGS.formatted(maxOrderNotional));
    }

    private int replay(Map<String, String> environment, String... args) {
        return new CommandLine(new Replay(environment))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private int replay(String... args) {
        return replay(Map.of(), args);
    }

    private JsonNode json() {
        return new JsonMapper().readTree(out.toString());
    }

    private Path journal() {
        return output.resolve("journal-data.mv.db");
    }

    /** The same journal with every decision as another one would have it. */
    private Path changed() {
        Path file = folder.resolve("changed.mv.db");
        try (JdbcJournal from = JdbcJournal.inFile(journal());
                JdbcJournal to = JdbcJournal.inFile(file)) {
            from.past().forEach(event -> to.append(turned(event)));
        }
        return file;
    }

    private static EngineEvent turned(EngineEvent event) {
        return event instanceof OrderDecided it && !it.decision().isApproved()
                ? new OrderDecided(
                        it.at(),
                        it.order(),
                        new RiskDecision.Rejected(List.of(Violation.of(LimitKind.INVALID_ORDER, "made up"))))
                : event;
    }

    @Test
    void the_journals_of_a_folder_come_out_the_same() {
        int exit = replay(output.toString());

        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("journal-data.mv.db", "run of entry 1, without protective stops: the same")
                .containsPattern(DAYS + " BarTaken, .* [1-9]\\d* OrderDecided, [1-9]\\d* OrderFilled")
                .doesNotContain("first difference");
    }

    @Test
    void a_decision_that_is_not_as_it_was_is_told_with_both_sides() {
        int exit = replay(changed().toString());

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString())
                .contains("DIFFERS", "first difference, at entry")
                .containsPattern("journal: OrderDecided.*made up")
                .containsPattern("replay: +OrderDecided.*ORDER_NOTIONAL_LIMIT");
    }

    @Test
    void a_difference_is_told_to_a_program_too() {
        int exit = replay(changed().toString(), "--json");

        JsonNode run = json().path("journals").path(0).path("runs").path(0);
        assertThat(exit).isEqualTo(1);
        assertThat(json().path("same").asBoolean(true)).isFalse();
        assertThat(run.path("same").asBoolean(true)).isFalse();
        assertThat(run.path("compared").path("BarTaken").asInt(0)).isPositive();
        assertThat(run.path("firstDifference").path("entry").asLong(0))
                .isEqualTo(run.path("last").asLong(0) + 1);
        assertThat(run.path("firstDifference").path("journal").asString("")).contains("made up");
        assertThat(run.path("firstDifference").path("replay").asString("")).contains("ORDER_NOTIONAL_LIMIT");
    }

    @Test
    void the_limits_of_the_session_itself_say_what_they_said() throws Exception {
        int exit =
                replay(journal().toString(), "--config", settings("same", "100").toString());

        assertThat(exit).as(out.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("under the other settings, of [1-9]\\d* orders")
                .contains("0 would have been blocked", "0 would have been let through");
    }

    @Test
    void other_limits_tell_what_they_would_have_let_through() throws Exception {
        String loose = settings("loose", "6000").toString();

        int exit = replay(journal().toString(), "--config", loose);
        String all = out.toString();
        replay(journal().toString(), "--config", loose, "--list", "0");

        assertThat(exit).isEqualTo(1);
        assertThat(all)
                .contains("0 would have been blocked")
                .containsPattern("[1-9]\\d* would have been let through")
                .containsPattern("entry \\d+, 2018-\\S+, BUY \\d+ WAVE: \\[ORDER_NOTIONAL_LIMIT")
                .doesNotContain("more");
        assertThat(out.toString().substring(all.length()))
                .containsPattern("and \\d+ more")
                .doesNotContain("ORDER_NOTIONAL_LIMIT");
    }

    @Test
    void other_limits_tell_a_program_what_they_would_have_blocked() throws Exception {
        Path strict = Files.writeString(
                folder.resolve("strict.yaml"),
                SETTINGS.formatted("6000").replace("maxSymbolExposurePct: 0.25", "maxSymbolExposurePct: 0.0001"));

        int exit = replay(journal().toString(), "--config", strict.toString(), "--json");

        JsonNode other = json().path("journals").path(0).path("otherSettings");
        assertThat(exit).as(err.toString()).isEqualTo(1);
        assertThat(json().path("same").asBoolean(false)).isTrue();
        assertThat(other.path("judged").asInt(0)).isPositive();
        JsonNode blocked = other.path("blocked").path(0);
        assertThat(blocked.path("symbol").asString("")).isEqualTo("WAVE");
        assertThat(blocked.path("side").asString("")).isEqualTo("BUY");
        assertThat(blocked.path("quantity").asInt(0)).isPositive();
        assertThat(blocked.path("reasonsThen")).isEmpty();
        assertThat(blocked.path("reasonsNow").path(0).asString("")).contains("is above 0.01 %");
    }

    @Test
    void a_journal_in_a_database_is_opened_by_its_url_with_a_login_of_the_environment() {
        String url = "jdbc:h2:file:" + folder.resolve("desk");
        try (JdbcJournal from = JdbcJournal.inFile(journal());
                JdbcJournal to = JdbcJournal.open(url, "desk", "secret")) {
            from.past().forEach(to::append);
        }

        int exit = replay(Map.of("ROBO_JOURNAL_USER", "desk", "ROBO_JOURNAL_PASSWORD", "secret"), url);
        int refused = replay(url + ";PASSWORD=wrong");

        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString()).contains(url, ": the same");
        assertThat(refused).isEqualTo(2);
        assertThat(err.toString()).contains("could not be opened").doesNotContain("wrong;", "secret");
    }

    @Test
    void what_is_no_journal_is_refused_and_nothing_is_made() throws Exception {
        Path other = Files.writeString(folder.resolve("other.txt"), "text");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path without = folder.resolve("without.mv.db");
        try (JdbcJournal journal = JdbcJournal.inFile(without)) {
            journal.append(new TroubleNoted(Instant.EPOCH, "nobody", "has run"));
        }

        assertThat(replay(folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(replay(other.toString())).isEqualTo(2);
        assertThat(replay(empty.toString())).isEqualTo(2);
        assertThat(replay(without.toString())).isEqualTo(2);
        assertThat(replay(journal().toString(), "--list", "-1")).isEqualTo(2);
        assertThat(replay(journal().toString(), "--config", other.toString())).isEqualTo(2);
        assertThat(replay()).isEqualTo(2);
        try (JdbcJournal inUse = JdbcJournal.inFile(journal())) {
            assertThat(replay(journal().toString())).isEqualTo(2);
            assertThat(inUse.lastSequence()).isPositive();
        }
        assertThat(err.toString())
                .contains(
                        "there is no " + folder.resolve("nowhere"),
                        "ends in .mv.db, but was " + other,
                        empty + " has none",
                        "holds no run",
                        "--list must be 0 or more, but was -1",
                        "is in use");
        assertThat(folder.resolve("nowhere.mv.db")).doesNotExist();
    }
}
