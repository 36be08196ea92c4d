package io.robotrader.engine.ibkr.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long a historical bar is, and how far back a request goes. */
record BarSize(String name, long seconds) {

    private static final Map<String, Long> UNITS =
            Map.of("sec", 1L, "secs", 1L, "min", 60L, "mins", 60L, "hour", 3600L, "hours", 3600L);
    private static final java.util.Set<String> NAMES = java.util.Set.of(
            "1 secs", "1 sec", "5 secs", "10 secs", "15 secs", "30 secs", "1 min", "2 mins", "3 mins", "5 mins",
            "10 mins", "15 mins", "20 mins", "30 mins", "1 hour", "2 hours", "3 hours", "4 hours", "8 hours");
    private static final long DAY = 86_400;

    /** The size of that name, null if there is none. */
    static @Nullable BarSize of(String name) {
        if (NAMES.contains(name)) {
            String[] parts = name.split(" ", -1);
            return new BarSize(name, Long.parseLong(parts[0]) * UNITS.getOrDefault(parts[1], 1L));
        }
        return switch (name) {
            case "1 day", "1D" -> new BarSize("1 day", DAY);
            case "1 week", "1W" -> new BarSize("1 week", 7 * DAY);
            case "1 month", "1M" -> new BarSize("1 month", 30 * DAY);
            default -> null;
        };
    }

    boolean isIntraday() {
        return seconds < DAY;
    }

    /** The start of the bar that an instant lies in; for bars of a day and longer that is a midnight. */
    Instant start(Instant time) {
        LocalDate day = Hours.date(time);
        if (isIntraday()) {
            // Counted from the opening, so that bars of an hour begin at half past nine, as they do on the real
            // servers' charts.
            Instant open = Hours.at(day, LocalTime.of(9, 30));
            long since = Duration.between(open, time).toSeconds();
            return open.plusSeconds(Math.floorDiv(since, seconds) * seconds);
        }
        LocalDate first = switch (name) {
            case "1 week" -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
            case "1 month" -> day.withDayOfMonth(1);
            default -> day;
        };
        return Hours.at(first, LocalTime.MIDNIGHT);
    }

    /** How far back a duration such as {@code 2 D} goes, null if it is malformed; days are counted as trading days. */
    static @Nullable Instant from(Instant end, String duration, Hours hours) {
        String[] parts = duration.strip().split(" ", -1);
        if (parts.length != 2 || !parts[0].matches("[1-9][0-9]{0,6}")) {
            return null;
        }
        long count = Long.parseLong(parts[0]);
        LocalDate day = Hours.date(end);
        return switch (parts[1]) {
            case "S" -> end.minusSeconds(count);
            case "D" -> tradingDaysBack(end, Math.min(count, 5000), hours);
            case "W" -> Hours.at(day.minusWeeks(count), LocalTime.MIDNIGHT);
            case "M" -> Hours.at(day.minusMonths(count), LocalTime.MIDNIGHT);
            case "Y" -> Hours.at(day.minusYears(Math.min(count, 200)), LocalTime.MIDNIGHT);
            default -> null;
        };
    }

    private static Instant tradingDaysBack(Instant end, long count, Hours hours) {
        LocalDate day = Hours.date(end);
        // Before the opening the day has not begun.
        boolean counts = hours.isOpenDay(day) && end.isAfter(Hours.at(day, LocalTime.of(4, 0)));
        long left = counts ? count - 1 : count;
        while (left > 0) {
            day = day.minusDays(1);
            left -= hours.isOpenDay(day) ? 1 : 0;
        }
        return Hours.at(day, LocalTime.MIDNIGHT);
    }
}
