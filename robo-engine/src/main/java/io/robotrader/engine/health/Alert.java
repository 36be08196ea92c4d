package io.robotrader.engine.health;

import java.time.Instant;
import java.util.Objects;

/**
 * News that a person should have. Immutable and thread-safe.
 *
 * @param at when it happened, on the engine's clock
 * @param severity how bad it is
 * @param subject what it is about, the same words each time that it happens: repetitions are known by it
 * @param text what happened, in one or two sentences
 */
public record Alert(Instant at, Severity severity, String subject, String text) {

    /** Checks the parts. */
    public Alert {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(text, "text");
        if (subject.isBlank()) {
            throw new IllegalArgumentException("subject must not be blank, but was '" + subject + "'");
        }
    }

    /** How bad it is. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** Somebody should look soon. */
        WARNING,
        /** Trading is held back or the engine has ended: somebody must look now. */
        CRITICAL
    }
}
