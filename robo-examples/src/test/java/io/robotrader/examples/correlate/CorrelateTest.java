package io.robotrader.examples.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.robotrader.correlation.CorrelationCsv;
import io.robotrader.correlation.CorrelationJson;
import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.examples.console.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.node.ObjectNode;

class CorrelateTest {

    private static final Path SHARED = Path.of("..", "..", "shared", "data");
    private static final Path SAMPLES = Path.of("src", "main", "resources", "io", "robotrader", "examples", "data");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new CommandLine(new Correlate())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** UP and TWIN move alike, DOWN against them, ODD on its own, LATE has no data but at the end. */
    private static String wide() {
        StringBuilder csv = new StringBuilder("Date,UP,TWIN,DOWN,ODD,LATE\n");
        for (int day = 0; day < 50; day++) {
            double wave = Math.sin(1.3 * day);
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%.4f,%.4f,%.4f,%.4f,%s%n",
                    LocalDate.of(2020, 1, 1).plusDays(day),
                    50 + 5 * wave,
                    20 + 2 * wave + 0.1 * Math.cos(3 * day),
                    30 - 3 * wave + 0.3 * Math.cos(5 * day),
                    40 + 4 * Math.cos(2.9 * day),
                    day < 40 ? "" : Integer.toString(day)));
        }
        return csv.toString();
    }

    @Test
    void text_tells_matrix_pairs_clusters_sectors_risk_and_suggestions() throws IOException {
        String sectors = write("sectors.csv", "symbol,sector\nUP,Tech\nTWIN,Tech\nDOWN,Oil\n");

        int exit = run(write("prices.csv", wide()), "--sectors", sectors, "--held", "UP,TWIN", "--clusters", "3");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString().lines().toList())
                .contains("5 symbols, at most 60 returns to 2020-02-19, pearson", "10 pairs, 6 known, 3 high")
                .anyMatch(line -> line.matches(" +TWIN +UP +(0.99|1.00) +0\\.\\d\\d to 1\\.00 +49"))
                .anyMatch(line -> line.matches(" +Oil +Tech +-0\\.\\d\\d +2 +0"))
                .anyMatch(line -> line.matches(" +all together +\\d.*%"))
                .anyMatch(line -> line.matches("Independent bets: 1\\.\\d\\d"))
                .contains("Without a sector: ODD, LATE", "Not enough data to tell: LATE");
        List<String> lines = out.toString().lines().toList();
        int suggestions = lines.indexOf("What adding would do");
        assertThat(lines.get(suggestions + 2).strip()).startsWith("DOWN");
    }

    @Test
    void json_holds_the_same_and_the_matrix_as_the_library_reads_it() throws IOException {
        int exit = run(
                write("prices.csv", wide()), "--weights", "UP=0.5,DOWN=-0.2", "--candidate-weight", "-0.1", "--json");

        assertThat(exit).isZero();
        ObjectNode answer = Json.parse(out.toString());
        CorrelationMatrix matrix = CorrelationJson.read(answer.get("matrix").toString());
        assertThat(matrix.coefficient("UP", "TWIN")).isGreaterThan(0.98);
        assertThat(matrix.between("UP", "LATE")).isEmpty();
        assertThat(answer.get("highPairs").size()).isEqualTo(3);
        assertThat(answer.get("smallestEigenvalue").isNull()).isTrue();
        double parts = 0;
        for (var part : answer.get("portfolio").get("contributions")) {
            parts += part.asDouble();
        }
        assertThat(parts).isCloseTo(answer.get("portfolio").get("risk").asDouble(), within(1e-12));
        assertThat(answer.get("suggestions").get("ranked").get(0).get("weight").asDouble())
                .isEqualTo(-0.1);
        assertThat(answer.get("suggestions").get("unknown").get(0).asString()).isEqualTo("LATE");
        assertThat(answer.has("sectors")).isFalse();
    }

    @Test
    void the_page_has_a_square_a_pair_names_beside_and_nothing_from_elsewhere() throws IOException {
        Path page = folder.resolve("page.html");

        int exit = run(write("prices.csv", wide()), "--held", "UP", "--html", page.toString());

        String html = Files.readString(page);
        assertThat(exit).isZero();
        assertThat(html.split("<rect ", -1)).hasSize(26);
        assertThat(html)
                .contains("<title>UP and LATE: not known</title>")
                .contains("class=\"row\"")
                .contains("Independent bets")
                .doesNotContain("<script")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"matrix.csv", "matrix.JSON"})
    void a_saved_matrix_can_be_read_again(String name) throws IOException {
        Path saved = folder.resolve(name);

        assertThat(run(write("prices.csv", wide()), "--save", saved.toString())).isZero();

        String text = Files.readString(saved);
        CorrelationMatrix matrix = name.endsWith("csv") ? CorrelationCsv.read(text) : CorrelationJson.read(text);
        assertThat(matrix.observations("UP", "LATE")).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pearson", "ewma", "spearman", "kendall", "ledoit-wolf", "ledoit-wolf-identity"})
    void every_estimator_finds_the_twins(String estimator) throws IOException {
        String complete = wide().lines()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .reduce("", (all, line) -> all + line + "\n");

        assertThat(run(write("prices.csv", complete), "--estimator", estimator, "--threshold", "0.5", "--json"))
                .isZero();

        CorrelationMatrix matrix =
                CorrelationJson.read(Json.parse(out.toString()).get("matrix").toString());
        assertThat(matrix.coefficient("TWIN", "UP")).isGreaterThan(0.7);
        assertThat(matrix.coefficient("TWIN", "ODD")).isLessThan(0.3);
    }

    @Test
    void one_file_a_symbol_gzip_and_long_form_are_read_and_as_of_looks_back() throws IOException {
        Path packed = folder.resolve("zip.csv.gz");
        try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(packed))) {
            stream.write("date,open,close\n20200101,1,1\n20200102,1,2\n20200103,1,1\n20200104,9,9\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        String single = write("one.csv", "Date,Close\n2020-01-01,1\n2020-01-02,3\n2020-01-03,2\n");
        String three = write(
                "long.csv", "symbol,date,price\nL,Jan 1 2020,5\nM,Jan 1 2020,4\nL,Jan 2 2020,6\nL,Jan 3 2020,4\n");

        int exit = run(packed.toString(), single, three, "--as-of", "2020-01-03", "--min-observations", "2", "--json");

        assertThat(exit).isZero();
        CorrelationMatrix matrix =
                CorrelationJson.read(Json.parse(out.toString()).get("matrix").toString());
        assertThat(matrix.symbols()).containsExactlyInAnyOrder("ZIP", "ONE", "L", "M");
        assertThat(matrix.asOf().orElseThrow()).hasToString("2020-01-03T00:00:00Z");
        assertThat(matrix.coefficient("ZIP", "ONE")).isCloseTo(1, within(1e-12));
    }

    @Test
    void every_bad_row_of_every_file_is_told_at_once() throws IOException {
        String wide = write("wide.csv", "Date,A,B\n2020-01-01,1,x\n2020-01-01,1,2\n2020-13-01,-1,2\n2020-01-03,1\n");
        String close = write("close.csv", "date,close\n2020-01-02,\n");
        String other = write("B.csv", "date,close\n2020-01-02,5\n");

        int exit = run(wide, close, other);

        assertThat(exit).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines().map(line -> line.substring(line.lastIndexOf('/') + 1)))
                .containsExactly(
                        "wide.csv, line 2, B: 'x' must be a positive decimal number",
                        "wide.csv, line 3, Date: '2020-01-01' must be after the date before it of A",
                        "wide.csv, line 4, Date: '2020-13-01' must be a date such as 2017-12-29, in the years 1678 to 2261",
                        "wide.csv, line 4, A: '-1' must be a positive decimal number",
                        "wide.csv, line 5: '2020-01-03,1' must have 3 cells, but has 2",
                        "close.csv, line 2, close: must be a positive decimal number",
                        "B.csv: 'B' must be a symbol of one file only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | must have a header and a row, but is empty",
                "A,B;1,2 | 'A,B' must be a header with a column Date",
                "Date,A,a;2020-01-01,1,2 | must name each column, and each by another name",
                "symbol,date,price; ,2020-01-01,1 | must be a symbol",
                "Date,A | FILE must hold a price, but there is none",
                "Date,A;2917-01-01,5 | p.csv, line 2, Date: '2917-01-01' must be a date such as 2017-12-29, in the years 1678",
                "Date,A;2017-01-02,1e-50 | p.csv, line 2, A: '1e-50' must be a positive decimal number",
            })
    void a_file_that_is_no_table_of_prices_is_bad_input(String lines, String message) throws IOException {
        assertThat(run(write("p.csv", lines.replace(';', '\n')))).isEqualTo(2);

        assertThat(err.toString()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--held=NO | no prices of NO; there are prices of DOWN, LATE, ODD, TWIN, UP",
                "--held=UP --weights=UP=1 | --held must not be given beside --weights, but both are",
                "--clusters=-1 | --clusters must be positive, but was -1",
                "--lookback=1 | lookback must be at least minimumObservations (30), but was 1",
                "--threshold=2 | highThreshold must be above 0 and at most 1, but was 2.0",
                "--estimator=guess | must be one of pearson, ewma, spearman, kendall, ledoit-wolf, ledoit-wolf-identity, but was guess",
                "--estimator=ewma --decay=1 | decay must be above 0 and below 1, but was 1.0",
                "--as-of=2019-01-01 | FILE must hold a price not after --as-of 2019-01-01, but there is none",
                "--as-of=2020-01-01 --held=UP | what is held must have at least 2 returns in the look-back, but UP has not",
                "--weights=UP=NaN | weight of UP must be finite, but was NaN",
                "--sectors=none.csv | none.csv: must be a file that can be read, but is not there",
                "--sectors=. | .: must be a file that can be read, but is not: Is a directory",
                "--weights=UP=.3,UP=.5 | --weights must name each symbol once, but names UP again",
                "--held=UP,UP | --held must name each symbol once, but names UP again",
                "--weights=UP | must be a symbol and its weight, such as AAPL=0.3, but was UP",
                "--weights=UP=much | must be a symbol and its weight, such as AAPL=0.3, but was UP=much",
                "--decay=0.9 | --decay must not be given without --estimator ewma, but is: the others have none",
                "--candidate-weight=1 | --candidate-weight must not be given without --held or --weights, but is: nothing is",
            })
    void options_that_do_not_fit_are_bad_input(String options, String message) throws IOException {
        List<String> args = new ArrayList<>(List.of(options.split(" ")));
        args.add(write("prices.csv", wide()));

        assertThat(run(args.toArray(String[]::new))).isEqualTo(2);

        assertThat(err.toString()).contains(message);
    }

    @Test
    void sectors_that_do_not_fit_are_bad_input() throws IOException {
        String prices = write("prices.csv", wide());

        assertThat(run(prices, "--sectors", write("s.csv", "symbol,sector\nA\nB,x\nB,y\n")))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("s.csv, line 2: 'A' must be a symbol and its sector")
                .contains("s.csv, line 4, symbol: 'B' must come only once");

        assertThat(run(prices, "--sectors", write("t.csv", "a,b\n"))).isEqualTo(2);
        assertThat(err.toString()).contains("'a,b' must be the header symbol,sector");
        assertThat(run("missing.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("FILE must be a file that can be read, but missing.csv is not there");
    }

    @Test
    void the_prices_that_come_with_the_examples_are_read() {
        String daily = SAMPLES.resolve("daily").toString();

        assertThat(run(SAMPLES.resolve("monthly/stocks.csv").toString(), "--lookback", "120", "--json"))
                .isZero();
        assertThat(Json.parse(out.toString()).get("summary").get("knownPairs").asInt())
                .isEqualTo(10);

        out.getBuffer().setLength(0);
        assertThat(run(daily + "/AAPL.csv", daily + "/SP500.csv", "--as-of", "2018-05-11", "--json"))
                .isZero();
        assertThat(Json.parse(out.toString()).get("summary").get("knownPairs").asInt())
                .isEqualTo(1);
    }

    @Test
    void twenty_stocks_of_nine_years_are_told_by_sector() {
        assumeThat(Files.exists(SHARED))
                .as("skipped: there is no folder %s with the prices of twenty stocks", SHARED)
                .isTrue();

        int exit = run(
                SHARED.resolve("sp500-20-daily-closes-2009-2017.csv.gz").toString(),
                "--sectors",
                SHARED.resolve("sectors.csv").toString(),
                "--lookback",
                "2264",
                "--held",
                "AAPL,MSFT",
                "--json");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        ObjectNode answer = Json.parse(out.toString());
        assertThat(answer.get("summary").get("knownPairs").asInt()).isEqualTo(210);
        assertThat(answer.get("smallestEigenvalue").asDouble()).isPositive();
        CorrelationMatrix matrix = CorrelationJson.read(answer.get("matrix").toString());
        // Oil with oil, and not with soft drinks.
        assertThat(matrix.coefficient("CVX", "XOM")).isGreaterThan(0.8);
        assertThat(matrix.coefficient("KO", "RRC")).isLessThan(0.4);
    }

    @Test
    void held_symbols_that_contradict_each_other_are_repaired_beside_one_that_is_not_known() throws IOException {
        StringBuilder csv = new StringBuilder("Date,A,B,C,LATE\n");
        for (int day = 0; day < 120; day++) {
            double up = 100 + Math.sin(1.3 * day);
            String row = day < 40 ? up + "," + up + "," : day < 80 ? "," + up + "," + up : up + ",," + 1e4 / up;
            csv.append(LocalDate.of(2020, 1, 1).plusDays(day)).append(',').append(row);
            csv.append(day < 118 ? ",\n" : "," + up + "\n");
        }

        int exit = run(write("clash.csv", csv.toString()), "--lookback", "120", "--weights", "A=1,B=-1,C=1");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString()).contains("Not enough data to tell: LATE");
    }

    @Test
    void a_weight_of_candidates_that_is_no_number_is_refused() throws IOException {
        int exit = run(write("prices.csv", wide()), "--held", "UP", "--candidate-weight", "NaN");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("--candidate-weight must be finite, but was NaN");
    }
}
