package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.market.Bar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BarAssemblyTest {

    private static final MarketCalendar NYSE = MarketCalendars.nyse();
    private static final Instant OPEN = NYSE.at(LocalDate.of(2026, 1, 6), LocalTime.of(9, 30));
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final BarAssembly assembly = new BarAssembly(List.of("AAPL", "MSFT"), MINUTE, NYSE);

    private List<Bar> add(String symbol, int second, double price) {
        Instant start = OPEN.plusSeconds(second);
        IbkrBar part =
                new IbkrBar(Long.toString(start.getEpochSecond()), price, price + 1, price - 1, price, 10, price, 1);
        return assembly.add(symbol, start, part);
    }

    @Test
    void twelve_parts_make_a_minute_and_the_last_one_ends_it() {
        List<Bar> made = new ArrayList<>();
        for (int second = 0; second < 60; second += 5) {
            assertThat(made).isEmpty();
            made.addAll(add("AAPL", second, 100 + second));
        }

        assertThat(made).containsExactly(new Bar("AAPL", OPEN.plus(MINUTE), 100, 156, 99, 155, OptionalDouble.of(120)));
    }

    @Test
    void a_symbol_that_is_silent_is_ended_by_another_one_five_seconds_on() {
        add("MSFT", 50, 200);

        assertThat(add("AAPL", 55, 100)).extracting(Bar::symbol).containsExactly("AAPL");
        assertThat(add("AAPL", 60, 100)).extracting(Bar::symbol).containsExactly("MSFT");
    }

    @Test
    void what_is_not_sound_or_not_of_a_session_makes_no_bar() {
        assertThat(add("AAPL", 55, 0.5)).isEmpty();
        assertThat(add("AAPL", -7 * 3600, 100)).isEmpty();
        assertThat(add("AAPL", 86_400 * 4, 100)).isEmpty();
    }

    @Test
    void bars_of_before_end_before_now_and_by_the_close() {
        Instant now = OPEN.plusSeconds(390);
        PastBars past = new PastBars(NYSE, Duration.ofMinutes(5), now);

        past.add("AAPL", List.of(past(0), past(300), new IbkrBar("20260106", 1, 1, 1, 1, 1, 1, 1)), 5);

        assertThat(past.inOrder()).extracting(Bar::time).containsExactly(OPEN.plusSeconds(300));
    }

    private static IbkrBar past(int second) {
        return new IbkrBar(Long.toString(OPEN.plusSeconds(second).getEpochSecond()), 100, 101, 99, 100, -1, -1, -1);
    }

    @Test
    void a_length_that_the_gateway_does_not_know_is_refused() {
        assertThat(BarLength.name(MINUTE)).isEqualTo("1 min");
        assertThat(BarLength.days(MINUTE, 400)).isEqualTo("3 D");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BarLength.name(Duration.ofMinutes(7)))
                .withMessageStartingWith("bar must be one of");
    }
}
