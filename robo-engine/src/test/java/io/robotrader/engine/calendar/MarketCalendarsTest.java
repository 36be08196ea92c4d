package io.robotrader.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarketCalendarsTest {
    private final MarketCalendar nyse = MarketCalendars.nyse();

    @Test
    void new_york_closes_at_21_utc_in_winter() {
        assertThat(nyse.closeOf(LocalDate.of(2024, 1, 16))).isEqualTo("2024-01-16T21:00:00Z");
    }

    @Test
    void new_york_closes_at_20_utc_in_summer() {
        assertThat(nyse.closeOf(LocalDate.of(2024, 7, 16))).isEqualTo("2024-07-16T20:00:00Z");
    }

    @Test
    void the_close_moves_with_the_clock_of_new_york_not_of_europe() {
        // New York changed on 2024-03-10 and 2024-11-03, Europe on 2024-03-31 and 2024-10-27.
        assertThat(nyse.closeOf(LocalDate.of(2024, 3, 8))).isEqualTo("2024-03-08T21:00:00Z");
        assertThat(nyse.closeOf(LocalDate.of(2024, 3, 11))).isEqualTo("2024-03-11T20:00:00Z");
        assertThat(nyse.closeOf(LocalDate.of(2024, 11, 1))).isEqualTo("2024-11-01T20:00:00Z");
        assertThat(nyse.closeOf(LocalDate.of(2024, 11, 4))).isEqualTo("2024-11-04T21:00:00Z");
    }

    @Test
    void the_trade_date_changes_at_midnight_in_new_york() {
        assertThat(nyse.tradeDate(Instant.parse("2024-01-17T04:59:59Z"))).isEqualTo("2024-01-16");
        assertThat(nyse.tradeDate(Instant.parse("2024-01-17T05:00:00Z"))).isEqualTo("2024-01-17");
    }

    @Property
    void the_close_of_a_date_is_on_that_date(@ForAll @IntRange(min = -20_000, max = 60_000) int epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);

        assertThat(nyse.tradeDate(nyse.closeOf(date))).isEqualTo(date);
    }
}
