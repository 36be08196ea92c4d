package io.robotrader.examples.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A horizontal axis in UTC with ticks at round times. Immutable.
 *
 * @param from the left end
 * @param to the right end, not before from
 */
record TimeAxis(Instant from, Instant to) {

    private static final int MAX_TICKS = 7;
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    private static final List<Step> STEPS = List.of(
            Step.ofSeconds(60, "HH:mm"),
            Step.ofSeconds(5 * 60, "HH:mm"),
            Step.ofSeconds(15 * 60, "HH:mm"),
            Step.ofSeconds(HOUR, "HH:mm"),
            Step.ofSeconds(3 * HOUR, "d MMM HH:mm"),
            Step.ofSeconds(12 * HOUR, "d MMM HH:mm"),
            Step.ofSeconds(DAY, "d MMM"),
            Step.ofSeconds(2 * DAY, "d MMM"),
            Step.ofSeconds(7 * DAY, "d MMM"),
            Step.ofMonths(1, "MMM uuuu"),
            Step.ofMonths(3, "MMM uuuu"),
            Step.ofMonths(6, "MMM uuuu"),
            Step.ofMonths(12, "uuuu"),
            Step.ofMonths(5 * 12, "uuuu"),
            Step.ofMonths(25 * 12, "uuuu"));

    /** A tick.
     *
     * @param time where it stands
     * @param label what it says
     */
    record Tick(Instant time, String label) {}

    /** The densest round ticks that are not too many. */
    List<Tick> ticks() {
        List<Tick> ticks = List.of();
        for (Step step : STEPS) {
            ticks = step.ticks(from, to);
            if (ticks.size() <= MAX_TICKS) {
                break;
            }
        }
        return ticks;
    }

    /** Returns 0 at the left end and 1 at the right; 0 if the axis has no length. */
    double position(Instant time) {
        double length = seconds(to);
        return length > 0 ? seconds(time) / length : 0;
    }

    private double seconds(Instant time) {
        return time.getEpochSecond() - from.getEpochSecond() + (time.getNano() - from.getNano()) / 1e9;
    }

    /** Ticks either a fixed time apart, or some calendar months. */
    private record Step(long seconds, int months, DateTimeFormatter format) {

        static Step ofSeconds(long seconds, String pattern) {
            return new Step(seconds, 0, formatter(pattern));
        }

        static Step ofMonths(int months, String pattern) {
            return new Step(0, months, formatter(pattern));
        }

        private static DateTimeFormatter formatter(String pattern) {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
        }

        /** The ticks within the ends, and at most one more than an axis may have. */
        List<Tick> ticks(Instant from, Instant to) {
            List<Tick> ticks = new ArrayList<>();
            for (Instant time = firstAtOrAfter(from);
                    !time.isAfter(to) && ticks.size() <= MAX_TICKS;
                    time = next(time)) {
                ticks.add(new Tick(time, format.format(time)));
            }
            return ticks;
        }

        private Instant firstAtOrAfter(Instant from) {
            Instant floor = floor(from);
            return floor.isBefore(from) ? next(floor) : floor;
        }

        private Instant floor(Instant time) {
            if (months == 0) {
                return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
            }
            LocalDate date = LocalDate.ofInstant(time, ZoneOffset.UTC);
            int month = Math.floorDiv(date.getYear() * 12 + date.getMonthValue() - 1, months) * months;
            return LocalDate.of(Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1, 1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }

        private Instant next(Instant tick) {
            return months == 0
                    ? tick.plusSeconds(seconds)
                    : tick.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
        }
    }
}
