package io.robotrader.examples.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.journal.JdbcJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What lies in the folder that a session writes to: its own is replaced, what is another's stays. */
class SessionOutputTest extends SessionDoor {

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
}
