package io.robotrader.engine.ibkr;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/**
 * A bar. Immutable and thread-safe.
 *
 * @param time its start: of a bar within a day the seconds since 1970, of a longer one the day as {@code yyyymmdd}
 * @param open the first price
 * @param high the highest
 * @param low the lowest
 * @param close the last
 * @param volume how much was traded, -1 if not known
 * @param average the average price, weighted by size; -1 if not known
 * @param count how many trades, -1 if not known
 */
public record IbkrBar(
        String time, double open, double high, double low, double close, double volume, double average, int count) {

    private static final int DAY = 8;

    /** Checks the parts. */
    public IbkrBar {
        Objects.requireNonNull(time, "time");
    }

    /** {@return the start of a bar within a day; empty for a longer one} */
    public Optional<Instant> start() {
        try {
            return time.length() <= DAY ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Long.parseLong(time)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@return the day of a bar of a day or longer; empty for a shorter one} */
    public Optional<LocalDate> day() {
        try {
            return time.length() == DAY
                    ? Optional.of(LocalDate.parse(time, DateTimeFormatter.BASIC_ISO_DATE))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
