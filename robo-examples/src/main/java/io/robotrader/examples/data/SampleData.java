package io.robotrader.examples.data;

import static java.util.stream.Collectors.toSet;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.Bars;
import io.robotrader.engine.market.CsvBars;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The market data that comes with the examples, read from the jar at each call.
 *
 * <p>It is real, old and unwarranted; NOTICE names its sources and licences. Thread-safe, as nothing is kept.
 */
public final class SampleData {
    private static final MarketCalendar NYSE = MarketCalendars.nyse();

    private SampleData() {}

    /**
     * Returns daily bars of the stock {@code AAPL} and the index {@code SP500} on the days on which both have one:
     * 1260 days from 2013-05-13 to 2018-05-11. Prices are in US dollars and index points; AAPL's are adjusted for splits
     * and not for dividends, and so is its volume. The volume of the index is that of its stocks. A bar's time is 16:00
     * in New York, also on the days on which the exchange closed early.
     *
     * @return 2520 bars in order of time, AAPL before SP500; unmodifiable
     */
    public static List<Bar> daily() {
        List<Bar> aapl = read("daily/AAPL.csv", in -> CsvBars.read(in, "daily/AAPL.csv", "AAPL", NYSE));
        List<Bar> sp500 = read("daily/SP500.csv", in -> CsvBars.read(in, "daily/SP500.csv", "SP500", NYSE));
        return Bars.merge(List.of(onDaysOf(sp500, aapl), onDaysOf(aapl, sp500)));
    }

    /**
     * Returns monthly closes of MSFT, AMZN, IBM, GOOG and AAPL from January 2000, GOOG from August 2004, to March 2010,
     * in US dollars, adjusted by the source. Each is dated at 16:00 in New York on the last weekday of its month; the file
     * does not tell on which day the last month's price was taken.
     *
     * @return 560 bars in order of time, those of one month in the order of the symbols above; unmodifiable
     */
    public static List<Bar> monthly() {
        return Bars.merge(
                List.of(read("monthly/stocks.csv", in -> MonthlyCloses.read(in, "monthly/stocks.csv", NYSE))));
    }

    private static List<Bar> onDaysOf(List<Bar> other, List<Bar> bars) {
        Set<Instant> days = other.stream().map(Bar::time).collect(toSet());
        return bars.stream().filter(bar -> days.contains(bar.time())).toList();
    }

    private static List<Bar> read(String resource, Function<InputStream, List<Bar>> reader) {
        try (InputStream in = SampleData.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource must be in the jar, but was missing: " + resource);
            }
            return reader.apply(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
