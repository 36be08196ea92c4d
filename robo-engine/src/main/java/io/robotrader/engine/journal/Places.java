package io.robotrader.engine.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names a database in messages. Parameters, and URLs that may hold a user or a password, are left out. */
final class Places {
    private static final Pattern DRIVER = Pattern.compile("jdbc:[A-Za-z0-9]+:");

    private Places() {}

    static String of(Connection connection) {
        try {
            return of(connection.getMetaData().getURL());
        } catch (SQLException e) {
            return of((String) null);
        }
    }

    static String of(@Nullable String url) {
        Matcher driver = DRIVER.matcher(url == null ? "" : url);
        if (url == null || !driver.lookingAt()) {
            return "in the given database";
        }
        // user:password@host, with any sign in the password: nothing after the driver can be trusted.
        return url.indexOf('@') >= 0 ? driver.group() + "..." : url.split("[?;&]", 2)[0];
    }
}
