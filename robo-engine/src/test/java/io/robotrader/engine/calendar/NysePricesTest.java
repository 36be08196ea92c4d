package io.robotrader.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The dates on which there are prices are the trading days, and no others. */
class NysePricesTest {
    private static List<LocalDate> dates(Stream<String> lines) {
        return lines.skip(1)
                .map(line -> LocalDate.parse(line.substring(0, line.indexOf(','))))
                .toList();
    }

    private static List<LocalDate> sessions(List<LocalDate> dates) {
        return MarketCalendars.nyse()
                .sessions(dates.get(0), dates.get(dates.size() - 1).plusDays(1))
                .map(TradingSession::tradeDate)
                .toList();
    }

    @Test
    void an_index_of_twenty_years_has_a_price_on_every_trading_day_and_on_no_other() throws IOException {
        Path file = Path.of("../robo-examples/src/main/resources/io/robotrader/examples/data/daily/SP500.csv");
        List<LocalDate> dates;
        try (Stream<String> lines = Files.lines(file)) {
            dates = dates(lines);
        }

        assertThat(dates).hasSizeGreaterThan(5_000).isEqualTo(sessions(dates));
    }

    @Test
    void twenty_shares_of_nine_years_have_prices_on_every_trading_day_and_on_no_other() throws IOException {
        Path file = Path.of("../../shared/data/sp500-20-daily-closes-2009-2017.csv.gz");
        assumeThat(file).as("prices that are not part of this repository").exists();
        List<LocalDate> dates;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            dates = dates(reader.lines());
        }

        assertThat(dates).hasSize(2_265).isEqualTo(sessions(dates));
    }
}
