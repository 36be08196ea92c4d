package io.robotrader.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** New York's clock was put forward on 2026-03-08 and back on 2026-11-01, both at 2:00 on a Sunday. */
class DaylightSavingTest {
    private final ExchangeCalendar nyse = MarketCalendars.nyse();

    @Test
    void the_session_moves_with_the_clock_of_new_york() {
        assertThat(nyse.session(LocalDate.of(2026, 3, 6)).orElseThrow().open()).isEqualTo("2026-03-06T14:30:00Z");
        assertThat(nyse.session(LocalDate.of(2026, 3, 9)).orElseThrow().open()).isEqualTo("2026-03-09T13:30:00Z");
        assertThat(nyse.session(LocalDate.of(2026, 10, 30)).orElseThrow().open())
                .isEqualTo("2026-10-30T13:30:00Z");
        assertThat(nyse.session(LocalDate.of(2026, 11, 2)).orElseThrow().open()).isEqualTo("2026-11-02T14:30:00Z");
    }

    @Test
    void a_session_is_as_long_as_ever_after_the_clock_was_changed() {
        for (LocalDate monday : new LocalDate[] {LocalDate.of(2026, 3, 9), LocalDate.of(2026, 11, 2)}) {
            TradingSession session = nyse.session(monday).orElseThrow();

            assertThat(Duration.between(session.open(), session.close())).isEqualTo(Duration.ofMinutes(390));
        }
    }

    @Test
    void a_time_that_is_skipped_is_read_by_the_old_clock_and_one_that_comes_twice_is_the_first() {
        assertThat(nyse.at(LocalDate.of(2026, 3, 8), LocalTime.of(2, 30))).isEqualTo("2026-03-08T07:30:00Z");
        assertThat(nyse.at(LocalDate.of(2026, 11, 1), LocalTime.of(1, 30))).isEqualTo("2026-11-01T05:30:00Z");
    }

    @Test
    void the_trade_date_of_the_long_and_the_short_sunday_is_that_of_the_wall_clock() {
        assertThat(nyse.tradeDate(Instant.parse("2026-03-09T03:59:59Z"))).isEqualTo("2026-03-08");
        assertThat(nyse.tradeDate(Instant.parse("2026-03-09T04:00:00Z"))).isEqualTo("2026-03-09");
        assertThat(nyse.tradeDate(Instant.parse("2026-11-02T04:59:59Z"))).isEqualTo("2026-11-01");
        assertThat(nyse.tradeDate(Instant.parse("2026-11-02T05:00:00Z"))).isEqualTo("2026-11-02");
    }

    @Test
    void the_overnight_session_before_a_monday_begins_on_the_changed_clock() {
        ExchangeCalendar round = nyse.withOvernight(LocalTime.of(20, 0));

        assertThat(round.session(LocalDate.of(2026, 3, 9)).orElseThrow().start())
                .isEqualTo("2026-03-09T00:00:00Z");
        assertThat(round.session(LocalDate.of(2026, 11, 2)).orElseThrow().start())
                .isEqualTo("2026-11-02T01:00:00Z");
    }
}
