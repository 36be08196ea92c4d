package io.robotrader.engine.calendar;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;

/**
 * The days on which an exchange does not keep its ordinary hours: holidays, early closes, and what nobody foresaw. The
 * port by which the holidays of an exchange come in, by rule or from a list.
 *
 * <p>Implementations are thread-safe, and answer the same year always in the same way.
 */
@FunctionalInterface
public interface SpecialDays {
    /**
     * Returns the special days of a year. Days at weekends need not be told. A day that is told with hours is a trading
     * day even at a weekend.
     *
     * @param year the year of the dates, any
     * @return the days, in any order; not null; of a date that comes twice the last counts
     */
    List<SpecialDay> in(int year);

    /**
     * Returns days that are listed.
     *
     * @param days the days, of any years
     * @return all of them, each in its year
     */
    static SpecialDays of(Collection<SpecialDay> days) {
        List<SpecialDay> all = List.copyOf(days);
        return year -> all.stream().filter(day -> day.date().getYear() == year).toList();
    }

    /**
     * Reads a list: CSV in UTF-8 with the header {@code date,hours,reason}. Hours are {@code closed}, or two times of the
     * exchange's clock with a hyphen between them, of which one may be missing: {@code 11:00-14:00}, {@code -13:00}
     * (closes early), {@code 10:30-} (opens late). Lines that begin with {@code #} are comments.
     *
     * @param in the list; read to its end and not closed
     * @param source what to call it in a message
     * @return the days
     * @throws IllegalArgumentException if a line cannot be understood; the message names the source and the line
     * @throws java.io.UncheckedIOException if reading fails
     */
    static SpecialDays read(InputStream in, String source) {
        return of(SpecialDaysCsv.read(in, source));
    }
}
