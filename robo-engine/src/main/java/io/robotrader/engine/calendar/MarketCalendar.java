package io.robotrader.engine.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When an exchange trades: its trading days with their hours, and which trade date an instant belongs to.
 *
 * <p>All intervals hold their first instant and not their last: at 16:00:00 a session that closes at 16:00 is over. A
 * calendar knows what was decided when it was made. It does not know of a closure that is announced tomorrow, and not of
 * halts within a day.
 *
 * <p>Implementations are immutable and thread-safe. Arguments must not be null.
 */
public interface MarketCalendar {
    /**
     * Returns the instant of the close on a date: the early one on a day that closes early. Any date is answered: on one
     * that is no trading day, it is the regular closing time.
     *
     * @param tradeDate the date, as the exchange's own wall calendar shows it
     * @return the instant at which regular trading ends, or would end, on that date
     */
    Instant closeOf(LocalDate tradeDate);

    /**
     * Returns the date to which what happens at an instant belongs: the date on the exchange's own wall calendar, or the
     * day after from the hour on at which the overnight session of that next day begins, if the calendar has one.
     *
     * @param instant any instant, inside or outside trading hours
     * @return the trade date; not necessarily a trading day
     */
    LocalDate tradeDate(Instant instant);

    /**
     * Returns what is traded on a date.
     *
     * @param tradeDate the date
     * @return the hours of that date; empty at weekends, on holidays and on other days on which there is no trading
     */
    Optional<TradingSession> session(LocalDate tradeDate);

    /**
     * Translates a time that the exchange's own clock shows on a date. What is skipped when the clock is put forward is
     * read as if it had not been put forward yet; what comes twice when it is put back, as the first of the two.
     *
     * @param date the date on the exchange's wall calendar
     * @param time the time on the exchange's clock
     * @return the instant
     */
    Instant at(LocalDate date, LocalTime time);

    /**
     * Returns in which part of the trading day an instant is.
     *
     * @param instant any instant
     * @return the part; {@link MarketPhase#CLOSED} if there is no trading
     */
    default MarketPhase phaseAt(Instant instant) {
        return session(tradeDate(instant)).map(s -> s.phaseAt(instant)).orElse(MarketPhase.CLOSED);
    }

    /**
     * Returns whether the regular session is on.
     *
     * @param instant any instant
     * @return true from the open on until before the close; false in extended hours
     */
    default boolean isOpen(Instant instant) {
        return phaseAt(instant) == MarketPhase.REGULAR;
    }

    /**
     * Returns the first session of a later date.
     *
     * @param date any date, a trading day or not
     * @return the next session after that date
     * @throws NoSuchElementException if there is none within a year and a day
     */
    default TradingSession nextSession(LocalDate date) {
        return sessions(date.plusDays(1), date.plusDays(367))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no session within a year after " + date));
    }

    /**
     * Returns the last session of an earlier date.
     *
     * @param date any date, a trading day or not
     * @return the session before that date
     * @throws NoSuchElementException if there is none within a year and a day
     */
    default TradingSession previousSession(LocalDate date) {
        return Stream.iterate(date.minusDays(1), day -> day.minusDays(1))
                .limit(366)
                .flatMap(day -> session(day).stream())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no session within a year before " + date));
    }

    /**
     * Returns the sessions of a range of dates; their {@code count()} is the number of trading days.
     *
     * @param from the first date
     * @param until the date after the last; not before {@code from}
     * @return the sessions in the order of their dates, made as they are asked for
     * @throws IllegalArgumentException if {@code until} is before {@code from}
     */
    default Stream<TradingSession> sessions(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("until must not be before " + from + ", but was " + until);
        }
        return from.datesUntil(until).flatMap(day -> session(day).stream());
    }

    /**
     * Returns the next time at which regular trading begins.
     *
     * @param instant any instant
     * @return the first open after it; an open at the instant itself does not count
     * @throws NoSuchElementException if there is none within a year
     */
    default Instant nextOpen(Instant instant) {
        LocalDate today = tradeDate(instant);
        return session(today)
                .map(TradingSession::open)
                .filter(open -> open.isAfter(instant))
                .orElseGet(() -> nextSession(today).open());
    }

    /**
     * Returns the next time at which regular trading ends.
     *
     * @param instant any instant
     * @return the first close after it; a close at the instant itself does not count
     * @throws NoSuchElementException if there is none within a year
     */
    default Instant nextClose(Instant instant) {
        LocalDate today = tradeDate(instant);
        return session(today)
                .map(TradingSession::close)
                .filter(close -> close.isAfter(instant))
                .orElseGet(() -> nextSession(today).close());
    }
}
