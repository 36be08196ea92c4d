/**
 * Time as exchanges see it: the only package that knows time zones.
 *
 * <p>Open {@link io.robotrader.engine.calendar.MarketCalendar} first: it tells when an exchange trades, and which trade date
 * an instant belongs to. {@link io.robotrader.engine.calendar.MarketCalendars} has the ready-made ones;
 * {@link io.robotrader.engine.calendar.ExchangeCalendar} makes others from hours and
 * {@link io.robotrader.engine.calendar.SpecialDays}. {@link io.robotrader.engine.calendar.DayEdges} tells the open, the close
 * and the end of each day exactly once. Everything outside this package speaks in {@link java.time.Instant}s.
 */
@NullMarked
package io.robotrader.engine.calendar;

import org.jspecify.annotations.NullMarked;
