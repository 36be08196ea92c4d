package io.robotrader.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarValuesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    private static final Instant NOON = Instant.parse("2026-07-15T12:00:00Z");

    private static SpecialDays read(String text) {
        return SpecialDays.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "days.csv");
    }

    private static LocalTime hour(int hour) {
        return LocalTime.of(hour, 0);
    }

    @Test
    void hours_that_descend_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionHours(hour(10), hour(9), hour(16), hour(20)))
                .withMessage("open must not be before preOpen 10:00, but was 09:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionHours.regular(hour(9), hour(9)))
                .withMessage("close must be after open 09:00, but was 09:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionHours(hour(4), hour(9), hour(16), hour(15)))
                .withMessage("postClose must not be before close 16:00, but was 15:00");
    }

    @Test
    void a_session_that_descends_is_refused() {
        Instant later = NOON.plusSeconds(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradingSession(DAY, later, NOON, later, later, later, false))
                .withMessage("preOpen must not be before start 2026-07-15T12:00:01Z, but was 2026-07-15T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradingSession(DAY, NOON, later, NOON, later, later, false))
                .withMessageStartingWith("open must not be before preOpen");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradingSession(DAY, NOON, NOON, NOON, NOON, later, false))
                .withMessage("close must be after open 2026-07-15T12:00:00Z, but was 2026-07-15T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradingSession(DAY, NOON, NOON, NOON, later, NOON, false))
                .withMessageStartingWith("end must not be before close");
    }

    @Test
    void a_closed_day_has_no_hours() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpecialDay(DAY, true, Optional.of(hour(9)), Optional.empty(), ""))
                .withMessageStartingWith("open and close must be empty on the closed day 2026-07-15, but were");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpecialDay(DAY, true, Optional.empty(), Optional.of(hour(9)), ""))
                .withMessageStartingWith("open and close must be empty on the closed day 2026-07-15, but were");
    }

    @Test
    void a_list_is_read_with_its_comments_left_out() {
        SpecialDays days = read("""
                # mine
                date,hours,reason
                2026-07-15,closed,"storm, flood"

                2026-07-16, 10:30- ,late
                2027-07-16,-13:00,early
                """);

        assertThat(days.in(2026))
                .containsExactly(
                        SpecialDay.closed(DAY, "storm, flood"),
                        new SpecialDay(
                                DAY.plusDays(1), false, Optional.of(LocalTime.of(10, 30)), Optional.empty(), "late"));
        assertThat(days.in(2027)).containsExactly(SpecialDay.closesAt(LocalDate.of(2027, 7, 16), hour(13), "early"));
        assertThat(days.in(2028)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2026-02-30,closed,|days.csv, line 2: Text '2026-02-30' could not be parsed",
                "2026-07-15,-25:00,|days.csv, line 2: Text '25:00' could not be parsed",
                "2026-07-15,-,|days.csv, line 2: hours must be closed, or times as in 09:30-13:00, but was 2026-07-15,-,",
                "2026-07-15,shut,|days.csv, line 2: hours must be closed, or times as in 09:30-13:00, but was",
                "2026-07-15,closed|days.csv, line 2: a line must be a date, hours and a reason, but was"
            })
    void a_line_that_cannot_be_understood_is_named(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("date,hours,reason\n" + line))
                .withMessageStartingWith(message);
    }

    @Test
    void a_list_that_is_no_csv_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("date,hours,reason\n2026-07-15,closed,\"storm\" x\n"))
                .withMessageStartingWith("days.csv must be readable as CSV");
    }

    @Test
    void a_list_must_begin_with_its_header() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(""))
                .withMessage("days.csv must have the header date,hours,reason, but is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("2026-07-15,closed,"))
                .withMessage("days.csv, line 1: the header must be date,hours,reason, but was 2026-07-15,closed,");
    }
}
