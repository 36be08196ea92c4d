package io.robotrader.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** On a server that is started for the test; where it cannot be, the tests say that they were skipped. */
class PostgresJournalTest extends JournalContract {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final EngineEvent EVENT = new TroubleNoted(Instant.EPOCH, "test", "x");

    private static EmbeddedPostgres server;

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    @BeforeAll
    static void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
        } catch (IOException | RuntimeException e) {
            abort("skipped, as no PostgreSQL server can be started here: " + e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void a_schema_of_its_own() throws SQLException {
        String schema = "desk" + SCHEMAS.incrementAndGet();
        source.setURL(server.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
    }

    @Override
    DataSource source() {
        return source;
    }

    @Test
    void a_second_journal_is_refused_while_the_first_is_open_and_let_in_after_it() {
        try (JdbcJournal first = JdbcJournal.open(source)) {
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> JdbcJournal.open(source))
                    .withMessageMatching("journal jdbc:postgresql://localhost:\\d+/postgres is in use: "
                            + "another journal has it open");
            first.append(EVENT);
        }

        try (JdbcJournal second = JdbcJournal.open(source)) {
            assertThat(second.past()).containsExactly(EVENT);
        }
    }

    @Test
    void a_connection_that_the_server_ends_is_made_anew() throws SQLException {
        try (JdbcJournal journal = JdbcJournal.open(source)) {
            journal.append(EVENT);
            run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                    + " AND datname = current_database()");

            assertThatExceptionOfType(JournalException.class).isThrownBy(() -> journal.append(EVENT));
            journal.append(EVENT);

            assertThat(journal.past()).containsExactly(EVENT, EVENT);
        }
    }

    @Test
    void a_url_is_enough_to_open_one() {
        try (JdbcJournal journal = JdbcJournal.open(source.getURL(), "postgres", "secret")) {
            journal.append(EVENT);

            assertThat(journal.toString())
                    .startsWith("journal jdbc:postgresql://")
                    .doesNotContain("secret");
        }
    }
}
