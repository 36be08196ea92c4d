package io.robotrader.engine.health;

import java.util.Objects;

/**
 * What one check found. Immutable and thread-safe.
 *
 * @param name what was looked at
 * @param status how it is
 * @param message what was seen, in words
 */
public record HealthFinding(String name, HealthStatus status, String message) {

    /** Checks the parts. */
    public HealthFinding {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
    }
}
