package io.robotrader.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.examples.console.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {

    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"100;120;90", "Price;100;120;90", "Date,Close;a,100;b,120;c,90", "Close,Other;100,1;120,1;90,1"})
    void prices_are_found_in_the_only_column_or_in_close(String lines) throws IOException {
        int exit = metrics(lines, "--json");

        assertThat(exit).isZero();
        var answer = Json.parse(terminal.out());
        assertThat(answer.get("returns").asInt()).isEqualTo(2);
        assertThat(answer.get("maxDrawdown").get("value").asDouble()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void a_column_is_chosen_by_its_name_and_returns_are_taken_as_they_are() throws IOException {
        metrics("Date,Close,Return;a,1,0.1;b,2,-0.5", "--column", "Return", "--returns", "--json");

        assertThat(Json.parse(terminal.out()).get("maxDrawdown").get("value").asDouble())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void what_is_not_known_has_its_reason() throws IOException {
        int exit = metrics("100;101");

        assertThat(exit).isZero();
        assertThat(terminal.out()).contains("1 returns").contains("unknown: needs 2 returns, but has 1");

        metrics("100;101", "--json");

        assertThat(terminal.out()).contains("\"reason\" : \"needs 252 returns, but has 1\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1;2;x | --json | m.csv: line 3 must hold a number, but was \"x\"",
                "a,b;1,2 | --json | m.csv: --column must be one of a, b, but was not given",
                "a,b;1,2 | --column=c | m.csv: --column must be one of a, b, but was c",
                "1;-2 | --json | m.csv: price 2 must be positive, but was -2.0; are these returns? Then say --returns",
                "1;2 | --confidence=2 | --confidence must be in (0, 1), but was 2.0",
                "1;2 | --periods=NaN | --periods must be positive and finite, but was NaN",
                "1;2 | --periods=0 | --periods must be positive and finite, but was 0.0",
                "1;2 | --confidence=1 | --confidence must be in (0, 1), but was 1.0",
            })
    void what_cannot_be_used_is_bad_input(String lines, String option, String message) throws IOException {
        int exit = metrics(lines, option);

        assertThat(exit).isEqualTo(2);
        assertThat(terminal.err()).contains(message);
    }

    @Test
    void an_empty_file_is_bad_input() throws IOException {
        assertThat(metrics("")).isEqualTo(2);
        assertThat(terminal.err()).contains("must hold numbers, but is empty");
    }

    private int metrics(String lines, String... options) throws IOException {
        return terminal.run(new Metrics(), Terminal.write(folder, "m.csv", lines.replace(';', '\n')), options);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN;1;2;3 | line 1 must hold a number, but was \"NaN\"",
                "-Infinity;1;2;3 | line 1 must hold a number, but was \"-Infinity\"",
                "-99.x;1;2 | line 1 must hold a number, but was \"-99.x\"",
                "1OO;1;2 | line 1 must hold a number, but was \"1OO\"",
                ".5x;1;2 | line 1 must hold a number, but was \".5x\"",
            })
    void a_first_number_with_a_slip_in_it_is_not_taken_for_a_name(String lines, String message) throws IOException {
        int exit = metrics(lines, "--returns");

        assertThat(exit).isEqualTo(2);
        assertThat(terminal.err()).contains("m.csv: " + message);
        assertThat(terminal.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1;;2 | line 2 must hold a number, but is blank",
                ";1;2 | line 1 must hold a number, but is blank",
                "Close,Other;1,2;  ;3,4 | line 3 must hold a number, but is blank",
                "100;99,5;98 | line 2 must have as many columns as the first row, 1, but has 2; decimals need a point",
                "Close,Other;1,2;3 | line 3 must have as many columns as the first row, 2, but has 1",
                "Close | must hold numbers below the names of the first row, but holds none",
                "\"Close;1;2;3 | line 1 must close its quotes, but a field goes on in the next line",
                "Note,Close;a,1;\"b,2;c,3 | line 3 must close its quotes, but a field goes on in the next line",
                "1,5;2,5 | has 2 columns and no names in its first row, which holds \"1\"; name the columns there, and if these are decimals, they need a point",
                "1E-308;1E308 | price 2 must be of a size with the one before, 1.0E-308, but was 1.0E308",
            })
    void a_file_that_would_lose_numbers_is_refused(String lines, String message) throws IOException {
        int exit = metrics(lines);

        assertThat(exit).isEqualTo(2);
        assertThat(terminal.err()).contains("m.csv: " + message);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void blank_lines_at_the_end_are_no_numbers() throws IOException {
        int exit = metrics("100;120;90;;", "--json");

        assertThat(exit).isZero();
        assertThat(Json.parse(terminal.out()).get("returns").asInt()).isEqualTo(2);
    }
}
