package io.robotrader.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.robotrader.examples.report.Refusals.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {

    @Test
    void refusals_are_counted_by_rule_the_most_frequent_first() {
        Refusals refusals = new Refusals(
                List.of(refusal(3, "HEAT"), refusal(2, "LEVERAGE"), refusal(1, "HEAT"), refusal(0, "BETA")));

        Table counts = RefusalTables.of(refusals).get(0);

        assertThat(counts.rows())
                .containsExactly(
                        List.of("HEAT", "2", "2020-01-03", "2020-01-05"),
                        List.of("BETA", "1", "2020-01-02", "2020-01-02"),
                        List.of("LEVERAGE", "1", "2020-01-04", "2020-01-04"));
    }

    @Test
    void each_refusal_tells_what_was_seen_and_what_was_allowed() {
        Refusal refusal =
                new Refusal(SamplePage.START.plusSeconds(52_200), "XOM", "BUY", 1200, "HEAT", 0.0712, 0.06, "Too hot.");

        Table single = RefusalTables.of(new Refusals(List.of(refusal))).get(1);

        assertThat(single.rows())
                .containsExactly(
                        List.of("2020-01-02 14:30", "XOM", "BUY", "1,200", "HEAT", "0.0712", "0.0600", "Too hot."));
    }

    @ParameterizedTest
    @CsvSource({
        "0.25003, 0.25, 0.250000, 0.250030",
        "125000.4, 125000, '125,000.00', '125,000.40'",
        "NaN, 0.25, 0.2500, n/a",
        "0.25, NaN, n/a, 0.2500",
        "Infinity, 1.5, 1.5000, infinite",
        "11, 10, 10, 11",
        "NaN, NaN, n/a, n/a"
    })
    void a_value_just_over_its_limit_does_not_look_equal_to_it(
            double observed, double limit, String limitText, String observedText) {
        Refusal refusal = new Refusal(SamplePage.START, "XOM", "BUY", 1, "HEAT", observed, limit, "");

        List<String> row =
                RefusalTables.of(new Refusals(List.of(refusal))).get(1).rows().get(0);

        assertThat(row.get(5)).as("observed").isEqualTo(observedText);
        assertThat(row.get(6)).as("limit").isEqualTo(limitText);
    }

    @Test
    void an_unknown_correlation_is_hatched_and_never_zero() {
        CorrelationMap map = CorrelationMap.of("", List.of("A", "B"), new double[][] {{1, Double.NaN}, {0, -0.001}});

        String html = render(map);

        assertThat(html)
                .contains("<td class=\"unknown\">n/a</td>")
                .contains("<td style=\"background:#f59b42\">1.00</td>")
                .contains("<td style=\"background:#ffffff\">0.00</td>")
                .doesNotContain("-0.00");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1, -1.1, Double.POSITIVE_INFINITY})
    void a_correlation_must_be_in_range(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationMap.of("", List.of("A"), new double[][] {{value}}))
                .withMessage("values[0][0] must be in -1..1 or NaN, but was " + value);
    }

    @Test
    void the_matrix_must_fit_the_names() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationMap.of("", List.of("A"), new double[0][]))
                .withMessage("values must have 1 rows, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationMap.of("", List.of("A"), new double[1][2]))
                .withMessage("values[0] must have 1 columns, but was 2");
    }

    @Test
    void a_correlation_map_keeps_its_own_copy_and_cuts_off_rounding() {
        double[][] values = {{1 + 1e-12}};
        CorrelationMap map = CorrelationMap.of("", List.of("A"), values);

        values[0][0] = 0;

        assertThat(map.value(0, 0)).isEqualTo(1);
    }

    @Test
    void columns_of_numbers_are_aligned_right() {
        Table table = new Table(
                "",
                List.of("Symbol", "Profit", "Share"),
                List.of(List.of("XOM", "-1,234.50", "12.5 %"), List.of("JPM", "n/a", "")));

        assertThat(render(table))
                .contains(
                        "<td class=\"text\">XOM</td><td class=\"number\">-1,234.50</td><td class=\"number\">12.5 %</td>");
    }

    @Test
    void a_column_with_a_long_sentence_may_wrap() {
        Table table = new Table("", List.of("Reason", "Date"), List.of(List.of("word ".repeat(9), "2020-01-02")));

        assertThat(render(table)).contains("<td class=\"prose\">word ").contains("<td class=\"text\">2020-01-02</td>");
    }

    @Test
    void a_long_table_is_folded_away_with_its_size() {
        List<List<String>> rows =
                IntStream.range(0, 13).mapToObj(i -> List.of("row " + i)).toList();

        assertThat(render(new Table("Trades", List.of("Name"), rows))).contains("<summary>Trades (13)</summary>");
        assertThat(render(new Table("", List.of("Name"), rows))).contains("<summary>Rows (13)</summary>");
        assertThat(render(new Table("Trades", List.of("Name"), rows.subList(0, 12))))
                .doesNotContain("<details")
                .contains("<h3>Trades</h3>");
    }

    @Test
    void rows_must_fit_the_headers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("", List.of(), List.of()))
                .withMessage("headers must be not empty, but was []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("", List.of("A"), List.of(List.of("1", "2"))))
                .withMessage("row must have 1 cells, but was [1, 2]");
    }

    private static Refusal refusal(int day, String rule) {
        return new Refusal(SamplePage.START.plusSeconds(86_400L * day), "XOM", "BUY", 100, rule, 2, 1, "");
    }

    private static String render(Block block) {
        return HtmlReport.render(
                new ReportPage("Title", "", List.of(new ReportSection("Section", "", List.of(block)))));
    }
}
