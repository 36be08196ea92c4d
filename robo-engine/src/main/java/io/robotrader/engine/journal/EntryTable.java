package io.robotrader.engine.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of entries. Used by one thread; the connection commits after each statement. */
final class EntryTable implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EntryTable.class);
    private static final int PAGE = 1000;
    private static final int ANSWER_SECONDS = 5;
    private static final int NANOSECOND_DIGITS = 9;
    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder().appendInstant(NANOSECOND_DIGITS).toFormatter(Locale.ROOT);

    private final Connection connection;
    private final PreparedStatement insert;
    private final boolean postgres;
    private boolean waiting = true;

    EntryTable(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = Writers.isPostgres(connection);
        this.insert = connection.prepareStatement(
                "INSERT INTO journal_entry (sequence_number, happened_at, kind, symbol, order_id, payload)"
                        + " VALUES (?, ?, ?, ?, ?, ?)");
    }

    long lastSequence() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT COALESCE(MAX(sequence_number), 0) FROM journal_entry")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void insert(JournalEntry entry) throws SQLException {
        insert.setLong(1, entry.sequence());
        insert.setString(2, INSTANT.format(entry.at()));
        insert.setString(3, entry.kind());
        insert.setString(4, entry.symbol().orElse(null));
        insert.setString(5, entry.orderId().orElse(null));
        insert.setString(6, entry.payload());
        insert.executeUpdate();
    }

    /**
     * Says whether PostgreSQL is to wait for its disk at each commit, as its user has set it up, or may follow within a
     * second as the next commit that does wait makes good. Other databases are left alone.
     */
    void waitForDisk(boolean wanted) throws SQLException {
        if (postgres && waiting != wanted) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(wanted ? "RESET synchronous_commit" : "SET synchronous_commit TO OFF");
            }
            waiting = wanted;
        }
    }

    /** Has H2 write now what it would write within its delay. */
    void checkpoint() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /** Whether the connection still answers. H2 calls one valid whose database it has closed, as it does on a full disk. */
    boolean isUsable() {
        try (Statement statement = connection.createStatement()) {
            return connection.isValid(ANSWER_SECONDS)
                    && statement.execute("SELECT 1 FROM journal_entry WHERE sequence_number = 0");
        } catch (SQLException e) {
            return false;
        }
    }

    /** Lets go of a connection that is lost, whatever it says. */
    void abandon() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A lost connection could not be closed", e);
        }
    }

    Optional<JournalEntry> at(long sequence) throws SQLException {
        return select("sequence_number = ?", List.of(), sequence).stream().findAny();
    }

    List<JournalEntry> page(long after) throws SQLException {
        return select(
                "sequence_number > ? ORDER BY sequence_number FETCH FIRST " + PAGE + " ROWS ONLY", List.of(), after);
    }

    List<JournalEntry> page(long after, List<String> kinds) throws SQLException {
        String in = "?" + ", ?".repeat(kinds.size() - 1);
        return select(
                "kind IN (" + in + ") AND sequence_number > ? ORDER BY sequence_number FETCH FIRST " + PAGE
                        + " ROWS ONLY",
                kinds,
                after);
    }

    Optional<JournalEntry> last(String kind) throws SQLException {
        return select(
                        "kind = ? AND sequence_number > ? ORDER BY kind DESC, sequence_number DESC FETCH FIRST ROW"
                                + " ONLY",
                        List.of(kind),
                        0)
                .stream()
                .findAny();
    }

    private List<JournalEntry> select(String which, List<String> kinds, long after) throws SQLException {
        List<JournalEntry> entries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT sequence_number, happened_at, kind, symbol, order_id, payload FROM journal_entry WHERE "
                        + which)) {
            int index = 0;
            for (String kind : kinds) {
                statement.setString(++index, kind);
            }
            statement.setLong(++index, after);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
        }
        return entries;
    }

    private static JournalEntry entry(ResultSet rows) throws SQLException {
        long sequence = rows.getLong(1);
        try {
            return new JournalEntry(
                    sequence,
                    Instant.parse(rows.getString(2)),
                    rows.getString(3),
                    Optional.ofNullable(rows.getString(4)),
                    Optional.ofNullable(rows.getString(5)),
                    rows.getString(6));
        } catch (DateTimeParseException e) {
            throw new JournalException(
                    "entry " + sequence + " of the journal, " + rows.getString(3)
                            + ", cannot be read: its time is damaged",
                    e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            insert.close();
            if (isUsable()) {
                waitForDisk(true);
                Writers.release(connection);
            }
        }
    }
}
