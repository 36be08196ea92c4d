package io.robotrader.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DayEdgesTest {
    private final ExchangeCalendar nyse = MarketCalendars.nyse();

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static List<DayEdge> handleAll(DayEdges edges, Instant now) {
        List<DayEdge> told = new ArrayList<>();
        for (Optional<DayEdge> edge = edges.due(now); edge.isPresent(); edge = edges.due(now)) {
            told.add(edge.get());
            edges.handled(edge.get());
        }
        return told;
    }

    private static List<String> names(List<DayEdge> edges) {
        return edges.stream().map(edge -> edge.kind() + " " + edge.tradeDate()).toList();
    }

    @Test
    void the_points_of_a_day_are_told_when_they_are_due() {
        DayEdges edges = DayEdges.from(nyse, date("2026-11-27"));

        assertThat(edges.next().at()).isEqualTo("2026-11-27T09:00:00Z");
        assertThat(edges.due(Instant.parse("2026-11-27T08:59:59Z"))).isEmpty();
        assertThat(names(handleAll(edges, Instant.parse("2026-11-27T09:00:00Z"))))
                .containsExactly("START 2026-11-27");
        assertThat(names(handleAll(edges, Instant.parse("2026-11-27T14:30:00Z"))))
                .containsExactly("OPEN 2026-11-27");
        assertThat(names(handleAll(edges, Instant.parse("2026-11-27T18:00:00Z"))))
                .containsExactly("CLOSE 2026-11-27");
        assertThat(handleAll(edges, Instant.parse("2026-11-27T21:59:59Z"))).isEmpty();
        assertThat(names(handleAll(edges, Instant.parse("2026-11-27T22:00:00Z"))))
                .containsExactly("END 2026-11-27");
        assertThat(edges.next().at()).as("Monday").isEqualTo("2026-11-30T09:00:00Z");
    }

    @Test
    void a_point_is_told_again_until_it_is_handled() {
        DayEdges edges = DayEdges.from(nyse, date("2026-11-27"));
        Instant noon = Instant.parse("2026-11-27T17:00:00Z");

        DayEdge first = edges.due(noon).orElseThrow();

        assertThat(edges.due(noon)).contains(first);
        edges.handled(first);
        assertThat(edges.due(noon)).isPresent().isNotEqualTo(Optional.of(first));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> edges.handled(first))
                .withMessageStartingWith("edge must be DayEdge[kind=OPEN");
    }

    @Test
    void en_12_nothing_opens_or_ends_on_a_saturday() {
        DayEdges edges = DayEdges.after(nyse, date("2026-11-20"), DayEdge.Kind.END);

        assertThat(handleAll(edges, Instant.parse("2026-11-21T15:00:00Z"))).isEmpty();
    }

    @Test
    void en_12_a_restart_at_13_does_not_start_the_day_again() {
        DayEdges edges = DayEdges.after(nyse, date("2026-11-23"), DayEdge.Kind.OPEN);

        assertThat(handleAll(edges, Instant.parse("2026-11-23T18:00:00Z"))).isEmpty();
        assertThat(edges.next().kind()).isEqualTo(DayEdge.Kind.CLOSE);
    }

    @Test
    void en_12_a_process_that_comes_up_after_the_close_still_ends_the_day() {
        DayEdges edges = DayEdges.after(nyse, date("2026-11-23"), DayEdge.Kind.OPEN);

        assertThat(names(handleAll(edges, Instant.parse("2026-11-24T01:05:00Z"))))
                .containsExactly("CLOSE 2026-11-23", "END 2026-11-23");
    }

    @Test
    void days_that_were_missed_are_told_in_order_without_those_on_which_there_was_no_trading() {
        DayEdges edges = DayEdges.after(nyse, date("2026-11-24"), DayEdge.Kind.CLOSE);

        assertThat(names(handleAll(edges, Instant.parse("2026-11-27T23:00:00Z"))))
                .containsExactly(
                        "END 2026-11-24",
                        "START 2026-11-25",
                        "OPEN 2026-11-25",
                        "CLOSE 2026-11-25",
                        "END 2026-11-25",
                        "START 2026-11-27",
                        "OPEN 2026-11-27",
                        "CLOSE 2026-11-27",
                        "END 2026-11-27");
    }

    @Test
    void with_an_overnight_session_a_day_ends_before_the_next_starts_in_the_same_instant() {
        DayEdges edges =
                DayEdges.after(nyse.withOvernight(LocalTime.of(20, 0)), date("2026-11-23"), DayEdge.Kind.CLOSE);

        assertThat(names(handleAll(edges, Instant.parse("2026-11-24T01:00:00Z"))))
                .containsExactly("END 2026-11-23", "START 2026-11-24");
    }

    @Test
    void a_day_that_was_taken_from_the_calendar_is_over() {
        LocalDate day = date("2026-11-23");
        DayEdges edges = DayEdges.after(nyse.withClosure(day), day, DayEdge.Kind.START);

        assertThat(names(List.of(edges.next()))).containsExactly("START 2026-11-24");
    }

    @Property
    void however_coarse_the_clock_and_wherever_it_crashes_each_point_is_told_once_in_order(
            @ForAll @Size(max = 60) List<@IntRange(min = -7_200, max = 200_000) Integer> steps,
            @ForAll @IntRange(min = 7_305, max = 21_000) int firstDay,
            @ForAll boolean overnight) {
        MarketCalendar calendar = overnight ? nyse.withOvernight(LocalTime.of(20, 0)) : nyse;
        LocalDate first = LocalDate.ofEpochDay(firstDay);
        Instant now = calendar.at(first, LocalTime.MIDNIGHT);
        Instant latest = now;
        List<DayEdge> told = new ArrayList<>();

        DayEdges edges = DayEdges.from(calendar, first);
        // An overnight session has begun by then.
        told.addAll(handleAll(edges, now));
        for (int step : steps) {
            now = now.plusSeconds(step);
            latest = now.isAfter(latest) ? now : latest;
            told.addAll(handleAll(edges, now));
            if (step % 3 == 0 && !told.isEmpty()) {
                DayEdge last = told.get(told.size() - 1);
                edges = DayEdges.after(calendar, last.tradeDate(), last.kind());
            }
        }

        Instant end = latest;
        List<DayEdge> expected = calendar.sessions(
                        first, calendar.tradeDate(end).plusDays(2))
                .flatMap(session -> Arrays.stream(DayEdge.Kind.values()).map(kind -> new DayEdge(kind, session)))
                .filter(edge -> !edge.at().isAfter(end))
                .toList();
        assertThat(told).isEqualTo(expected);
    }
}
