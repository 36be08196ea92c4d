package io.robotrader.engine.health;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How e-mail is sent. Immutable and thread-safe; the password never prints.
 *
 * @param host the mail server
 * @param port its port, 1 to 65535: 587 for STARTTLS, 465 for TLS from the start, 25 for neither as a rule
 * @param security how the connection is guarded
 * @param login user and password, empty if the server asks for none
 * @param from the sender's address
 * @param to the receiver's address
 * @param patience how long to wait for the connection and for each answer, positive
 */
public record MailServer(
        String host, int port, Security security, Optional<Login> login, String from, String to, Duration patience) {

    private static final int LARGEST_PORT = 65_535;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a text is blank, the port out of its range, the patience not positive, or a
     *     password would go over a connection that is not guarded
     */
    public MailServer {
        requireText(host, "host");
        requireText(from, "from");
        requireText(to, "to");
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(login, "login");
        if (port < 1 || port > LARGEST_PORT) {
            throw new IllegalArgumentException("port must be in [1, 65535], but was " + port);
        }
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be positive, but was " + patience);
        }
        if (login.isPresent() && security == Security.NONE) {
            throw new IllegalArgumentException("security must be STARTTLS or TLS with a login, but was NONE");
        }
    }

    private static void requireText(String text, String name) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank, but was '" + text + "'");
        }
    }

    /** How the connection is guarded. */
    public enum Security {
        /** Not at all. */
        NONE,
        /** It begins in the open and must be guarded before anything is said. */
        STARTTLS,
        /** It is guarded from the first byte. */
        TLS
    }

    /**
     * Who logs in. Immutable and thread-safe.
     *
     * @param user the name
     * @param password the secret; it never prints
     */
    public record Login(String user, String password) {
        /** Checks the parts. */
        public Login {
            requireText(user, "user");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public String toString() {
            return "Login[user=" + user + ", password=***]";
        }
    }
}
