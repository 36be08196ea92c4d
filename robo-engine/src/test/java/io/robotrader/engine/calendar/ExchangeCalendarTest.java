package io.robotrader.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ExchangeCalendarTest {
    private static final LocalTime EIGHT = LocalTime.of(20, 0);
    // A Wednesday without anything special.
    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);

    private final ExchangeCalendar nyse = MarketCalendars.nyse();

    private static SpecialDays read(String... lines) {
        String text = "date,hours,reason\n" + String.join("\n", lines) + "\n";
        return SpecialDays.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "days.csv");
    }

    private static ExchangeCalendar berlin(SpecialDays days) {
        return ExchangeCalendar.of(
                ZoneId.of("Europe/Berlin"),
                SessionHours.regular(LocalTime.of(9, 0), LocalTime.of(17, 30)),
                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                days);
    }

    @Test
    void the_phases_of_an_ordinary_day_begin_with_their_first_instant() {
        assertThat(nyse.phaseAt(nyse.at(DAY, LocalTime.of(3, 59, 59)))).isEqualTo(MarketPhase.CLOSED);
        assertThat(nyse.phaseAt(nyse.at(DAY, LocalTime.of(4, 0)))).isEqualTo(MarketPhase.PRE);
        assertThat(nyse.phaseAt(nyse.at(DAY, LocalTime.of(9, 30)))).isEqualTo(MarketPhase.REGULAR);
        assertThat(nyse.phaseAt(nyse.at(DAY, LocalTime.of(16, 0)))).isEqualTo(MarketPhase.POST);
        assertThat(nyse.phaseAt(nyse.at(DAY, EIGHT))).isEqualTo(MarketPhase.CLOSED);
        assertThat(nyse.phaseAt(nyse.at(LocalDate.of(2026, 7, 18), LocalTime.NOON)))
                .as("Saturday")
                .isEqualTo(MarketPhase.CLOSED);
    }

    @Test
    void an_overnight_session_belongs_to_the_next_trade_date() {
        ExchangeCalendar round = nyse.withOvernight(EIGHT);
        Instant evening = round.at(DAY.minusDays(1), EIGHT);

        assertThat(nyse.tradeDate(evening)).isEqualTo(DAY.minusDays(1));
        assertThat(round.tradeDate(evening.minusNanos(1))).isEqualTo(DAY.minusDays(1));
        assertThat(round.tradeDate(evening)).isEqualTo(DAY);
        assertThat(round.phaseAt(evening.minusNanos(1))).isEqualTo(MarketPhase.POST);
        assertThat(round.phaseAt(evening)).isEqualTo(MarketPhase.OVERNIGHT);
        assertThat(round.phaseAt(round.at(DAY, LocalTime.of(3, 59)))).isEqualTo(MarketPhase.OVERNIGHT);
        assertThat(round.phaseAt(round.at(DAY, LocalTime.of(4, 0)))).isEqualTo(MarketPhase.PRE);
    }

    @Test
    void there_is_no_overnight_session_before_a_day_without_trading() {
        ExchangeCalendar round = nyse.withOvernight(EIGHT);

        // Thanksgiving is on Thursday, 2026-11-26; the day after closes early.
        assertThat(round.phaseAt(round.at(LocalDate.of(2026, 11, 25), LocalTime.of(21, 0))))
                .isEqualTo(MarketPhase.CLOSED);
        assertThat(round.phaseAt(round.at(LocalDate.of(2026, 11, 26), LocalTime.of(21, 0))))
                .isEqualTo(MarketPhase.OVERNIGHT);
        assertThat(round.phaseAt(round.at(LocalDate.of(2026, 11, 27), LocalTime.of(21, 0))))
                .as("Friday evening")
                .isEqualTo(MarketPhase.CLOSED);
        assertThat(round.phaseAt(round.at(LocalDate.of(2026, 11, 29), LocalTime.of(21, 0))))
                .as("Sunday evening")
                .isEqualTo(MarketPhase.OVERNIGHT);
    }

    @Test
    void the_close_of_a_date_without_trading_is_the_usual_one() {
        assertThat(nyse.closeOf(LocalDate.of(2026, 12, 25))).isEqualTo("2026-12-25T21:00:00Z");
        assertThat(nyse.closeOf(LocalDate.of(2026, 12, 24))).isEqualTo("2026-12-24T18:00:00Z");
    }

    @Test
    void sessions_before_and_after_leave_out_weekends_and_holidays() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);

        assertThat(nyse.nextSession(christmas).tradeDate()).isEqualTo("2026-12-28");
        assertThat(nyse.nextSession(LocalDate.of(2026, 12, 24)).tradeDate()).isEqualTo("2026-12-28");
        assertThat(nyse.previousSession(christmas).tradeDate()).isEqualTo("2026-12-24");
        assertThat(nyse.previousSession(LocalDate.of(2026, 12, 28)).tradeDate()).isEqualTo("2026-12-24");
    }

    @Test
    void the_next_open_and_close_are_after_the_instant() {
        Instant open = Instant.parse("2026-07-15T13:30:00Z");
        Instant close = Instant.parse("2026-07-15T20:00:00Z");

        assertThat(nyse.nextOpen(open.minusNanos(1))).isEqualTo(open);
        assertThat(nyse.nextOpen(open)).isEqualTo("2026-07-16T13:30:00Z");
        assertThat(nyse.nextClose(open)).isEqualTo(close);
        assertThat(nyse.nextClose(close)).isEqualTo("2026-07-16T20:00:00Z");
        assertThat(nyse.nextClose(Instant.parse("2026-11-26T15:00:00Z"))).isEqualTo("2026-11-27T18:00:00Z");
    }

    @Test
    void sessions_are_counted_without_the_last_date() {
        assertThat(nyse.sessions(DAY, DAY)).isEmpty();
        assertThat(nyse.sessions(DAY, DAY.plusDays(1))).hasSize(1);
        assertThat(nyse.sessions(DAY, DAY.plusDays(7))).hasSize(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nyse.sessions(DAY, DAY.minusDays(1)))
                .withMessage("until must not be before 2026-07-15, but was 2026-07-14");
    }

    @Test
    void a_closure_or_another_close_can_be_added() {
        ExchangeCalendar changed = nyse.withClosure(DAY).withClose(DAY.plusDays(1), LocalTime.NOON);

        assertThat(changed.session(DAY)).isEmpty();
        assertThat(changed.session(DAY.plusDays(1)).orElseThrow().end()).isEqualTo("2026-07-16T20:00:00Z");
        assertThat(changed.session(DAY.plusDays(1)).orElseThrow().early()).isTrue();
        assertThat(changed.session(LocalDate.of(2026, 11, 26)))
                .as("Thanksgiving")
                .isEmpty();
        assertThat(nyse.session(DAY)).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nyse.withClose(DAY, LocalTime.of(9, 30)))
                .withMessage("close must be after 09:30, but was 09:30");
    }

    @Test
    void an_added_list_wins_over_the_rules_and_opens_a_weekend() {
        ExchangeCalendar changed = nyse.withSpecialDays(read("2026-12-25,-13:00,for once", "2026-07-18,10:00-12:00,"));

        assertThat(changed.closeOf(LocalDate.of(2026, 12, 25))).isEqualTo("2026-12-25T18:00:00Z");
        TradingSession saturday = changed.session(LocalDate.of(2026, 7, 18)).orElseThrow();
        assertThat(saturday.open()).isEqualTo("2026-07-18T14:00:00Z");
        assertThat(saturday.close()).isEqualTo("2026-07-18T16:00:00Z");
    }

    @Test
    void an_exchange_of_another_place_is_made_of_its_zone_hours_weekdays_and_holidays() {
        ExchangeCalendar berlin = berlin(read("2026-04-03,closed,Good Friday", "2026-12-28,08:00-14:00,"));

        assertThat(berlin.sessions(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 12)))
                .extracting(TradingSession::tradeDate)
                .containsExactly(LocalDate.of(2026, 4, 6), LocalDate.of(2026, 4, 10));
        TradingSession summer = berlin.session(LocalDate.of(2026, 4, 6)).orElseThrow();
        assertThat(summer)
                .isEqualTo(new TradingSession(
                        LocalDate.of(2026, 4, 6),
                        Instant.parse("2026-04-06T07:00:00Z"),
                        Instant.parse("2026-04-06T07:00:00Z"),
                        Instant.parse("2026-04-06T07:00:00Z"),
                        Instant.parse("2026-04-06T15:30:00Z"),
                        Instant.parse("2026-04-06T15:30:00Z"),
                        false));
        assertThat(berlin.session(LocalDate.of(2026, 12, 28)).orElseThrow().preOpen())
                .as("a day that opens before the usual hours")
                .isEqualTo("2026-12-28T07:00:00Z");
    }

    @Test
    void what_cannot_be_a_calendar_is_refused() {
        SessionHours hours = SessionHours.regular(LocalTime.of(9, 0), LocalTime.of(17, 30));
        ExchangeCalendar late = berlin(read("2026-07-17,18:00-,"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExchangeCalendar.of(ZoneId.of("UTC"), hours, Set.of(), year -> List.of()))
                .withMessage("weekdays must not be empty, but was []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nyse.withOvernight(LocalTime.of(19, 59)))
                .withMessage("from must not be before 20:00, but was 19:59");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> late.session(LocalDate.of(2026, 7, 17)))
                .withMessage("close of 2026-07-17 must be after 18:00, but was 17:30");
    }

    @Test
    void an_exchange_that_never_opens_again_has_no_next_session() {
        ExchangeCalendar never = berlin(year -> LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .map(day -> SpecialDay.closed(day, ""))
                .toList());

        assertThatThrownBy(() -> never.nextSession(DAY))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no session within a year after 2026-07-15");
        assertThatThrownBy(() -> never.previousSession(DAY))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no session within a year before 2026-07-15");
    }

    @Property
    void an_instant_is_in_the_session_of_its_trade_date_or_in_none(
            @ForAll @LongRange(min = 631_152_000, max = 1_893_456_000) long second, @ForAll boolean overnight) {
        MarketCalendar calendar = overnight ? nyse.withOvernight(EIGHT) : nyse;
        Instant instant = Instant.ofEpochSecond(second);
        LocalDate date = calendar.tradeDate(instant);

        for (int days = -3; days <= 3; days++) {
            Optional<TradingSession> session = calendar.session(date.plusDays(days));
            MarketPhase phase = session.map(s -> s.phaseAt(instant)).orElse(MarketPhase.CLOSED);
            assertThat(phase).isEqualTo(days == 0 ? calendar.phaseAt(instant) : MarketPhase.CLOSED);
        }
    }

    @Property
    void sessions_follow_one_another_without_overlap(
            @ForAll @IntRange(min = 7_305, max = 21_915) int epochDay, @ForAll boolean overnight) {
        MarketCalendar calendar = overnight ? nyse.withOvernight(EIGHT) : nyse;
        TradingSession session = calendar.nextSession(LocalDate.ofEpochDay(epochDay));
        TradingSession next = calendar.nextSession(session.tradeDate());

        assertThat(next.start()).isAfterOrEqualTo(session.end());
        assertThat(calendar.previousSession(next.tradeDate())).isEqualTo(session);
        assertThat(calendar.nextOpen(session.open())).isEqualTo(next.open());
        assertThat(calendar.nextClose(session.close())).isEqualTo(next.close());
        assertThat(calendar.nextOpen(session.open().minusNanos(1))).isEqualTo(session.open());
        assertThat(calendar.tradeDate(session.start())).isEqualTo(session.tradeDate());
        assertThat(calendar.tradeDate(session.end().minusNanos(1))).isEqualTo(session.tradeDate());
    }
}
