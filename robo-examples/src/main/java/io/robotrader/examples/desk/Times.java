package io.robotrader.examples.desk;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads times. */
final class Times {

    private Times() {}

    static Instant parse(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "time must be an instant such as 2024-03-01T15:00:00Z, but was " + text, e);
        }
    }
}
