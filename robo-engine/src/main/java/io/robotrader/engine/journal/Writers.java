package io.robotrader.engine.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps a second journal out of a PostgreSQL database while one writes to it: by an advisory lock of the session, which
 * goes with the connection, also when its program dies. Of another database two writers meet at the primary key.
 */
final class Writers {
    // "robo" in ASCII, and the schema that the tables are in.
    private static final String KEY =
            "(1919902319, (SELECT oid::int FROM pg_namespace WHERE nspname = current_schema()))";

    private Writers() {}

    static void claim(Connection connection, String place) throws SQLException {
        if (isPostgres(connection) && !ask(connection, "SELECT pg_try_advisory_lock" + KEY)) {
            throw new JournalException("journal " + place + " is in use: another journal has it open");
        }
    }

    /** For a connection that goes back to a pool and lives on. */
    static void release(Connection connection) throws SQLException {
        if (isPostgres(connection)) {
            ask(connection, "SELECT pg_advisory_unlock" + KEY);
        }
    }

    static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
