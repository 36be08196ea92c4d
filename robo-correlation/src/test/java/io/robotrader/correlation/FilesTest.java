package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matrices to text and back. */
class FilesTest {
    private static final CorrelationMatrix TWO = Samples.matrix(new double[][] {{1, Double.NaN}, {Double.NaN, 1}});

    @Property(tries = 200)
    void csv_and_json_lose_nothing(@ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int size) {
        CorrelationMatrix matrix = Samples.odd(seed, size);

        CorrelationMatrix fromCsv = CorrelationCsv.read(CorrelationCsv.write(matrix));
        CorrelationMatrix fromJson = CorrelationJson.read(CorrelationJson.write(matrix));

        assertThat(fromCsv).isEqualTo(matrix);
        assertThat(fromJson).isEqualTo(matrix);
        assertThat(fromCsv.version()).isEqualTo(matrix.version());
        assertThat(fromJson.version()).isEqualTo(matrix.version());
    }

    @Test
    void the_csv_reads_like_a_table() {
        assertThat(CorrelationCsv.write(TWO)).isEqualTo("""
                # robo-correlation 1,method=PEARSON,lookback=60,minimumObservations=30,highThreshold=0.7,\
                asOf=2019-01-10T21:00:00Z,version=7
                first,second,coefficient,observations
                A,A,1.0,60
                B,A,,60
                B,B,1.0,60
                """);
        assertThat(CorrelationCsv.read(
                        CorrelationCsv.write(TWO).replace("\n", "\r\n").stripTrailing()))
                .isEqualTo(TWO);
    }

    @Test
    void the_json_is_what_the_documentation_shows_in_any_order_and_layout() {
        assertThat(CorrelationJson.write(TWO)).isEqualTo("""
                {
                  "format": "robo-correlation 1",
                  "method": "PEARSON",
                  "lookback": 60,
                  "minimumObservations": 30,
                  "highThreshold": 0.7,
                  "asOf": "2019-01-10T21:00:00Z",
                  "version": 7,
                  "symbols": ["A", "B"],
                  "coefficients": [
                    [1.0],\s
                    [null, 1.0]],
                  "observations": [
                    [60],\s
                    [60, 60]]
                }
                """);
        assertThat(CorrelationJson.read("""
                        {"version":7,"symbols":["\\u0041","B"],"observations":[[60],[60,60]],"coefficients":[[1],[null,1E0]],
                        "highThreshold":7e-1,"minimumObservations":30,"lookback":60,"method":"PEARSON",
                        "format":"robo-correlation 1","asOf":"2019-01-10T21:00:00Z"}""")).isEqualTo(TWO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# robo-correlation 1 | # other | line 1: must begin with # robo-correlation 1, but was # other",
                "version=7 | version=x | line 1: version must be a whole number of at least 0, but was x",
                "version=7 | version=-1 | line 1: version must be a whole number of at least 0, but was -1",
                "version=7 | versio=7 | line 1: keys must be method, lookback, minimumObservations, highThreshold, asOf, version, but was method, lookback, minimumObservations, highThreshold, asOf, versio",
                "version=7 | version | line 1: a cell must be key=value with each key once, but was version",
                "lookback=60 | lookback=3 | line 1: lookback must be at least minimumObservations (30), but was 3",
                "lookback=60 | lookback=many | line 1: lookback must be a whole number, but was many",
                "Threshold=0.7 | Threshold=high | line 1: highThreshold must be a number, but was high",
                "PEARSON | GUESS | line 1: method must be one of [PEARSON, SPEARMAN, KENDALL, EWMA, SHRUNK, REPAIRED], but was GUESS",
                "T21 | 21 | line 1: asOf must be a time such as 2017-12-29T00:00:00Z, but was 2019-01-1021:00:00Z",
                "first,second | a,b | line 2: must be first,second,coefficient,observations, but was a,b,coefficient,observations",
                "A,A,1.0 | A,A,0.9 | line 3: coefficient must be 1, but was 0.9",
                "B,A,, | B,A,1.1, | line 4: coefficient must be from -1 to 1, but was 1.1",
                "B,A,, | B,A,x, | line 4: coefficient must be a number, but was x",
                "B,A,, | B,A,NaN, | line 4: coefficient must be from -1 to 1, but was NaN",
                "B,A,,60 | B,A,0.5,29 | line 4: observations of a known pair must be at least 30, but was 29",
                "B,A,,60 | B,A,,-1 | line 4: observations must be at least 0, but was -1",
                "B,A,,60 | B,A,,1.5 | line 4: observations must be a whole number, but was 1.5",
                "B,A,,60 | B,A,60 | line 4: must have 4 cells, but was 3",
                "B,A,, | B,C,, | line 4: must be the pair B,A, but was B,C",
                "B,B,1.0 | A,B,1.0 | line 5: first must be a symbol that did not come before, but was A",
                "B,B,1.0,60 | '' | line 4: the last symbol must have 2 lines, but was 1",
                "B,A,, | \"B,A,, | line 4: a quote must be closed",
                "B,A,, | \"B\"x,A,, | line 4: a quote must be followed by a comma or the end of the line",
            })
    void malformed_csv_is_refused_with_its_line(String part, String wrong, String message) {
        String csv = CorrelationCsv.write(TWO).replace(part, wrong).replaceAll("\n+$", "\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationCsv.read(csv))
                .withMessage(message);
    }

    @Test
    void an_empty_csv_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationCsv.read(""))
                .withMessage("line 1: a matrix must begin with two lines, but was 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "robo-correlation 1 | other | line 2: format must be robo-correlation 1, but was other",
                "\"version\": 7, | `` | line 1: version must be given, but is missing",
                "\"version\": 7 | \"version\": null | line 8: version must be of kind NUMBER, but was NULL",
                "\"version\": 7 | \"version\": 7, \"x\": 1 | line 1: keys must be known, but was [x]",
                "\"version\": 7 | \"version\": 7, \"version\": 7 | line 8: each key must be given once, but was version",
                "\"version\": 7 | \"version\": 07 | line 8: a comma or the closing bracket must stand here",
                "\"version\": 7 | \"version\" 7 | line 8: a colon must follow the key version",
                "\"version\": 7 | version: 7 | line 8: a key in quotes must stand here",
                "\"version\": 7 | \"version\": true | line 8: an object, array, string, number or null must stand here",
                "\"version\": 7 | \"version\": [[[[[[[[[1]]]]]]]]] | line 8: values must not be nested deeper than 8",
                "\"B\"] | \"A\"] | line 9: symbols must be different, but was a second A",
                "\"B\"] | 5] | line 9: a symbol must be of kind STRING, but was NUMBER",
                "\"B\"] | \"\\q\"] | line 9: an escape must be one of JSON's, but was \\q",
                "\"B\"] | \"\\u00g0\"] | line 9: \\u must be followed by four hexadecimal digits, but was 00g0",
                "\"B\"] | \"B] | line 9: a string must be closed, and control characters in it escaped",
                "[null, 1.0] | [null] | line 12: coefficients[1] must have 2 numbers, but was 1",
                "[null, 1.0] | [\"a\", 1.0] | line 12: coefficient must be of kind NUMBER, but was STRING",
                "[null, 1.0] | [-1.5, 1.0] | line 12: coefficient must be from -1 to 1, but was -1.5",
                "[60, 60]] | [60, 60], [60]] | line 13: observations must have a row for each of 2 symbols, but was 3",
                "[60, 60]] | [60, null]] | line 15: observations must be of kind NUMBER, but was NULL",
                "[60, 60]] | [60, 60]]} | line 16: nothing must follow the document",
            })
    void malformed_json_is_refused_with_its_line(String part, String wrong, String message) {
        String json = CorrelationJson.write(TWO).replace(part, wrong);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationJson.read(json))
                .withMessage(message);
    }

    @Test
    void json_that_ends_early_is_refused() {
        String json = CorrelationJson.write(TWO);

        for (int end = 0; end < json.length() - 2; end++) {
            String part = json.substring(0, end);
            assertThatIllegalArgumentException().isThrownBy(() -> CorrelationJson.read(part));
        }
    }
}
