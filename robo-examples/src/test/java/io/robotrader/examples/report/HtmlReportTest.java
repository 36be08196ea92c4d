package io.robotrader.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.examples.report.Figures.Figure;
import io.robotrader.examples.report.Refusals.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

    private static final String EVIL = "<script>alert('1')</script> & \"quoted\" ]]>";

    @Test
    void the_report_shows_what_it_was_given() throws Exception {
        Document report = parse(HtmlReport.render(SamplePage.page()));

        assertThat(texts(report, "h1")).containsExactly("Five years of daily bars, with and without a risk desk");
        assertThat(texts(report, "h2")).containsExactly("With the risk desk", "Without");
        assertThat(texts(report, "dt")).contains("Sharpe ratio");
        assertThat(texts(report, "dd")).contains("0.31", "122,418.09 USD");
        assertThat(texts(report, "strong")).containsExactly("Equity", "Drawdown", "Correlation", "Equity", "Drawdown");
        assertThat(texts(report, "th")).contains("AAPL", "Refusals", "Observed", "Profit");
        assertThat(texts(report, "td")).contains("0.82", "n/a", "SECTOR_EXPOSURE");
        assertThat(report.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    }

    @Test
    void the_parts_of_a_figure_stand_in_its_tile() throws Exception {
        Figure figure = new Figure("P&L", "5.00", List.of(new Figure("realised", "4.00")));

        Document report = parse(HtmlReport.render(new ReportPage(
                "Page", "", List.of(new ReportSection("Section", "", List.of(new Figures(List.of(figure))))))));

        assertThat(texts(report, "dt")).containsExactly("P&L");
        assertThat(texts(report, "dd")).containsExactly("5.00", "realised 4.00");
    }

    @Test
    void every_chart_says_in_words_what_it_shows() throws Exception {
        Document report = parse(HtmlReport.render(SamplePage.page()));

        NodeList charts = report.getElementsByTagName("svg");

        assertThat(charts.getLength()).isEqualTo(4);
        for (int i = 0; i < charts.getLength(); i++) {
            Element chart = (Element) charts.item(i);
            String title = chart.getElementsByTagName("title").item(0).getTextContent();
            assertThat(title).isNotBlank().isEqualTo(chart.getAttribute("aria-label"));
        }
    }

    @Test
    void the_report_asks_for_nothing_from_elsewhere() {
        String html = HtmlReport.render(SamplePage.page());

        assertThat(html)
                .doesNotContainIgnoringCase("http:")
                .doesNotContainIgnoringCase("https:")
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<link")
                .doesNotContainIgnoringCase("<img")
                .doesNotContain("url(", "src=", "href=", "@import");
    }

    @Test
    void only_elements_that_html_knows_as_void_or_as_shapes_close_themselves() {
        // A browser takes <td/> or <div/> for an opening tag, although it is well-formed XML.
        assertThat(HtmlReport.render(SamplePage.page())).doesNotContainPattern("<(?!meta|path)[a-z0-9]+(\\s[^>]*)?/>");
    }

    @Test
    void the_style_holds_nothing_that_markup_would_escape() {
        // A browser takes what stands in <style> as it is, so an escaped selector would be no selector.
        String html = HtmlReport.render(SamplePage.page());

        assertThat(html.substring(html.indexOf("<style"), html.indexOf("</style>")))
                .doesNotContain("&");
    }

    @Test
    void the_same_page_gives_the_same_bytes_in_every_locale_and_zone() {
        String expected = HtmlReport.render(SamplePage.page());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();

        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

            assertThat(HtmlReport.render(SamplePage.page())).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void markup_in_any_text_is_shown_and_not_obeyed() throws Exception {
        Refusal refusal = new Refusal(SamplePage.START, EVIL, EVIL, 1, EVIL, 1, 2, EVIL);
        ReportSection section = new ReportSection(
                EVIL,
                EVIL,
                List.of(
                        new Figures(List.of(new Figure(EVIL, EVIL))),
                        CorrelationMap.of("", List.of(EVIL), new double[][] {{1}}),
                        new Refusals(List.of(refusal)),
                        new Table(EVIL, List.of(EVIL), List.of(List.of(EVIL)))));

        String html = HtmlReport.render(new ReportPage(EVIL, EVIL, List.of(section)));

        Document report = parse(html);
        assertThat(html).doesNotContain("<script");
        assertThat(texts(report, "h1")).containsExactly(EVIL);
        assertThat(texts(report, "dd")).containsExactly(EVIL);
        assertThat(texts(report, "h3")).contains(EVIL);
        assertThat(texts(report, "td")).contains(EVIL);
    }

    @Test
    void characters_that_no_document_may_hold_are_replaced() throws Exception {
        String html = HtmlReport.render(
                new ReportPage("a\u0000b\u001Bc\uD800d\u0085e\uFFFF", "tab\there \uD83D\uDE00", List.of()));

        Document report = parse(html);
        assertThat(texts(report, "h1")).containsExactly("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD");
        assertThat(texts(report, "p")).containsExactly("tab\there \uD83D\uDE00");
    }

    @Test
    void empty_blocks_say_so() throws Exception {
        ReportSection section = new ReportSection(
                "Nothing happened",
                "",
                List.of(
                        new Figures(List.of()),
                        new EquityCurve(1000, List.of()),
                        CorrelationMap.of("", List.of(), new double[0][]),
                        new Refusals(List.of()),
                        new Table("", List.of("Trade"), List.of())));

        Document report = parse(HtmlReport.render(new ReportPage("Empty", "", List.of(section))));

        assertThat(texts(report, "p"))
                .containsExactly("No equity was recorded.", "No correlations were measured.", "None.", "None.");
        assertThat(texts(report, "h3")).containsExactly("Refused orders");
    }

    @Test
    void writing_replaces_the_old_report_and_leaves_nothing_else_behind(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/report.html");

        HtmlReport.write(new ReportPage("Old", "", List.of()), file);
        HtmlReport.write(SamplePage.page(), file);

        assertThat(file).hasContent(HtmlReport.render(SamplePage.page()));
        assertThat(file.getParent().toFile().list()).containsExactly("report.html");
    }

    @Test
    void a_report_that_cannot_be_put_in_place_leaves_no_half_of_it(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Files.createDirectories(file.resolve("a folder with something in it"));

        assertThatIOException().isThrownBy(() -> HtmlReport.write(SamplePage.page(), file));

        assertThat(file).isDirectory();
        assertThat(folder.toFile().list()).containsExactly("report.html");
    }

    @Test
    void a_folder_is_no_place_to_write_to() {
        Path root = Path.of("/").toAbsolutePath().getRoot();

        assertThatIOException()
                .isThrownBy(() -> HtmlReport.write(SamplePage.page(), root))
                .withMessage("not a file: " + root);
    }

    @Test
    void titles_must_not_be_blank() {
        assertThatThrownBy(() -> new ReportPage(" ", "", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("title must be not blank, but was ' '");
        assertThatThrownBy(() -> new ReportSection("", "", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("title must be not blank, but was ''");
    }

    static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    static List<String> texts(Document report, String element) {
        NodeList found = report.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
