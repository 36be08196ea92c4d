package io.robotrader.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NyseCalendarTest {
    private final MarketCalendar nyse = MarketCalendars.nyse();

    private Stream<TradingSession> year(int year) {
        return nyse.sessions(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    private Stream<LocalDate> holidays(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(day -> nyse.session(day).isEmpty());
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    /** Trading days a year as they are commonly counted; from 2026 on, by hand from the exchange's announcement. */
    @ParameterizedTest
    @CsvSource({
        "1990, 253", "1991, 253", "1992, 254", "1993, 253", "1994, 252", "1995, 252", "1996, 254", "1997, 253",
        "1998, 252", "1999, 252", "2000, 252", "2001, 248", "2002, 252", "2003, 252", "2004, 252", "2005, 252",
        "2006, 251", "2007, 251", "2008, 253", "2009, 252", "2010, 252", "2011, 252", "2012, 250", "2013, 252",
        "2014, 252", "2015, 252", "2016, 252", "2017, 251", "2018, 251", "2019, 252", "2020, 253", "2021, 252",
        "2022, 251", "2023, 250", "2024, 252", "2025, 250", "2026, 251", "2027, 251", "2028, 251"
    })
    void a_year_has_as_many_trading_days_as_are_known(int year, int days) {
        assertThat(year(year)).hasSize(days);
    }

    @Test
    void the_holidays_are_those_that_the_exchange_announced() {
        // NYSE Group, "2026, 2027 and 2028 Holiday and Early Closings Calendar", December 2025.
        assertThat(holidays(2026).map(LocalDate::toString))
                .containsExactly(
                        "2026-01-01",
                        "2026-01-19",
                        "2026-02-16",
                        "2026-04-03",
                        "2026-05-25",
                        "2026-06-19",
                        "2026-07-03",
                        "2026-09-07",
                        "2026-11-26",
                        "2026-12-25");
        assertThat(holidays(2027).map(LocalDate::toString))
                .containsExactly(
                        "2027-01-01",
                        "2027-01-18",
                        "2027-02-15",
                        "2027-03-26",
                        "2027-05-31",
                        "2027-06-18",
                        "2027-07-05",
                        "2027-09-06",
                        "2027-11-25",
                        "2027-12-24");
        assertThat(holidays(2028).map(LocalDate::toString))
                .containsExactly(
                        "2028-01-17",
                        "2028-02-21",
                        "2028-04-14",
                        "2028-05-29",
                        "2028-06-19",
                        "2028-07-04",
                        "2028-09-04",
                        "2028-11-23",
                        "2028-12-25");
    }

    @Test
    void all_early_closes_since_1990_are_known() {
        // NYSE, list of closings until 2011; the exchange's yearly announcements since.
        String known = """
                1990-12-24 14:00, 1991-12-24 14:00, 1992-11-27 14:00, 1992-12-24 14:00, 1993-11-26 13:00,
                1994-02-11 14:30, 1994-11-25 13:00, 1995-07-03 13:00, 1995-11-24 13:00, 1996-01-08 14:00,
                1996-07-05 13:00, 1996-11-29 13:00, 1996-12-24 13:00, 1997-07-03 13:00, 1997-10-27 15:30,
                1997-11-28 13:00, 1997-12-24 13:00, 1997-12-26 13:00, 1998-11-27 13:00, 1998-12-24 13:00,
                1999-11-26 13:00, 2000-07-03 13:00, 2000-11-24 13:00, 2001-07-03 13:00, 2001-11-23 13:00,
                2001-12-24 13:00, 2002-07-05 13:00, 2002-11-29 13:00, 2002-12-24 13:00, 2003-07-03 13:00,
                2003-11-28 13:00, 2003-12-24 13:00, 2003-12-26 13:00, 2004-11-26 13:00, 2005-06-01 15:56,
                2005-11-25 13:00, 2006-07-03 13:00, 2006-11-24 13:00, 2007-07-03 13:00, 2007-11-23 13:00,
                2007-12-24 13:00, 2008-07-03 13:00, 2008-11-28 13:00, 2008-12-24 13:00, 2009-11-27 13:00,
                2009-12-24 13:00, 2010-11-26 13:00, 2011-11-25 13:00, 2012-07-03 13:00, 2012-11-23 13:00,
                2012-12-24 13:00, 2013-07-03 13:00, 2013-11-29 13:00, 2013-12-24 13:00, 2014-07-03 13:00,
                2014-11-28 13:00, 2014-12-24 13:00, 2015-11-27 13:00, 2015-12-24 13:00, 2016-11-25 13:00,
                2017-07-03 13:00, 2017-11-24 13:00, 2018-07-03 13:00, 2018-11-23 13:00, 2018-12-24 13:00,
                2019-07-03 13:00, 2019-11-29 13:00, 2019-12-24 13:00, 2020-11-27 13:00, 2020-12-24 13:00,
                2021-11-26 13:00, 2022-11-25 13:00, 2023-07-03 13:00, 2023-11-24 13:00, 2024-07-03 13:00,
                2024-11-29 13:00, 2024-12-24 13:00, 2025-07-03 13:00, 2025-11-28 13:00, 2025-12-24 13:00,
                2026-11-27 13:00, 2026-12-24 13:00, 2027-11-26 13:00, 2028-07-03 13:00, 2028-11-24 13:00
                """;

        Stream<LocalDate> early = nyse.sessions(date("1990-01-01"), date("2029-01-01"))
                .filter(TradingSession::early)
                .map(TradingSession::tradeDate);

        assertThat(early.map(day -> day + " " + clock(day, nyse.closeOf(day))))
                .containsExactly(known.strip().split(",\\s+"));
    }

    /** What the clock in New York shows, found by asking the calendar only. */
    private LocalTime clock(LocalDate date, Instant instant) {
        return Stream.iterate(LocalTime.MIN, time -> time.plusMinutes(1))
                .limit(1440)
                .filter(time -> nyse.at(date, time).equals(instant))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1994-04-27",
        "2001-09-11",
        "2001-09-12",
        "2001-09-13",
        "2001-09-14",
        "2004-06-11",
        "2007-01-02",
        "2012-10-29",
        "2012-10-30",
        "2018-12-05",
        "2025-01-09"
    })
    void closures_that_no_rule_foretells_are_known(LocalDate date) {
        assertThat(nyse.session(date)).isEmpty();
        assertThat(nyse.isOpen(nyse.at(date, LocalTime.NOON))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1990-12-27, 11:00",
        "1995-12-18, 10:30",
        "1996-01-08, 11:00",
        "2001-09-17, 09:33",
        "2002-09-11, 12:00",
        "2006-12-27, 09:32"
    })
    void late_opens_are_known(LocalDate date, LocalTime open) {
        TradingSession session = nyse.session(date).orElseThrow();

        assertThat(session.open()).isEqualTo(nyse.at(date, open));
        assertThat(session.phaseAt(nyse.at(date, LocalTime.of(9, 30)))).isEqualTo(MarketPhase.PRE);
    }

    @Test
    void a_day_that_closed_late_is_not_an_early_one() {
        TradingSession session = nyse.session(date("2009-07-02")).orElseThrow();

        assertThat(session.close()).isEqualTo("2009-07-02T20:15:00Z");
        assertThat(session.end()).isEqualTo("2009-07-03T00:00:00Z");
        assertThat(session.early()).isFalse();
    }

    @Test
    void new_year_is_not_kept_on_the_friday_before() {
        assertThat(nyse.session(date("2021-12-31"))).isPresent();
        assertThat(nyse.session(date("2022-01-03"))).isPresent();
        assertThat(nyse.session(date("2023-01-02"))).as("Monday after a Sunday").isEmpty();
    }

    @Test
    void holidays_begin_in_the_year_in_which_the_exchange_took_them_up() {
        assertThat(nyse.session(date("1997-01-20"))).as("Martin Luther King").isPresent();
        assertThat(nyse.session(date("1998-01-19"))).isEmpty();
        assertThat(nyse.session(date("2020-06-19"))).as("Juneteenth").isPresent();
        assertThat(nyse.session(date("2022-06-20"))).isEmpty();
    }

    @Test
    void after_an_early_close_extended_hours_go_on_until_17() {
        LocalDate friday = date("2026-11-27");

        TradingSession session = nyse.session(friday).orElseThrow();

        assertThat(session.early()).isTrue();
        assertThat(session.preOpen()).isEqualTo("2026-11-27T09:00:00Z");
        assertThat(session.open()).isEqualTo("2026-11-27T14:30:00Z");
        assertThat(session.close()).isEqualTo("2026-11-27T18:00:00Z");
        assertThat(session.end()).isEqualTo("2026-11-27T22:00:00Z");
    }

    @Test
    void en_11_christmas_half_days_and_the_closing_second_are_closed() {
        assertThat(nyse.isOpen(Instant.parse("2026-12-25T16:00:00Z")))
                .as("Christmas")
                .isFalse();
        assertThat(nyse.isOpen(Instant.parse("2026-06-19T16:00:00Z")))
                .as("Juneteenth")
                .isFalse();
        assertThat(nyse.isOpen(Instant.parse("2026-11-27T20:00:00Z")))
                .as("15:00 on a half day")
                .isFalse();
        assertThat(nyse.isOpen(Instant.parse("2026-11-25T20:59:59.999Z"))).isTrue();
        assertThat(nyse.isOpen(Instant.parse("2026-11-25T21:00:00Z")))
                .as("16:00:00")
                .isFalse();
    }

    @Test
    void easter_is_where_the_almanac_has_it() {
        // US Naval Observatory, "The Date of Easter".
        assertThat(NyseDays.easter(1818)).isEqualTo("1818-03-22");
        assertThat(NyseDays.easter(1943)).isEqualTo("1943-04-25");
        assertThat(NyseDays.easter(1990)).isEqualTo("1990-04-15");
        assertThat(NyseDays.easter(2000)).isEqualTo("2000-04-23");
        assertThat(NyseDays.easter(2008)).isEqualTo("2008-03-23");
        assertThat(NyseDays.easter(2026)).isEqualTo("2026-04-05");
        assertThat(NyseDays.easter(2038)).isEqualTo("2038-04-25");
    }
}
