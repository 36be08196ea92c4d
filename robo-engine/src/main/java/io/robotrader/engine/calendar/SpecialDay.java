package io.robotrader.engine.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A date on which an exchange does not keep its ordinary hours. Immutable and thread-safe.
 *
 * @param date the date on the exchange's wall calendar
 * @param closed whether there is no trading at all; then there is neither an open nor a close
 * @param open when regular trading begins on the exchange's clock; empty means as on other days
 * @param close when regular trading ends; empty means as on other days
 * @param reason why, for people; may be empty
 */
public record SpecialDay(
        LocalDate date, boolean closed, Optional<LocalTime> open, Optional<LocalTime> close, String reason) {
    /**
     * Checks that a closed day has no hours.
     *
     * @throws IllegalArgumentException if it has
     */
    public SpecialDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(reason, "reason");
        if (closed && (open.isPresent() || close.isPresent())) {
            throw new IllegalArgumentException(
                    "open and close must be empty on the closed day " + date + ", but were " + open + " and " + close);
        }
    }

    /**
     * Returns a date without any trading.
     *
     * @param date the date
     * @param reason why
     * @return the closed day
     */
    public static SpecialDay closed(LocalDate date, String reason) {
        return new SpecialDay(date, true, Optional.empty(), Optional.empty(), reason);
    }

    /**
     * Returns a date on which regular trading ends at another time than usual.
     *
     * @param date the date
     * @param close when, on the exchange's clock
     * @param reason why
     * @return the day
     */
    public static SpecialDay closesAt(LocalDate date, LocalTime close, String reason) {
        return new SpecialDay(date, false, Optional.empty(), Optional.of(close), reason);
    }
}
