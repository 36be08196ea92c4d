package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * When the exchange is open, and how its wall clock spells an instant. Which days
 * are open is told by the data, when they open and close by the calendar of New York: between 4:00 and 20:00 of a day the
 * clock is never put back or forward.
 */
final class Hours {

    static final String ZONE = "US/Eastern";

    private static final MarketCalendar NYSE = MarketCalendars.nyse();
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime LATE_CLOSE = LocalTime.of(20, 0);

    private final Set<LocalDate> dataDays;
    private final LocalDate firstDay;
    private final LocalDate lastDay;

    /** A day in the range of the data but without any is a holiday; other days are open but for weekends. */
    Hours(Set<LocalDate> dataDays) {
        this.dataDays = Set.copyOf(dataDays);
        this.firstDay = dataDays.stream().min(LocalDate::compareTo).orElse(LocalDate.MAX);
        this.lastDay = dataDays.stream().max(LocalDate::compareTo).orElse(LocalDate.MIN);
    }

    boolean isOpenDay(LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return weekday && (day.isBefore(firstDay) || day.isAfter(lastDay) || dataDays.contains(day));
    }

    boolean isRegular(Instant time) {
        return isWithin(time, LocalTime.of(9, 30), close(date(time)));
    }

    boolean isExtended(Instant time) {
        return isWithin(time, LocalTime.of(4, 0), lateClose(date(time)));
    }

    private boolean isWithin(Instant time, LocalTime from, LocalTime to) {
        LocalDate day = date(time);
        return isOpenDay(day) && !time.isBefore(at(day, from)) && time.isBefore(at(day, to));
    }

    /** The end of the session that an order is good for if it is good for the day. */
    Instant endOfDay(Instant time, boolean extended) {
        LocalDate day = date(time);
        while (!isOpenDay(day) || !time.isBefore(at(day, extended ? lateClose(day) : close(day)))) {
            day = day.plusDays(1);
        }
        return at(day, extended ? lateClose(day) : close(day));
    }

    /** The next regular opening at or after an instant. */
    Instant nextOpen(Instant time) {
        LocalDate day = date(time);
        while (!isOpenDay(day) || at(day, LocalTime.of(9, 30)).isBefore(time)) {
            day = day.plusDays(1);
        }
        return at(day, LocalTime.of(9, 30));
    }

    /** When regular trading ends; at the usual time on a day on which the exchange was closed. */
    static LocalTime close(LocalDate day) {
        return time(NYSE.closeOf(day));
    }

    static LocalTime lateClose(LocalDate day) {
        return NYSE.session(day).map(session -> time(session.end())).orElse(LATE_CLOSE);
    }

    static LocalDate date(Instant time) {
        return NYSE.tradeDate(time);
    }

    static Instant at(LocalDate day, LocalTime time) {
        return NYSE.at(day, NOON).plus(Duration.between(NOON, time));
    }

    static Instant midnight(Instant time) {
        return at(date(time), LocalTime.MIDNIGHT);
    }

    static LocalTime time(Instant time) {
        return NOON.plus(Duration.between(NYSE.at(date(time), NOON), time));
    }
}
