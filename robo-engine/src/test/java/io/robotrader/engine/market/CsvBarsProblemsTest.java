package io.robotrader.engine.market;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.robotrader.engine.calendar.MarketCalendars;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of bad file: where it is bad, and why. */
class CsvBarsProblemsTest {
    private static final String HEADER = "Date,Open,High,Low,Close,Adj Close,Volume\n";
    private static final String GOOD = "2018-05-10,11,13,10,12,6,5\n";

    private static BadDataException refused(String text) {
        BadDataException refusal = catchThrowableOfType(
                BadDataException.class,
                () -> CsvBars.read(
                        new ByteArrayInputStream(text.getBytes(UTF_8)), "x.csv", "X", MarketCalendars.nyse()));
        assertThat(refusal).as("refusal of " + text).isNotNull();
        return refusal;
    }

    private static List<DataProblem> problems(String text) {
        return refused(text).problems();
    }

    private static DataProblem problem(long line, String column, String value, String reason) {
        return new DataProblem("x.csv", line, column, value, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2018-05-11,null,13,10,12,6,5   | Open   | null | must not be missing
                    2018-05-11,11,13,10,,6,5       | Close  | ''   | must not be missing
                    2018-05-11,11,13,10,12,6,NULL  | Volume | NULL | must not be missing
                    2018-05-11,11,x,10,12,6,5      | High   | x    | must be a decimal number
                    2018-05-11,11,13,NaN,12,6,5    | Low    | NaN  | must be a decimal number
                    2018-05-11,11,Infinity,9,9,6,5 | High   | Infinity | must be a decimal number
                    2018-05-11,0x1p3,13,8,9,6,5    | Open   | 0x1p3 | must be a decimal number
                    2018-05-11,11,13,10,12f,6,5    | Close  | 12f  | must be a decimal number
                    2018-05-11,11,1e999,10,12,6,5  | High   | 1e999 | must be finite
                    2018-05-11,0,13,10,12,6,5      | Open   | 0    | must be positive
                    2018-05-11,11,13,-10,12,6,5    | Low    | -10  | must be positive
                    2018-05-11,11,13,10,1e-999,6,5 | Close  | 1e-999 | must be positive
                    2018-05-11,11,13,10,12,6,-1    | Volume | -1   | must not be negative
                    2018-05-11,11,9,10,12,6,5      | High   | 9    | must be at least the low 10.0
                    2018-05-11,13.1,13,10,12,6,5   | Open   | 13.1 | must be at most the high 13.0
                    2018-05-11,9.9,13,10,12,6,5    | Open   | 9.9  | must be at least the low 10.0
                    2018-05-11,11,13,10,13.00002,6,5 | Close | 13.00002 | must be at most the high 13.0
                    2018-05-11,11,13,10,9.99998,6,5 | Close | 9.99998 | must be at least the low 10.0
                    2018-5-11,11,13,10,12,6,5      | Date   | 2018-5-11 | must be a date, yyyy-MM-dd or yyyyMMdd
                    05/11/2018,11,13,10,12,6,5     | Date   | 05/11/2018 | must be a date, yyyy-MM-dd or yyyyMMdd
                    2018-02-29,11,13,10,12,6,5     | Date   | 2018-02-29 | must be a date, yyyy-MM-dd or yyyyMMdd
                    20180231,11,13,10,12,6,5       | Date   | 20180231 | must be a date, yyyy-MM-dd or yyyyMMdd
                    2018-05-10,11,13,10,12,6,5     | Date   | 2018-05-10 | must not occur twice
                    2018-05-09,11,13,10,12,6,5     | Date   | 2018-05-09 | must be after the date of the row above, 2018-05-10
                    """)
    void each_bad_cell_is_named_with_line_column_value_and_reason(
            String row, String column, String value, String reason) {
        String later = "2018-06-01,11,13,10,12,6,5\n";

        assertThat(problems(HEADER + GOOD + row + "\n" + later)).containsExactly(problem(3, column, value, reason));
    }

    @Test
    void a_row_with_too_few_or_too_many_cells_is_named_as_a_whole() {
        assertThat(problems(HEADER + "2018-05-11,11,13,10,12,6\n2018-05-12,11,13,10,12,6,5,5\n"))
                .containsExactly(
                        problem(2, "", "2018-05-11,11,13,10,12,6", "must have 7 cells, but has 6"),
                        problem(3, "", "2018-05-12,11,13,10,12,6,5,5", "must have 7 cells, but has 8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-05-11,null,null,null,null,null,null", "2018-05-11,,,,,,", "2018-05-11,,null,,,,5"})
    void a_row_without_prices_is_one_problem(String row) {
        assertThat(problems(HEADER + GOOD + row + "\n"))
                .containsExactly(problem(3, "", row, "must have prices, but has none: take the row out"));
    }

    @Test
    void every_bad_cell_of_a_row_is_named() {
        assertThat(problems(HEADER + "today,0,x,null,12,6,-1\n"))
                .extracting(DataProblem::column)
                .containsExactly("Date", "Open", "High", "Low", "Volume");
    }

    @Test
    void columns_are_called_as_the_file_calls_them() {
        assertThat(problems("date, open,high,low,close\n2018-05-11,-1,13,10,12\n"))
                .containsExactly(problem(2, "open", "-1", "must be positive"));
    }

    @Test
    void lines_are_counted_with_the_blank_ones() {
        assertThat(problems("\n" + HEADER + "\n" + GOOD + "\n2018-05-11,0,13,10,12,6,5\n"))
                .containsExactly(problem(6, "Open", "0", "must be positive"));
    }

    @Test
    void a_descending_file_is_refused() {
        assertThat(problems(HEADER + "2018-05-11,11,13,10,12,6,5\n" + GOOD))
                .containsExactly(
                        problem(3, "Date", "2018-05-10", "must be after the date of the row above, 2018-05-11"));
    }

    @Test
    void a_file_with_its_newest_row_first_has_one_problem() {
        assertThat(problems(HEADER
                        + "2018-05-14,11,13,10,12,6,5\n2018-05-11,11,13,10,12,6,5\n2018-05-09,11,13,10,12,6,5\n"))
                .containsExactly(problem(0, "", "", "must be in the order of time, but its newest row comes first"));
    }

    @Test
    void single_rows_out_of_order_are_named() {
        String rows = "2018-05-14,11,13,10,12,6,5\n2018-05-11,11,13,10,12,6,5\n2018-05-15,11,13,10,12,6,5\n";

        assertThat(problems(HEADER + rows))
                .containsExactly(
                        problem(3, "Date", "2018-05-11", "must be after the date of the row above, 2018-05-14"));
    }

    @ParameterizedTest
    @CsvSource({";,semicolons", "'\t',tabs", "|,bars"})
    void another_separator_than_the_comma_is_named(String separator, String name) {
        String header = HEADER.strip().replace(",", separator);

        assertThat(problems(header + "\n" + GOOD.replace(",", separator)))
                .containsExactly(problem(1, "", header, "must separate the columns by commas, but does so by " + name));
    }

    @Test
    void a_file_without_rows_is_refused() {
        assertThat(problems("")).containsExactly(problem(0, "", "", "must have a header and a row, but is empty"));
        assertThat(problems(HEADER)).containsExactly(problem(0, "", "", "must have a row below the header"));
    }

    @Test
    void a_missing_or_repeated_column_is_refused() {
        assertThat(problems("Date,Open,High,Close,Adj Close,Close\n2018-05-11,x,13,10,12,6\n"))
                .containsExactly(
                        problem(1, "Low", "Date,Open,High,Close,Adj Close,Close", "must have this column"),
                        problem(1, "Close", "Date,Open,High,Close,Adj Close,Close", "must have this column once"));
    }

    @Test
    void a_quote_that_is_never_closed_is_refused() {
        assertThat(problems(HEADER + GOOD + "2018-05-11,\"11,13,10,12,6,5\n" + GOOD.repeat(50)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3))
                .satisfies(problem -> assertThat(problem.value()).hasSizeLessThanOrEqualTo(123));
    }

    @Test
    void a_cell_too_large_to_be_one_is_refused() {
        assertThat(problems(HEADER + GOOD + "\"" + "1".repeat(17_000_000)))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.reason()).startsWith("must be readable as CSV from here on: "));
    }

    @Test
    void all_problems_are_counted_but_only_the_first_hundred_kept() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int day = 0; day < 250; day++) {
            text.append(LocalDate.of(2018, 1, 1).plusDays(day)).append(",0,13,10,12,6,5\n");
        }

        BadDataException refusal = refused(text.toString());

        assertThat(refusal.problemCount()).isEqualTo(250);
        assertThat(refusal.problems()).hasSize(100).last().isEqualTo(problem(101, "Open", "0", "must be positive"));
        assertThat(refusal).hasMessageContaining("has 250 problems").hasMessageEndingWith("\n  and 240 more");
    }
}
