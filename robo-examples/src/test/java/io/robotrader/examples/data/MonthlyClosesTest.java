package io.robotrader.examples.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.market.BadDataException;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.DataProblem;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthlyClosesTest {
    private static List<Bar> read(String text) {
        return MonthlyCloses.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "m.csv", MarketCalendars.nyse());
    }

    private static List<DataProblem> problems(String text) {
        BadDataException refusal = catchThrowableOfType(BadDataException.class, () -> read(text));
        assertThat(refusal).isNotNull();
        return refusal.problems();
    }

    @Test
    void a_price_is_dated_when_it_could_be_known_at_the_close_of_the_last_weekday() {
        // The last days of these months: a Monday, a Sunday and a Saturday.
        assertThat(read("symbol,date,price\nX,Jan 1 2000,1\nX,Apr 1 2000,2.5\nX,Sep 1 2000,3\n"))
                .containsExactly(
                        Bar.ofClose("X", Instant.parse("2000-01-31T21:00:00Z"), 1),
                        Bar.ofClose("X", Instant.parse("2000-04-28T20:00:00Z"), 2.5),
                        Bar.ofClose("X", Instant.parse("2000-09-29T20:00:00Z"), 3));
    }

    @Test
    void every_bad_row_is_named_and_nothing_returned() {
        assertThat(problems("""
                        symbol,date,price
                        X,Feb 1 2000,1
                        X,Feb 1 2000,1
                        Y,Feb 2 2000,1
                        Y,Februar 2000,1
                        Y,Mar 1 2000,0
                        Y,Apr 1 2000,NaN
                        ,Apr 1 2000,1
                        Y,May 1 2000
                        """))
                .containsExactly(
                        new DataProblem("m.csv", 3, "date", "Feb 1 2000", "must be after the month before it, 2000-02"),
                        new DataProblem(
                                "m.csv", 4, "date", "Feb 2 2000", "must be the first of a month, as in Jan 1 2000"),
                        new DataProblem(
                                "m.csv", 5, "date", "Februar 2000", "must be the first of a month, as in Jan 1 2000"),
                        new DataProblem("m.csv", 6, "price", "0", "must be a positive decimal number"),
                        new DataProblem("m.csv", 7, "price", "NaN", "must be a positive decimal number"),
                        new DataProblem("m.csv", 8, "symbol", "", "must not be missing"),
                        new DataProblem("m.csv", 9, "", "Y,May 1 2000", "must have 3 cells, but has 2"));
    }

    @Test
    void a_file_of_another_kind_or_without_rows_is_refused() {
        assertThat(problems(""))
                .containsExactly(new DataProblem("m.csv", 1, "", "", "must be the header symbol,date,price"));
        assertThat(problems("a,b\n1,2\n"))
                .containsExactly(new DataProblem("m.csv", 1, "", "a,b", "must be the header symbol,date,price"));
        assertThat(problems("symbol,date,price\n"))
                .containsExactly(new DataProblem("m.csv", 0, "", "", "must have a row below the header"));
    }
}
