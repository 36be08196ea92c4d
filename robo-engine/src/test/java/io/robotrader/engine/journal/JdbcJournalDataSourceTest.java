package io.robotrader.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcJournalDataSourceTest {
    private static final StateChanged EVENT =
            new StateChanged(Instant.EPOCH, EngineState.INITIALIZING, EngineState.READY);

    private final JdbcDataSource source = new JdbcDataSource();

    @BeforeEach
    void a_database_of_its_own(TestInfo test) {
        source.setURL("jdbc:h2:mem:" + test.getTestMethod().orElseThrow().getName() + ";DB_CLOSE_ON_EXIT=FALSE");
        source.setUser("me");
        source.setPassword("secret");
    }

    @Test
    void a_journal_lives_beside_the_tables_of_others() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (id INTEGER)");

            try (JdbcJournal journal = JdbcJournal.open(source)) {
                journal.append(EVENT);
            }

            try (JdbcJournal journal = JdbcJournal.open(source)) {
                assertThat(journal.read()).hasSize(1);
            }
        }
    }

    @Test
    void of_two_writers_the_later_append_fails_and_names_the_place_without_the_login() {
        try (JdbcJournal one = JdbcJournal.open(source);
                JdbcJournal other = JdbcJournal.open(source)) {
            one.append(EVENT);

            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> other.append(EVENT))
                    .withMessage("journal jdbc:h2:mem:of_two_writers_the_later_append_fails_and_names_the_place_"
                            + "without_the_login could not take entry 1, StateChanged");
            assertThat(one.read()).hasSize(1);
        }
    }

    @Test
    void a_source_without_a_connection_is_told() {
        source.setURL("jdbc:h2:mem:none;IFEXISTS=TRUE");

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JdbcJournal.open(source))
                .withMessage("journal could not be opened: its data source gives no connection");
    }

    @Test
    void a_connection_that_is_lost_is_told_by_append_and_read() throws SQLException {
        try (JdbcJournal journal = JdbcJournal.open(source);
                Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");

            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.append(EVENT))
                    .withMessageContaining("could not take entry 1");
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(journal::read)
                    .withMessageEndingWith("could not be read");
        }
    }

    @Test
    void a_database_that_h2_has_closed_as_it_does_on_a_full_disk_is_opened_again(@TempDir Path folder)
            throws SQLException {
        source.setURL("jdbc:h2:file:" + folder.resolve("journal") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=60000");
        List<EngineEvent> events = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            events.add(new TroubleNoted(Instant.EPOCH, "test", "number " + i));
        }
        try (JdbcJournal journal = JdbcJournal.open(source)) {
            events.subList(0, 9).forEach(journal::append);
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            }
            assertThatExceptionOfType(JournalException.class).isThrownBy(() -> journal.append(events.get(9)));

            journal.append(events.get(9));

            assertThat(journal.past()).containsExactlyElementsOf(events);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/desk?user=me&password=secret, jdbc:postgresql://db:5432/desk",
        "jdbc:postgresql://me:sec?ret@db/desk, jdbc:postgresql:...",
        "jdbc:postgresql://db/desk?password=a@secret, jdbc:postgresql:...",
        "jdbc:oracle:thin:me/secret@//db:1521/desk, jdbc:oracle:...",
        "jdbc:sqlserver://db:1433;user=me;password=secret, jdbc:sqlserver://db:1433",
        "secret, in the given database",
        ", in the given database"
    })
    void a_place_never_shows_a_login(String url, String place) {
        assertThat(Places.of(url)).isEqualTo(place);
    }
}
