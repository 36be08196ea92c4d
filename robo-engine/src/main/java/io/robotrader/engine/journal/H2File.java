package io.robotrader.engine.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;
import org.h2.Driver;
import org.h2.api.ErrorCode;

/** A file that the embedded H2 database keeps, open for one journal alone. */
final class H2File {
    private static final String SUFFIX = ".mv.db";

    /*
     * WRITE_DELAY: milliseconds until H2 writes a commit; a checkpoint writes at once. Every commit at once would be slow.
     * DB_CLOSE_ON_EXIT: H2 would close the file when the JVM begins to shut down, while an engine may still be stopping.
     * TRACE_LEVEL_FILE, TRACE_LEVEL_SYSTEM_OUT: no file besides the user's, nothing on the console.
     */
    private static final String SETTINGS =
            ";WRITE_DELAY=500;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

    private final String base;

    H2File(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        if (path.contains(";")) {
            throw new IllegalArgumentException("file must be a path without a semicolon, but was " + file);
        }
        base = path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
    }

    String place() {
        return base + SUFFIX;
    }

    Connection connect() {
        Properties login = new Properties();
        login.setProperty("user", "sa");
        login.setProperty("password", "");
        Connection connection;
        try {
            connection = new Driver().connect("jdbc:h2:file:" + base + SETTINGS, login);
        } catch (SQLException e) {
            throw new JournalException("journal " + place() + reason(e), e);
        }
        try {
            claim(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            throw JdbcJournal.closing(connection, place(), e);
        }
    }

    private void claim(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // The lock on the file keeps other programs out; within one JVM, H2 would let a second connection in.
            statement.execute("SET EXCLUSIVE 2");
            try (ResultSet rows = statement.executeQuery(
                    "SELECT COUNT(*), COUNT(CASE WHEN table_name = '" + Schema.VERSION_TABLE.toUpperCase(Locale.ROOT)
                            + "' THEN 1 END) FROM information_schema.tables WHERE table_schema = 'PUBLIC'")) {
                rows.next();
                if (rows.getInt(1) > 0 && rows.getInt(2) == 0) {
                    throw new JournalException("journal " + place() + " is a database of something else");
                }
            }
        }
    }

    private static String reason(SQLException e) {
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1, ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE ->
                " is in use: another journal or program has it open";
            case ErrorCode.WRONG_USER_OR_PASSWORD -> " is a database of something else";
            default -> " could not be opened: it is no journal, is damaged, or cannot be read and written here";
        };
    }
}
