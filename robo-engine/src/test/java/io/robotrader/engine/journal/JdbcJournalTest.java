package io.robotrader.engine.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcJournalTest {
    private static final Instant NOON = Instant.parse("2024-03-08T12:00:00Z");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name_the_file() {
        file = folder.resolve("deeper/journal.mv.db");
    }

    private static EngineEvent event(Instant at) {
        return new StateChanged(at, EngineState.INITIALIZING, EngineState.READY);
    }

    /** Leaves a journal with one entry, and does something to it behind its back. */
    private void doctored(String sql) throws SQLException {
        try (JdbcJournal journal = JdbcJournal.inFile(file)) {
            journal.append(event(NOON));
        }
        foreign(sql);
    }

    private void foreign(String sql) throws SQLException {
        String url = "jdbc:h2:file:" + file.toString().replace(".mv.db", "");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_new_journal_is_empty_and_makes_its_one_file_and_the_folder() throws IOException {
        try (JdbcJournal journal = JdbcJournal.inFile(file)) {
            assertThat(journal.read()).isEmpty();
            assertThat(journal).hasToString("journal " + file);
        }

        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void the_suffix_of_the_file_may_be_left_out() {
        try (JdbcJournal journal = JdbcJournal.inFile(folder.resolve("deeper/journal"))) {
            assertThat(journal).hasToString("journal " + file);
        }
    }

    @Test
    void opening_again_goes_on_after_the_last_entry() {
        for (int round = 0; round < 3; round++) {
            try (JdbcJournal journal = JdbcJournal.inFile(file)) {
                journal.append(event(NOON));
                journal.append(event(NOON));
            }
        }

        try (JdbcJournal journal = JdbcJournal.inFile(file)) {
            assertThat(journal.read().stream().map(JournalEntry::sequence)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }
    }

    @Test
    void instants_come_back_to_the_nanosecond_in_any_zone() {
        Instant[] instants = {
            Instant.parse("2024-03-10T07:30:00.123456789Z"),
            Instant.parse("1883-11-18T17:03:58.000000001Z"),
            Instant.EPOCH,
            Instant.MAX,
            Instant.MIN
        };
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            try (JdbcJournal journal = JdbcJournal.inFile(file)) {
                for (Instant instant : instants) {
                    journal.append(event(instant));
                }
            }
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            try (JdbcJournal journal = JdbcJournal.inFile(file)) {
                assertThat(journal.read().stream().map(JournalEntry::at)).containsExactly(instants);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void a_file_that_is_open_cannot_be_opened_again() {
        try (JdbcJournal first = JdbcJournal.inFile(file)) {
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> JdbcJournal.inFile(file))
                    .withMessage("journal " + file + " is in use: another journal or program has it open");

            first.append(event(NOON));
            assertThat(first.read()).hasSize(1);
        }
    }

    @Test
    void closing_twice_is_closing_once() {
        JdbcJournal journal = JdbcJournal.inFile(file);

        journal.close();
        journal.close();

        try (JdbcJournal next = JdbcJournal.inFile(file)) {
            assertThat(next.read()).isEmpty();
        }
    }

    @Test
    void a_closed_journal_takes_and_gives_nothing() {
        JdbcJournal journal = JdbcJournal.inFile(file);
        journal.close();

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> journal.append(event(NOON)))
                .withMessage("journal " + file + " is closed");
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(journal::read)
                .withMessage("journal " + file + " is closed");
    }

    @Test
    void a_damaged_file_is_refused_and_left_as_it_is() throws IOException {
        byte[] noise = "this is no database".repeat(1000).getBytes(US_ASCII);
        Files.createDirectories(file.getParent());
        Files.write(file, noise);

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JdbcJournal.inFile(file))
                .withMessage("journal " + file
                        + " could not be opened: it is no journal, is damaged, or cannot be read and written here");
        assertThat(file).hasBinaryContent(noise);
    }

    @Test
    void a_database_of_something_else_is_refused() throws Exception {
        foreign("CREATE TABLE customer (id INTEGER)");

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JdbcJournal.inFile(file))
                .withMessage("journal " + file + " is a database of something else");
        foreign("INSERT INTO customer VALUES (1)"); // it was let go again
    }

    @Test
    void a_database_with_another_login_is_refused() throws Exception {
        foreign("ALTER USER sa SET PASSWORD 'other'");

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JdbcJournal.inFile(file))
                .withMessage("journal " + file + " is a database of something else");
    }

    @Test
    void a_journal_of_a_newer_program_is_refused() throws Exception {
        doctored("INSERT INTO journal_schema_version VALUES (7)");

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JdbcJournal.inFile(file))
                .withMessage("journal " + file
                        + " has format 7, and this program knows formats up to 2: a newer one wrote it");
    }

    @Test
    void a_journal_whose_table_is_another_is_refused() throws Exception {
        doctored("ALTER TABLE journal_entry DROP COLUMN payload");

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JdbcJournal.inFile(file))
                .withMessage("journal " + file + " could not be opened: its tables are not as expected")
                .withCauseInstanceOf(SQLException.class);
    }

    @Test
    void a_creation_that_was_cut_short_is_finished() throws Exception {
        doctored("DELETE FROM journal_schema_version");

        try (JdbcJournal journal = JdbcJournal.inFile(file)) {
            assertThat(journal.read()).hasSize(1);
        }
    }

    @Test
    void an_entry_that_the_database_refuses_is_told_and_leaves_no_gap() throws Exception {
        doctored("ALTER TABLE journal_entry ADD CONSTRAINT dated CHECK (happened_at < '2024-04')");

        try (JdbcJournal journal = JdbcJournal.inFile(file)) {
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.append(event(Instant.parse("2024-05-01T00:00:00Z"))))
                    .withMessage("journal " + file + " could not take entry 2, StateChanged")
                    .withCauseInstanceOf(SQLException.class);

            journal.append(event(NOON));
            assertThat(journal.read().stream().map(JournalEntry::sequence)).containsExactly(1L, 2L);
        }
    }

    @Test
    void a_path_that_h2_would_take_for_settings_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcJournal.inFile(Path.of("a;INIT=x")))
                .withMessage("file must be a path without a semicolon, but was a;INIT=x");
    }
}
