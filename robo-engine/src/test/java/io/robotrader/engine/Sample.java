package io.robotrader.engine;

import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.Cap;
import io.robotrader.config.section.DataConfig;
import io.robotrader.config.section.ExecutionConfig;
import io.robotrader.config.section.RiskConfig;
import io.robotrader.config.section.SizingMethod;
import io.robotrader.config.section.StrategyConfig;
import io.robotrader.config.section.TradingMode;
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
        return config(shortSelling, Cap.of(0.005), Cap.off());
    }

    static RoboConfig config(boolean shortSelling, Cap<Double> maxDailyLoss, Cap<Double> maxCorrelation) {
        RoboConfig defaults = RoboConfig.defaults();
        RiskConfig risk = new RiskConfig(
                0.1,
                maxDailyLoss,
                Cap.off(),
                Cap.off(),
                Cap.off(),
                Cap.off(),
                maxCorrelation,
                SizingMethod.FIXED,
                2.0,
                0.02);
        return with(defaults, new ExecutionConfig(TradingMode.PAPER, shortSelling), risk, new DataConfig(20, 2, 14));
    }

    static RoboConfig with(RoboConfig defaults, ExecutionConfig execution, RiskConfig risk, DataConfig data) {
        return new RoboConfig(
                List.of("AAPL", "MSFT", "SAME", "OPPO"),
                defaults.defaultCash(),
                execution,
                risk,
                data,
                new StrategyConfig(5));
    }
}
