package io.robotrader.examples.session;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.VirtualClock;
import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.execution.PaperBroker;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.HistoryFeed;
import io.robotrader.examples.console.Console;
import java.math.BigDecimal;
import java.nio.file.Path;

/** Puts an engine together and lets it trade one data set in virtual time. */
final class SessionRun {

    private static final MarketCalendar NYSE = MarketCalendars.nyse();

    // What trading costs here: a twentieth of a per cent of the price lost on each market order, and half a cent a
    // share.
    private static final double SLIPPAGE = 0.0005;
    private static final BigDecimal COMMISSION_PER_SHARE = new BigDecimal("0.005");

    private SessionRun() {}

    static SessionResult run(DataSet data, RoboConfig config, Path journal, Console console)
            throws InterruptedException {
        Tally tally = new Tally();
        long tradeDates = data.bars().stream()
                .map(Bar::time)
                .map(NYSE::tradeDate)
                .distinct()
                .count();

        TradingEngine engine = TradingEngine.builder()
                .config(config)
                // The strategy alone, by daily bars: what it does is what the example is about.
                .protectiveStops(false)
                .calendar(NYSE)
                .clock(new VirtualClock(data.start()))
                .feed(HistoryFeed.of(data.bars()))
                .broker(PaperBroker.withCosts(SLIPPAGE, COMMISSION_PER_SHARE))
                .journal(JdbcJournal.inFile(journal))
                .listener(tally)
                .listener(new Narrator(
                        console, NYSE, tradeDates, config.execution().enableShortSelling()))
                .build();
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
