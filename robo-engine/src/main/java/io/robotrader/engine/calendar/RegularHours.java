package io.robotrader.engine.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A calendar that closes at the same local time on every date. */
record RegularHours(ZoneId zone, LocalTime close) implements MarketCalendar {
    @Override
    public Instant closeOf(LocalDate tradeDate) {
        return tradeDate.atTime(close).atZone(zone).toInstant();
    }

    @Override
    public LocalDate tradeDate(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
