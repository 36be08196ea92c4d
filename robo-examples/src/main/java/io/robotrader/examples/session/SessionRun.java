package io.robotrader.examples.session;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.TradingEngineBuilder;
import io.robotrader.engine.VirtualClock;
import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.HistoryFeed;
import io.robotrader.engine.strategy.Strategy;
import io.robotrader.examples.console.Console;
import java.nio.file.Path;
import java.util.Optional;

/** Puts an engine together and lets it trade one data set in virtual time. */
final class SessionRun {

    private static final MarketCalendar NYSE = MarketCalendars.nyse();

    private SessionRun() {}

    /**
     * Trades.
     *
     * @param own in place of the strategies of the settings, new; empty for those of the settings
     */
    static SessionResult run(
            DataSet data, RoboConfig config, Optional<Strategy> own, Broker broker, Path journal, Console console)
            throws InterruptedException {
        Tally tally = new Tally();
        long tradeDates = data.bars().stream()
                .map(Bar::time)
                .map(NYSE::tradeDate)
                .distinct()
                .count();

        TradingEngineBuilder builder = TradingEngine.builder()
                .config(config)
                // The strategy alone, by daily bars: what it does is what the example is about.
                .protectiveStops(false)
                .calendar(NYSE)
                .clock(new VirtualClock(data.start()))
                .feed(HistoryFeed.of(data.bars()))
                .broker(broker)
                .journal(JdbcJournal.inFile(journal))
                .listener(tally)
                .listener(new Narrator(
                        console, NYSE, tradeDates, config.execution().enableShortSelling()));
        own.ifPresent(builder::strategy);
        TradingEngine engine = builder.build();
        engine.start();
        var failure = engine.awaitEnd();
        if (failure.isPresent()) {
            throw new IllegalStateException(
                    "the engine has failed: " + failure.get().getMessage(), failure.get());
        }
        return new SessionResult(
                data, config.defaultCash().doubleValue(), tally, engine.figures(), engine.correlations(), journal);
    }
}
