package io.robotrader.examples.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.journal.JournalEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Goes through the command's own door: its options in, its exit code, its output and its files out. */
class SessionTest {

    private static final String HEADER = "Date,Open,High,Low,Close,Volume\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);

    @Test
    void the_default_session_trades_real_prices_and_tells_what_happened() throws Exception {
        Path output = folder.resolve("output");

        int exit = session(Map.of(), "--output", output.toString());

        assertThat(exit).as(err()).isZero();
        assertThat(out())
                .contains("Five stocks, month by month", "Apple and the S&P 500, day by day")
                .containsPattern(
                        "(?m)^\\d{4}-\\d\\d-\\d\\d  signal  AAPL LONG, momentum \\+\\d+\\.\\d\\d % over 20 bars$")
                .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\d  size    AAPL \\d+ shares, bound by RISK_BUDGET$")
                .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\d  order   BUY \\d+ AAPL approved$")
                .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\d  size    SP500 \\d+ shares, bound by POSITION_SIZE_LIMIT$")
                .containsPattern("(?m)REFUSED, .*PORTFOLIO_HEAT_LIMIT: \\d+\\.\\d\\d % is above 2\\.00 %")
                .containsPattern(
                        "(?m)^\\d{4}-\\d\\d-\\d\\d  fill    BUY \\d+ AAPL at \\d+\\.\\d+, commission \\d+\\.\\d\\d$")
                .contains("progress 100 % (1260 of 1260)")
                .containsPattern("Orders approved +\\d+")
                .containsPattern("(?m)^Orders refused +\\d+$")
                .containsPattern("(?m)^Reasons, of which an order may have several +\\d+$")
                .containsPattern("(?m)^  CORRELATION_LIMIT \\(data unknown\\) +\\d+$")
                .containsPattern("  signal  \\w+ SHORT, .*\\(short selling is off: flat\\)")
                .containsPattern("Sharpe, annualised +-?\\d+\\.\\d\\d")
                .containsPattern("Sortino, annualised +-?\\d+\\.\\d\\d")
                .containsPattern("VaR 95 %, per bar +\\d+\\.\\d\\d %")
                .containsPattern("Maximum drawdown +\\d+\\.\\d\\d %")
                .contains("Report: " + output.resolve("report.html").toAbsolutePath());
        assertThat(output.resolve("report.html")).content().contains("AAPL", "Maximum drawdown");
    }

    @Test
    void the_same_command_twice_gives_the_same_numbers() throws Exception {
        Path output = folder.resolve("output");

        session(Map.of(), "--output", output.toString());
        String firstRun = out();
        byte[] firstReport = Files.readAllBytes(output.resolve("report.html"));
        out.reset();
        session(Map.of(), "--output", output.toString());

        assertThat(out()).isEqualTo(firstRun);
        assertThat(output.resolve("report.html")).hasBinaryContent(firstReport);
    }

    @Test
    void orders_over_tcp_to_the_gateway_give_what_the_paper_broker_gives() throws Exception {
        Path output = folder.resolve("output");

        session(Map.of(), "--output", output.toString(), "--broker", "gateway");
        String overTcp = out();
        byte[] report = Files.readAllBytes(output.resolve("report.html"));
        List<String> monthly = journaled(output, "journal-monthly");
        List<String> daily = journaled(output, "journal-daily");
        out.reset();
        session(Map.of(), "--output", output.toString(), "--broker", "paper");

        assertThat(err()).isEmpty();
        assertThat(overTcp).contains("  fill    ").isEqualTo(out());
        assertThat(output.resolve("report.html")).hasBinaryContent(report);
        assertThat(monthly).hasSizeGreaterThan(100).isEqualTo(journaled(output, "journal-monthly"));
        assertThat(daily).hasSizeGreaterThan(1000).isEqualTo(journaled(output, "journal-daily"));
    }

    @Test
    void the_gateway_is_what_a_session_trades_through_unless_told_otherwise() throws Exception {
        write("aaa.csv", HEADER + rows(60, 100));

        session(Map.of(), "--data", folder.toString(), "--output", folder.toString());
        assertThat(fillIds()).isNotEmpty().allMatch(entry -> entry.contains("0000e0d5."));
        session(Map.of(), "--data", folder.toString(), "--output", folder.toString(), "--broker", "paper");

        assertThat(fillIds()).isNotEmpty().allMatch(entry -> entry.contains("paper-"));
    }

    @Test
    void symbols_with_too_few_bars_for_a_signal_are_named() throws IOException {
        write("aaa.csv", HEADER + rows(20, 100));
        write("bbb.csv", HEADER + rows(21, 30));

        session(Map.of(), "--data", folder.toString(), "--output", folder.toString(), "--broker", "paper");

        assertThat(out())
                .contains(
                        "! no signal will come for AAA: the strategy needs 21 bars (strategy.momentumLookback and one),"
                                + " but there are 20")
                .doesNotContain("no signal will come for BBB");
    }

    @Test
    void a_broker_that_there_is_not_is_bad_input() {
        assertThat(session(Map.of(), "--broker", "live", "--output", folder.toString()))
                .isEqualTo(2);

        assertThat(err().strip()).isEqualTo("--broker must be gateway or paper, but was live");
        assertThat(folder).isEmptyDirectory();
    }

    private List<String> fillIds() throws IOException {
        try (JdbcJournal journal = JdbcJournal.inFile(folder.resolve("journal-data"))) {
            return journal.read().stream()
                    .filter(entry -> entry.kind().equals("OrderFilled"))
                    .map(JournalEntry::toString)
                    .toList();
        }
    }

    /** All entries, the names of fills left out. */
    private static List<String> journaled(Path output, String name) throws IOException {
        try (JdbcJournal journal = JdbcJournal.inFile(output.resolve(name))) {
            return journal.read().stream()
                    .map(entry -> entry.toString().replaceAll("paper-[^\"]+|0000e0d5\\.[0-9a-f.]+", "a fill"))
                    .toList();
        }
    }

    @Test
    void the_journal_remembers_each_decision_and_fill() throws Exception {
        session(Map.of(), "--output", folder.toString());

        List<JournalEntry> entries;
        try (JdbcJournal journal = JdbcJournal.inFile(folder.resolve("journal-daily"))) {
            entries = journal.read();
        }

        Map<String, Long> kinds =
                entries.stream().collect(Collectors.groupingBy(JournalEntry::kind, Collectors.counting()));
        assertThat(kinds.get("DayClosed")).isEqualTo(1260);
        assertThat(kinds.get("OrderFilled")).isEqualTo(count("(?s).*day by day", "  fill  "));
        assertThat(kinds.get("OrderDecided")).isEqualTo(count("(?s).*day by day", "  order  "));
    }

    @Test
    void a_folder_of_the_users_own_files_is_traded_symbol_by_symbol() throws Exception {
        write("aaa.csv", HEADER + rows(60, 100));
        write("bbb.csv", HEADER + rows(60, 30));

        int exit = session(
                Map.of(),
                "--data",
                folder.toString(),
                "--output",
                folder.resolve("o").toString());

        assertThat(exit).as(err()).isZero();
        assertThat(out()).contains("Your data: 120 bars of AAA, BBB", "AAA LONG");
    }

    @Test
    void an_order_that_works_at_the_end_ends_with_the_session() throws Exception {
        write("aaa.csv", HEADER + rows(37, 100)); // the first signal to buy comes with the last bar

        session(Map.of(), "--data", folder.toString(), "--output", folder.toString());

        assertThat(out())
                .containsPattern("order   AAA-\\d+-\\d+ CANCELLED: the session ended")
                .contains("AAA SHORT", "(short selling is off: flat; nothing is held)");
    }

    @Test
    void only_the_symbols_that_the_settings_name_are_traded() throws Exception {
        write("aaa.csv", HEADER + rows(60, 100));
        write("bbb.csv", HEADER + rows(60, 30));

        session(Map.of("ROBO_SYMBOLS", "BBB"), "--data", folder.toString(), "--output", folder.toString());

        assertThat(out()).contains("Your data: 60 bars of BBB", "BBB LONG").doesNotContain("AAA");
    }

    @Test
    void symbols_without_data_are_named_and_nothing_runs() throws Exception {
        write("abc.csv", HEADER + rows(60, 100));
        write("xyz.csv", HEADER + rows(60, 30));

        int exit = session(Map.of("ROBO_SYMBOLS", "MSFT,ABC,TSLA"), "--data", folder.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err().strip()).isEqualTo("no data for MSFT, TSLA; there is data for ABC, XYZ");
    }

    @Test
    void a_set_of_the_samples_without_any_of_the_symbols_is_left_out() {
        int exit = session(Map.of("ROBO_SYMBOLS", "AAPL,SP500"), "--output", folder.toString());

        assertThat(exit).as(err()).isZero();
        assertThat(out()).contains("month by month: 123 bars of AAPL\n", "day by day: 2520 bars of AAPL, SP500\n");
    }

    @Test
    void live_trading_is_refused_and_what_the_last_session_left_stays() throws Exception {
        write("report.html", "the last one");
        write("journal-daily.mv.db", "the last one");

        Map<String, String> live = Map.of(
                "ROBO_EXECUTION_MODE", "live",
                "ROBO_EXECUTION_LIVE_CONFIRMATION", "U1234567",
                "ROBO_IBKR_ACCOUNT", "U1234567",
                "ROBO_IBKR_PORT", "7496",
                "ROBO_IBKR_READONLY", "false");

        int exit = session(live, "--output", folder.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err().strip())
                .isEqualTo("execution.mode must be paper, but was live (environment variable ROBO_EXECUTION_MODE): "
                        + "a session trades on a paper account.");
        assertThat(folder.resolve("report.html")).hasContent("the last one");
        assertThat(folder.resolve("journal-daily.mv.db")).hasContent("the last one");
    }

    @Test
    void an_output_that_is_a_file_is_bad_input() throws Exception {
        Path file = write("file", "mine");

        assertThat(session(Map.of(), "--output", file.toString())).isEqualTo(2);
        assertThat(session(Map.of(), "--output", file.resolve("below").toString()))
                .isEqualTo(2);

        assertThat(err().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("--output must be a folder to write to, but was " + file));
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_report_that_is_a_folder_is_bad_input_and_the_journals_stay() throws Exception {
        Files.createDirectory(folder.resolve("report.html"));
        write("journal-data.mv.db", "the last one");

        assertThat(session(Map.of(), "--output", folder.toString())).isEqualTo(2);

        assertThat(err()).contains("report.html in it is not a file");
        assertThat(folder.resolve("journal-data.mv.db")).hasContent("the last one");
    }

    @Test
    void a_journal_that_is_in_use_is_bad_input() throws Exception {
        try (JdbcJournal used = JdbcJournal.inFile(folder.resolve("journal-daily"))) {
            int exit = session(Map.of(), "--output", folder.toString());

            assertThat(exit).isEqualTo(2);
            assertThat(used.read()).isEmpty();
        }
        assertThat(err().strip())
                .isEqualTo("--output must be a folder to write to, but was " + folder
                        + ": another session or program is using it");
    }

    @Test
    void two_sessions_do_not_write_to_one_folder() throws Exception {
        int exit;
        try (OutputFolder held = OutputFolder.open(folder)) {
            exit = session(Map.of(), "--output", folder.toString());
            assertThat(held.report()).doesNotExist();
        }

        assertThat(exit).isEqualTo(2);
        assertThat(err()).contains("another session or program is using it");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_the_last_session_left_is_replaced_as_a_whole() throws Exception {
        Path prices = Files.createDirectory(folder.resolve("prices"));
        write("prices/aaa.csv", HEADER + rows(60, 100));
        write("journal-daily.mv.db", "the last one");
        write("journal-monthly.mv.db", "the last one");
        write("notes.txt", "mine");

        int exit = session(Map.of(), "--data", prices.toString(), "--output", folder.toString());

        assertThat(exit).as(err()).isZero();
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("prices", "notes.txt", "report.html", "journal-data.mv.db");
    }

    @Test
    void a_file_whose_name_is_no_symbol_is_told_with_the_folder() throws Exception {
        write("a b.csv", HEADER + rows(60, 100));

        int exit = session(Map.of(), "--data", folder.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err()).contains("but was A B").contains("names of the files in " + folder);
    }

    @Test
    void more_files_than_symbols_allowed_are_told_with_the_bound() throws Exception {
        for (int i = 0; i < 1001; i++) {
            write("s" + i + ".csv", HEADER + rows(1, 100));
        }

        assertThat(session(Map.of(), "--data", folder.toString())).isEqualTo(2);

        assertThat(err()).contains("symbols must be 1 to 1000 symbols");
    }

    @Test
    void one_broken_row_is_told_with_file_line_column_and_reason_and_nothing_runs() throws Exception {
        write("aaa.csv", HEADER + rows(60, 100));
        write("bbb.csv", HEADER + "2024-01-02,10,11,9,10,1000\n2024-01-03,10,11,9,ten,1000\n");
        Path output = folder.resolve("output");

        int exit = session(Map.of(), "--data", folder.toString(), "--output", output.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err()).contains("bbb.csv").contains("3").contains("Close").contains("ten");
        assertThat(out()).doesNotContain("engine");
        assertThat(output).doesNotExist();
    }

    @Test
    void data_that_is_no_folder_is_bad_input() throws Exception {
        Path file = write("file", "");

        assertThat(session(Map.of(), "--data", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(session(Map.of(), "--data", file.toString())).isEqualTo(2);

        assertThat(err().lines())
                .containsExactly(
                        "--data must be a folder, but " + folder.resolve("nowhere") + " is not there",
                        "--data must be a folder, but " + file + " is a file");
    }

    @Test
    void mistakes_in_the_settings_are_told_all_at_once() throws Exception {
        Path file = write("my.yaml", "risk:\n  maxPositionPct: 2\n  atrRiskFaktor: 2.0\n");

        int exit = session(Map.of(), "--config", file.toString(), "--output", folder.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err()).contains("risk.maxPositionPct", "risk.atrRiskFactor", "my.yaml:2", "my.yaml:3");
    }

    @Test
    void settings_of_the_users_own_change_what_is_traded() throws Exception {
        Path file = write("my.yaml", """
                risk:
                  maxOrderNotional: 100
                  minVolume: off
                  minMarketCap: off
                  maxPortfolioBeta: off
                """);

        session(Map.of(), "--config", file.toString(), "--output", folder.toString());

        assertThat(out()).contains("ORDER_NOTIONAL_LIMIT: ").contains("is above 100.00");
    }

    private int session(Map<String, String> environment, String... options) {
        return new CommandLine(new Session(environment, outStream, errStream))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(options);
    }

    private long count(String before, String text) {
        return out().replaceFirst(before, "")
                .lines()
                .filter(line -> line.contains(text))
                .count();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Prices that fall for 30 days and rise for the rest, so that momentum turns. */
    private static String rows(int days, double start) {
        return Stream.iterate(0, day -> day + 1)
                .limit(days)
                .map(day -> {
                    double close = start + (day < 30 ? -0.2 * day : 0.5 * day - 21);
                    LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
                    return date + "," + close + "," + (close + 1) + "," + (close - 1) + "," + close + ",1000\n";
                })
                .collect(Collectors.joining());
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
