package io.robotrader.engine.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;

/** The ready-made {@link MarketCalendar}s. Thread-safe. */
public final class MarketCalendars {
    // On the exchange's clock; source: NYSE, "Hours & Calendars": core session 9:30 a.m. to 4:00 p.m. ET; early and
    // late
    // sessions of NYSE Arca 4:00 a.m. to 8:00 p.m., until 5:00 p.m. when the core session ends at 1:00 p.m.
    private static final SessionHours NYSE_HOURS =
            new SessionHours(LocalTime.of(4, 0), LocalTime.of(9, 30), LocalTime.of(16, 0), LocalTime.of(20, 0));
    private static final ExchangeCalendar NYSE = ExchangeCalendar.of(
            ZoneId.of("America/New_York"),
            NYSE_HOURS,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            new NyseDays());

    private MarketCalendars() {}

    /**
     * Returns the calendar of the New York Stock Exchange, which Nasdaq and the other US exchanges for shares keep, too: the
     * regular session from 9:30 to 16:00 in New York, extended hours from 4:00 to 20:00, holidays, early closes, and the
     * closures that no rule foretells. No overnight session; {@link ExchangeCalendar#withOvernight} adds one.
     *
     * <p>Complete from 1990 on. Holidays and early closes that the exchange has published go until 2028; after that, and
     * before 1990, the rules are carried on. The last closure without a rule in it is that of 2025-01-09; what the
     * exchange announces later is added by {@link ExchangeCalendar#withClosure} or {@link ExchangeCalendar#withSpecialDays}.
     * Extended hours are those of today in all years.
     *
     * @return the one instance
     */
    public static ExchangeCalendar nyse() {
        return NYSE;
    }
}
