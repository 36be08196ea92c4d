package io.robotrader.examples.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.journal.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a session trades, tells and writes, and what it refuses. */
class SessionTest extends SessionDoor {

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

    private long count(String before, String text) {
        return out().replaceFirst(before, "")
                .lines()
                .filter(line -> line.contains(text))
                .count();
    }
}
