package io.robotrader.examples.desk;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Reads times. */
final class Times {

    // What is beyond is a slip. Told here, as later it would be told of whoever takes this time for want of his own.
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    private Times() {}

    static Instant parse(String text) {
        Instant time = instant(text);
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new IllegalArgumentException("time must be in the years from 1 to 9999, but was " + text);
        }
        return time;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "time must be an instant such as 2024-03-01T15:00:00Z, but was " + text, e);
        }
    }
}
