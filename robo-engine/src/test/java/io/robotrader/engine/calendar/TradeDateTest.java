package io.robotrader.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A calendar remembers the last trade date and until when it lasts; the clock on the wall remembers nothing. */
class TradeDateTest {

    private static final LocalTime EVENING = LocalTime.of(20, 0);
    // In Saint John's the clock was changed a minute after midnight, so that a date came, went and came again.
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Australia/Lord_Howe"));

    private static ExchangeCalendar calendar(ZoneId zone) {
        SessionHours hours =
                new SessionHours(LocalTime.of(4, 0), LocalTime.of(9, 30), LocalTime.of(16, 0), LocalTime.of(19, 0));
        return ExchangeCalendar.of(zone, hours, EnumSet.allOf(DayOfWeek.class), year -> List.of());
    }

    @Property
    void the_trade_date_is_what_the_clock_on_the_wall_says_whatever_was_asked_before(
            @ForAll @IntRange(max = 3) int zone,
            @ForAll boolean overnight,
            @ForAll @LongRange(min = 631_152_000, max = 1_893_456_000) long from,
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -90_000, max = 90_000) Long> steps) {
        ExchangeCalendar calendar = calendar(ZONES.get(zone));
        calendar = overnight ? calendar.withOvernight(EVENING) : calendar;

        Instant instant = Instant.ofEpochSecond(from);
        for (long step : steps) {
            instant = instant.plusSeconds(step);
            assertThat(calendar.tradeDate(instant)).isEqualTo(dateOf(instant, ZONES.get(zone), overnight));
        }
    }

    private static LocalDate dateOf(Instant instant, ZoneId zone, boolean overnight) {
        ZonedDateTime there = instant.atZone(zone);
        boolean next = overnight && !there.toLocalTime().isBefore(EVENING);
        return next ? there.toLocalDate().plusDays(1) : there.toLocalDate();
    }

    @Test
    void a_date_that_comes_twice_is_told_apart_to_the_second() {
        ZoneId zone = ZONES.get(1);
        Instant change = zone.getRules()
                .nextTransition(Instant.parse("2005-09-01T00:00:00Z"))
                .getInstant();
        ExchangeCalendar calendar = calendar(zone);

        assertThat(calendar.tradeDate(change.minusSeconds(61))).isEqualTo("2005-10-29");
        assertThat(calendar.tradeDate(change.minusSeconds(1))).isEqualTo("2005-10-30");
        assertThat(calendar.tradeDate(change)).isEqualTo("2005-10-29");
        assertThat(calendar.tradeDate(change.plusSeconds(3600))).isEqualTo("2005-10-30");
    }
}
