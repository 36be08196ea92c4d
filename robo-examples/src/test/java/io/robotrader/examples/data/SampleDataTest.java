package io.robotrader.examples.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.market.Bar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleDataTest {
    @ParameterizedTest
    @CsvSource({
        "daily/AAPL.csv, 18dc8bf6542da26625d992544a619a5fc210d6dfc799e81ab7fb7f9edbc21f9a",
        "daily/SP500.csv, 9409e9342d0657c747324e4cfabce8a8c7f663bc485b95a3378f36b0a160f8c8",
        "monthly/stocks.csv, f9953ac6693e587476b4ebf2f0b00d9bb95371ca8c39da4cc6155077b3e417cd"
    })
    void each_file_is_as_it_was_published_and_named_in_the_notice(String file, String sha256)
            throws IOException, NoSuchAlgorithmException {
        String notice = Files.readString(Path.of("..", "NOTICE"));

        try (InputStream in = SampleData.class.getResourceAsStream(file)) {
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes())))
                    .isEqualTo(sha256);
        }
        assertThat(notice.indexOf(sha256)).isGreaterThan(notice.indexOf(file)).isPositive();
    }

    @Test
    void the_daily_bars_are_those_of_the_days_that_both_have() {
        List<Bar> bars = SampleData.daily();

        assertThat(bars).hasSize(2520).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
        for (int day = 0; day < 1260; day++) {
            Bar aapl = bars.get(2 * day);
            Bar sp500 = bars.get(2 * day + 1);
            assertThat(List.of(aapl.symbol(), sp500.symbol())).containsExactly("AAPL", "SP500");
            assertThat(aapl.time()).isEqualTo(sp500.time());
        }
        assertThat(bars.get(0))
                .isEqualTo(new Bar(
                        "AAPL",
                        Instant.parse("2013-05-13T20:00:00Z"),
                        64.501427,
                        65.414284,
                        64.5,
                        64.96286,
                        OptionalDouble.of(79237200)));
        assertThat(bars.get(2519).time()).isEqualTo("2018-05-11T20:00:00Z");
    }

    @Test
    void the_monthly_bars_are_those_of_five_stocks() {
        List<Bar> bars = SampleData.monthly();

        Map<String, Long> counts = bars.stream().collect(Collectors.groupingBy(Bar::symbol, Collectors.counting()));
        assertThat(counts)
                .containsOnly(
                        Map.entry("MSFT", 123L),
                        Map.entry("AMZN", 123L),
                        Map.entry("IBM", 123L),
                        Map.entry("GOOG", 68L),
                        Map.entry("AAPL", 123L));
        assertThat(bars.stream().limit(4).map(Bar::symbol)).containsExactly("MSFT", "AMZN", "IBM", "AAPL");
        assertThat(bars.get(0)).isEqualTo(Bar.ofClose("MSFT", Instant.parse("2000-01-31T21:00:00Z"), 39.81));
        assertThat(bars.get(559)).isEqualTo(Bar.ofClose("AAPL", Instant.parse("2010-03-31T20:00:00Z"), 223.02));
    }
}
