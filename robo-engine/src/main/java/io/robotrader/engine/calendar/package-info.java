/**
 * Time as exchanges see it: the only package that knows time zones.
 *
 * <p>Open {@link io.robotrader.engine.calendar.MarketCalendar} first: it turns a trade date into the instant of the
 * close, and an instant into its trade date. {@link io.robotrader.engine.calendar.MarketCalendars} has the ready-made
 * ones. Everything outside this package speaks in {@link java.time.Instant}s.
 */
@NullMarked
package io.robotrader.engine.calendar;

import org.jspecify.annotations.NullMarked;
