package io.robotrader.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EquityCurveTest {

    private static final Instant START = SamplePage.START;

    @Test
    void drawdown_is_a_fraction_of_the_running_peak() {
        EquityCurve curve = curve(100, 120, 90, 120, 60, 150);

        assertThat(curve.drawdowns()).containsExactly(0, 0.25, 0, 0.5, 0);
    }

    @Test
    void the_starting_capital_counts_as_a_peak() {
        assertThat(curve(100, 80, 90).drawdowns()).containsExactly(0.2, 0.1);
    }

    @Test
    void a_negative_equity_is_more_than_the_whole_peak_below_it() {
        assertThat(curve(100, -50).drawdowns()).containsExactly(1.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void the_starting_capital_must_be_positive_and_finite(double capital) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve(capital))
                .withMessage("startingCapital must be positive and finite, but was " + capital);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void equity_must_be_finite(double equity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EquityCurve.Point(START, equity))
                .withMessage("equity must be finite, but was " + equity);
    }

    @Test
    void time_must_not_stand_still() {
        EquityCurve.Point point = new EquityCurve.Point(START, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EquityCurve(1, List.of(point, point)))
                .withMessage("points must be in strictly ascending time, but was " + START + " after " + START);
    }

    @Test
    void the_words_below_the_charts_tell_the_ends_and_the_extremes() throws Exception {
        String html = render(curve(100, 120, 90, 110));

        assertThat(HtmlReportTest.texts(HtmlReportTest.parse(html), "title"))
                .contains(
                        "From 100 to 110 between 2020-01-02 and 2020-01-04; lowest 90, highest 120."
                                + " The dashed line is the starting capital.",
                        "Deepest 25.0 % below the peak on 2020-01-03; at the end 8.3 %.");
    }

    @Test
    void the_curve_is_drawn_from_edge_to_edge_between_round_ticks() {
        String html = render(curve(100, 100, 200, 150));

        assertThat(html).contains("<path class=\"curve\" d=\"M0 300L500 0L1000 150\"/>");
    }

    @Test
    void one_point_and_a_curve_without_a_loss_can_be_drawn() {
        assertThat(render(curve(100, 100))).contains("Never below its peak.").contains("H1000");
    }

    @Test
    void equities_of_many_millions_are_labelled_in_millions() throws Exception {
        String html = render(curve(20e6, 21e6, 22e6));

        assertThat(HtmlReportTest.texts(HtmlReportTest.parse(html), "span")).contains("20.5 M", "21.0 M");
    }

    private static EquityCurve curve(double startingCapital, double... equity) {
        List<EquityCurve.Point> points = new ArrayList<>();
        for (double value : equity) {
            points.add(new EquityCurve.Point(START.plusSeconds(86_400L * points.size()), value));
        }
        return new EquityCurve(startingCapital, points);
    }

    private static String render(EquityCurve curve) {
        return HtmlReport.render(
                new ReportPage("Title", "", List.of(new ReportSection("Section", "", List.of(curve)))));
    }
}
