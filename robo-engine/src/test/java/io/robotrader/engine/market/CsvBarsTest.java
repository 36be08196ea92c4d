package io.robotrader.engine.market;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.robotrader.engine.calendar.MarketCalendars;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvBarsTest {
    private static final String HEADER = "Date,Open,High,Low,Close,Volume\n";

    @TempDir
    private Path folder;

    private static List<Bar> read(String text) {
        return CsvBars.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "x.csv", "X", MarketCalendars.nyse());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static Bar bar(
            String symbol, String time, double open, double high, double low, double close, double volume) {
        return new Bar(symbol, Instant.parse(time), open, high, low, close, OptionalDouble.of(volume));
    }

    @Test
    void reads_what_yahoo_writes_and_ignores_the_adjusted_close() throws IOException {
        write("a.csv", """
                Date,Open,High,Low,Close,Adj Close,Volume
                2018-01-10,11,12.5,10,12,6,79237200
                2018-07-11,12,13,11.25,12.5,6.2,0
                """);

        assertThat(CsvBars.read(folder.resolve("a.csv"), "AAPL", MarketCalendars.nyse()))
                .containsExactly(
                        bar("AAPL", "2018-01-10T21:00:00Z", 11, 12.5, 10, 12, 79237200),
                        bar("AAPL", "2018-07-11T20:00:00Z", 12, 13, 11.25, 12.5, 0));
    }

    @Test
    void reads_compact_dates_any_column_order_any_case_and_ignores_other_columns() {
        assertThat(read("TICKER,volume,CLOSE,LOW,HIGH,OPEN,DATE\nX.US,5,12,10,13,11,20180110\n"))
                .containsExactly(bar("X", "2018-01-10T21:00:00Z", 11, 13, 10, 12, 5));
    }

    @Test
    void a_byte_order_mark_carriage_returns_blanks_and_blank_lines_do_no_harm() {
        assertThat(read("\uFEFFDate,Open,High,Low,Close,Volume\r\n2018-01-10, 11 ,13,10,12,-0\r\n\r\n"))
                .containsExactly(bar("X", "2018-01-10T21:00:00Z", 11, 13, 10, 12, 0));
    }

    @Test
    void the_last_line_needs_no_line_end_and_numbers_may_have_an_exponent() {
        assertThat(read(HEADER + "2018-01-10,11,1.3e1,.10E+2,12.,7"))
                .containsExactly(bar("X", "2018-01-10T21:00:00Z", 11, 13, 10, 12, 7));
    }

    @Test
    void without_a_volume_column_the_volume_is_unknown() {
        assertThat(read("Date,Open,High,Low,Close\n2018-01-10,11,13,10,12\n"))
                .extracting(Bar::volume)
                .containsExactly(OptionalDouble.empty());
    }

    @Test
    void an_open_or_close_outside_by_a_millionth_widens_high_and_low() {
        assertThat(read(HEADER + "2018-01-10,100.00009,100,50,49.99996,1\n"))
                .containsExactly(bar("X", "2018-01-10T21:00:00Z", 100.00009, 100.00009, 49.99996, 49.99996, 1));
    }

    @Test
    void a_folder_gives_the_bars_of_each_symbol_by_name() throws IOException {
        write("spy.us.csv", HEADER + "2018-01-10,11,13,10,12,5\n");
        write("iyi.CSV", HEADER + "2018-01-10,21,23,20,22,5\n");
        write("notes.txt", "no bars");
        write(".hidden.csv", "no bars");
        Files.createDirectory(folder.resolve("folder.csv"));

        var bars = CsvBars.readDirectory(folder, MarketCalendars.nyse());

        // upper case by no language's own rules: with Turkish ones it would be another letter than I
        assertThat(bars.keySet()).containsExactly("IYI", "SPY.US");
        assertThat(bars.get("SPY.US")).containsExactly(bar("SPY.US", "2018-01-10T21:00:00Z", 11, 13, 10, 12, 5));
    }

    @Test
    void one_bad_row_in_one_file_means_no_bar_of_any() throws IOException {
        write("good.csv", HEADER + "2018-01-10,11,13,10,12,5\n");
        write("one.csv", HEADER + "2018-01-10,11,13,10,12,5\n2018-01-11,11,13,10,null,5\n2018-01-12,11,13,10,12,5\n");
        write("two.csv", HEADER + "2018-01-10,0,13,10,12,5\n");

        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> CsvBars.readDirectory(folder, MarketCalendars.nyse()))
                .satisfies(e -> assertThat(e.problems())
                        .containsExactly(
                                new DataProblem(path("one.csv"), 3, "Close", "null", "must not be missing"),
                                new DataProblem(path("two.csv"), 2, "Open", "0", "must be positive")))
                .withMessage("market data must be sound, but has 2 problems:\n  " + path("one.csv")
                        + ", line 3, Close: 'null' must not be missing\n  " + path("two.csv")
                        + ", line 2, Open: '0' must be positive");
    }

    @Test
    void two_files_of_one_symbol_are_refused() throws IOException {
        write("spy.csv", HEADER + "2018-01-10,11,13,10,12,5\n");
        write("spy.CSV", HEADER + "2018-01-10,11,13,10,12,5\n");

        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> CsvBars.readDirectory(folder, MarketCalendars.nyse()))
                .satisfies(e -> assertThat(e.problems())
                        .containsExactly(
                                new DataProblem(path("spy.csv"), 0, "", "SPY", "must be the symbol of one file only")));
    }

    @Test
    void a_folder_without_files_is_refused() {
        assertThatExceptionOfType(BadDataException.class)
                .isThrownBy(() -> CsvBars.readDirectory(folder, MarketCalendars.nyse()))
                .withMessage(
                        "market data must be sound, but has 1 problem:\n  " + folder + ": must contain a file *.csv");
    }

    @Test
    void a_file_or_folder_that_is_not_there_is_an_io_error() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> CsvBars.read(folder.resolve("no.csv"), "NO", MarketCalendars.nyse()));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> CsvBars.readDirectory(folder.resolve("no"), MarketCalendars.nyse()));
    }

    @Test
    void the_symbol_must_not_be_blank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvBars.read(InputStream.nullInputStream(), "x.csv", "", MarketCalendars.nyse()))
                .withMessage("symbol must not be blank, but was ''");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
