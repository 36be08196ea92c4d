package io.robotrader.engine.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Brings the tables of a journal up to date: one script a version, each run once and noted in a table.
 *
 * <p>A script may be run again, because H2 cannot take a half-done one back: it must do nothing to what is already there.
 */
final class Schema {
    static final String VERSION_TABLE = "journal_schema_version";

    private static final int LATEST = 2;

    private Schema() {}

    static void update(Connection connection, String place) throws SQLException {
        int version;
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS " + VERSION_TABLE + " (version INTEGER NOT NULL PRIMARY KEY)");
            version = version(statement);
        }
        if (version > LATEST) {
            throw new JournalException("journal " + place + " has format " + version
                    + ", and this program knows formats up to " + LATEST + ": a newer one wrote it");
        }
        for (int next = version + 1; next <= LATEST; next++) {
            run(connection, next);
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM " + VERSION_TABLE)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void run(Connection connection, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script("schema-" + version + ".sql"));
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + VERSION_TABLE + " (version) VALUES (?)")) {
            insert.setInt(1, version);
            insert.executeUpdate();
        }
    }

    private static String script(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
