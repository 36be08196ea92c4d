package io.robotrader.engine.ibkr;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** How long bars can be, and how the gateway calls that. */
final class BarLength {

    private static final Map<Duration, String> NAMES = new TreeMap<>(Map.of(
            Duration.ofSeconds(5), "5 secs",
            Duration.ofSeconds(15), "15 secs",
            Duration.ofSeconds(30), "30 secs",
            Duration.ofMinutes(1), "1 min",
            Duration.ofMinutes(5), "5 mins",
            Duration.ofMinutes(10), "10 mins",
            Duration.ofMinutes(15), "15 mins",
            Duration.ofMinutes(30), "30 mins",
            Duration.ofHours(1), "1 hour"));
    private static final Duration REGULAR_HOURS = Duration.ofMinutes(390);

    private BarLength() {}

    static String name(Duration length) {
        String name = NAMES.get(length);
        if (name == null) {
            throw new IllegalArgumentException("bar must be one of " + NAMES.keySet() + ", but was " + length);
        }
        return name;
    }

    /** How many trading days have so many bars, with one to spare as today has just begun. */
    static String days(Duration length, int bars) {
        long aDay = REGULAR_HOURS.dividedBy(length);
        return bars / Math.max(1, aDay) + 2 + " D";
    }
}
