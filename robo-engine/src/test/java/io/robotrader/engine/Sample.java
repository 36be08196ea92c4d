package io.robotrader.engine;

import io.robotrader.config.ConfigLoader;
import io.robotrader.config.RoboConfig;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.market.Bar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Bars and settings with round numbers. */
final class Sample {

    static final LocalDate FIRST_DATE = LocalDate.parse("2024-03-04");

    private static final List<String> LIMITS = List.of(
            "execution.maxDailyTrades",
            "execution.maxOrdersPerMinute",
            "execution.duplicateOrderWindow",
            "risk.maxDailyLossPct",
            "risk.maxDrawdownPct",
            "risk.maxSymbolExposurePct",
            "risk.maxSectorExposurePct",
            "risk.maxLeverage",
            "risk.maxPortfolioHeatPct",
            "risk.maxPortfolioBeta",
            "risk.correlationLimit",
            "risk.maxOrderNotional",
            "risk.maxDailyNotional",
            "risk.maxOpenPositions",
            "risk.minVolume",
            "risk.minMarketCap",
            "risk.maxPriceAge",
            "risk.maxPriceDistancePct");

    private Sample() {}

    /** The close of the trade date that many days after the first. */
    static Instant close(int day) {
        return MarketCalendars.nyse().closeOf(FIRST_DATE.plusDays(day));
    }

    static Bar bar(String symbol, int day, double open, double close) {
        return new Bar(
                symbol, close(day), open, Math.max(open, close), Math.min(open, close), close, OptionalDouble.empty());
    }

    /** Bars that open where the one before closed. */
    static List<Bar> bars(String symbol, double... closes) {
        List<Bar> bars = new ArrayList<>();
        for (int day = 0; day < closes.length; day++) {
            bars.add(bar(symbol, day, closes[Math.max(0, day - 1)], closes[day]));
        }
        return bars;
    }

    /** A tenth of the equity in each position, and no limit but the daily loss and the correlation. */
    static RoboConfig config(boolean shortSelling) {
        return config(shortSelling, "0.005", "off");
    }

    static RoboConfig config(boolean shortSelling, String maxDailyLoss, String maxCorrelation) {
        return unlimited(shortSelling)
                .set("risk.maxDailyLossPct", maxDailyLoss)
                .set("risk.correlationLimit", maxCorrelation)
                .load()
                .config();
    }

    /** No limit but the money that there is. */
    static ConfigLoader unlimited(boolean shortSelling) {
        ConfigLoader loader = ConfigLoader.create()
                .set("symbols", "AAPL,MSFT,SAME,OPPO")
                .set("execution.enableShortSelling", String.valueOf(shortSelling))
                .set("risk.maxPositionPct", "0.1")
                .set("data.correlationLookback", "20")
                .set("data.correlationMinObservations", "2")
                .set("strategy.momentumLookback", "5");
        LIMITS.forEach(path -> loader.set(path, "off"));
        return loader;
    }
}
