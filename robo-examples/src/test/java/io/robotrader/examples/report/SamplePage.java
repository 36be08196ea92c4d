package io.robotrader.examples.report;

import io.robotrader.examples.report.Figures.Figure;
import io.robotrader.examples.report.Refusals.Refusal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A report as a five-year run would give it: a random walk with a fixed seed. */
final class SamplePage {

    static final Instant START = Instant.parse("2020-01-02T00:00:00Z");

    private static final List<String> SYMBOLS = List.of("AAPL", "MSFT", "JPM", "XOM", "JNJ");
    private static final List<String> RULES =
            List.of("SECTOR_EXPOSURE", "POSITION_SIZE", "CORRELATION", "DAILY_LOSS", "LEVERAGE");

    private SamplePage() {}

    static ReportPage page() {
        return new ReportPage(
                "Five years of daily bars, with and without a risk desk",
                "AAPL, MSFT, JPM, XOM and JNJ from 2020 to 2024; starting capital 100,000 USD; simulated fills.",
                List.of(
                        new ReportSection(
                                "With the risk desk",
                                "Every order passed the checks before it reached the broker.",
                                List.of(figures(), randomWalk(1260), correlations(), refusals(40), trades(8))),
                        new ReportSection("Without", "The same signals, unchecked.", List.of(randomWalk(5000)))));
    }

    static Figures figures() {
        return new Figures(List.of(
                new Figure("Total return", "22.4 %"),
                new Figure("Return a year", "4.1 %"),
                new Figure("Volatility a year", "15.8 %"),
                new Figure("Sharpe ratio", "0.31"),
                new Figure("Deepest drawdown", "27.9 %"),
                new Figure("Orders", "412"),
                new Figure("Refused", "40"),
                new Figure("Final equity", "122,418.09 USD")));
    }

    static EquityCurve randomWalk(int size) {
        Random random = new Random(size);
        List<EquityCurve.Point> points = new ArrayList<>();
        double equity = 100_000;
        for (LocalDate day = LocalDate.of(2020, 1, 2); points.size() < size; day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                equity *= 1 + 0.0002 + 0.01 * random.nextGaussian();
                points.add(
                        new EquityCurve.Point(day.atStartOfDay(ZoneOffset.UTC).toInstant(), equity));
            }
        }
        return new EquityCurve(100_000, points);
    }

    static CorrelationMap correlations() {
        double x = Double.NaN;
        return CorrelationMap.of("", SYMBOLS, new double[][] {
            {1, 0.82, 0.41, -0.12, 0.23},
            {0.82, 1, 0.38, -0.004, 0.27},
            {0.41, 0.38, 1, 0.55, x},
            {-0.12, -0.004, 0.55, 1, -0.63},
            {0.23, 0.27, x, -0.63, 1}
        });
    }

    static Refusals refusals(int size) {
        Random random = new Random(7);
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String symbol = SYMBOLS.get(random.nextInt(SYMBOLS.size()));
            String rule = RULES.get(Math.min(random.nextInt(5), random.nextInt(5)));
            double limit = rule.equals("LEVERAGE") ? 1.5 : 0.25;
            double observed = i == 3 ? Double.NaN : limit * (1 + random.nextDouble() / 4);
            refusals.add(new Refusal(
                    START.plusSeconds(86_400L * 43 * i + 3600L * 15),
                    symbol,
                    i % 5 == 0 ? "SELL" : "BUY",
                    100L * (1 + random.nextInt(20)),
                    rule,
                    observed,
                    limit,
                    "The order would leave " + symbol + " above the limit; the largest size that passes is 120."));
        }
        return new Refusals(refusals);
    }

    private static Table trades(int size) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rows.add(List.of(
                    Texts.time(START.plusSeconds(86_400L * 31 * i)),
                    SYMBOLS.get(i % 5),
                    i % 2 == 0 ? "BUY" : "SELL",
                    Integer.toString(100 + 10 * i),
                    Texts.number(150 + 3.37 * i, 2, 2),
                    Texts.number((i % 3 - 1) * 412.25 * i, 2, 2)));
        }
        return new Table("Largest trades", List.of("Time", "Symbol", "Side", "Quantity", "Price", "Profit"), rows);
    }
}
