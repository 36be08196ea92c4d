package io.robotrader.engine.calendar;

import java.time.LocalTime;
import java.time.ZoneId;

/** The ready-made {@link MarketCalendar}s. Thread-safe. */
public final class MarketCalendars {
    // On the exchange's clock; source: NYSE, "Hours & Calendars", core trading session 9:30 a.m. to 4:00 p.m. ET.
    private static final MarketCalendar NYSE = new RegularHours(ZoneId.of("America/New_York"), LocalTime.of(16, 0));

    private MarketCalendars() {}

    /**
     * Returns the calendar of the New York Stock Exchange: regular close at 16:00 in New York, which is 21:00 UTC in
     * winter and 20:00 UTC while daylight saving time holds there.
     *
     * @return the one instance
     */
    public static MarketCalendar nyse() {
        return NYSE;
    }
}
