package io.robotrader.engine.journal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Opens connections to the database of a journal: the first, and another when that one is lost. */
@FunctionalInterface
interface Connector {

    /** Opens one, or tells why not in words that hold no login. */
    Connection connect();

    static Connector of(DataSource source) {
        return () -> {
            try {
                return source.getConnection();
            } catch (SQLException e) {
                throw new JournalException("journal could not be opened: its data source gives no connection", e);
            }
        };
    }

    static Connector of(String url, String user, String password) {
        return () -> {
            try {
                return DriverManager.getConnection(url, user, password);
            } catch (SQLException e) {
                // A driver may repeat the URL, which may hold a password; the state is a code.
                throw new JournalException("journal " + Places.of(url)
                        + " could not be opened: there is no driver for it on the class path, the login is wrong, or"
                        + " nothing answers there (SQL state " + e.getSQLState() + ")");
            }
        };
    }
}
