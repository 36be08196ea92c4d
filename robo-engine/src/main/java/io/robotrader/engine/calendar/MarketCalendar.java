package io.robotrader.engine.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Translates between the dates that people write in price files and the instants that the engine works with.
 *
 * <p>It is <em>not</em> a table of trading days: it does not say whether a date is a trading day, and it knows the
 * regular closing time only, so that a day on which the exchange closed early is answered as if it had not.
 *
 * <p>Implementations are immutable and thread-safe. Arguments must not be null.
 */
public interface MarketCalendar {
    /**
     * Returns the instant of the regular close on a date. Any date is answered, whether the exchange opened or not.
     *
     * @param tradeDate the date, as the exchange's own wall calendar shows it
     * @return the instant at which the exchange's clock shows the regular closing time on that date
     */
    Instant closeOf(LocalDate tradeDate);

    /**
     * Returns the date to which what happens at an instant belongs: the date on the exchange's own wall calendar.
     *
     * @param instant any instant, inside or outside trading hours
     * @return the date at the exchange; not necessarily a trading day
     */
    LocalDate tradeDate(Instant instant);
}
