package io.robotrader.engine.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The table of entries. Used by one thread; the connection commits after each statement. */
final class EntryTable implements AutoCloseable {
    private static final int NANOSECOND_DIGITS = 9;
    private static final DateTimeFormatter INSTANT =
            new DateTimeFormatterBuilder().appendInstant(NANOSECOND_DIGITS).toFormatter(Locale.ROOT);

    private final Connection connection;
    private final PreparedStatement insert;

    EntryTable(Connection connection) throws SQLException {
        this.connection = connection;
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

    /** Has H2 write now what it would write within its delay. */
    void checkpoint() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    List<JournalEntry> all() throws SQLException {
        List<JournalEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT sequence_number, happened_at, kind, symbol, order_id, payload FROM journal_entry"
                                + " ORDER BY sequence_number")) {
            while (rows.next()) {
                entries.add(new JournalEntry(
                        rows.getLong(1),
                        Instant.parse(rows.getString(2)),
                        rows.getString(3),
                        Optional.ofNullable(rows.getString(4)),
                        Optional.ofNullable(rows.getString(5)),
                        rows.getString(6)));
            }
        }
        return List.copyOf(entries);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            insert.close();
        }
    }
}
