package io.robotrader.examples.trade;

import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.Secret;
import io.robotrader.engine.ShutdownHook;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.TradingEngineBuilder;
import io.robotrader.engine.VirtualClock;
import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.ibkr.ErrorClass;
import io.robotrader.engine.ibkr.IbkrBroker;
import io.robotrader.engine.ibkr.IbkrClient;
import io.robotrader.engine.ibkr.IbkrContract;
import io.robotrader.engine.ibkr.IbkrException;
import io.robotrader.engine.ibkr.IbkrFeed;
import io.robotrader.engine.ibkr.IbkrSetup;
import io.robotrader.engine.ibkr.OrderIdStore;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.journal.JournalException;
import io.robotrader.examples.console.BadInputException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An engine on a gateway, from the first question to the last entry. */
final class TradingRun {

    private static final MarketCalendar NYSE = MarketCalendars.nyse();
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final int BROKE = 1;

    private final RoboConfig config;
    private final EngineOptions options;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final Optional<String> live;

    TradingRun(
            RoboConfig config,
            EngineOptions options,
            Map<String, String> environment,
            PrintStream out,
            Optional<String> live) {
        this.config = config;
        this.options = options;
        this.environment = environment;
        this.out = out;
        this.live = live;
    }

    /**
     * Trades until somebody stops it.
     *
     * @param begun is handed the engine when it runs
     * @return the exit code
     */
    int run(Consumer<TradingEngine> begun) throws IOException, InterruptedException {
        Duration length = options.length();
        Duration deadline = options.deadline();
        Optional<Path> spill = options.spillFile();
        GatewayOptions.Address address = options.addressOr(
                new GatewayOptions.Address(config.ibkr().host(), config.ibkr().port()));
        Optional<String> wanted = config.ibkr().account().map(Secret::reveal);
        GatewayProbe found = GatewayProbe.of(address, config.ibkr().clientId(), wanted, live);
        InstantSource clock = clock(found);
        Files.createDirectories(options.dir);
        JdbcJournal journal = journal(found, spill);
        IbkrClient client =
                options.at(IbkrSetup.of(config)).client(OrderIdStore.inFile(options.dir.resolve("order-ids")));
        TradingEngineBuilder builder = TradingEngine.builder()
                .config(config)
                .calendar(NYSE)
                .clock(clock)
                .feed(IbkrFeed.over(client, config.symbols(), NYSE, length, options.history))
                .broker(IbkrBroker.over(client, IbkrContract::stock, found.account()))
                .journal(journal)
                .tripFile(options.dir.resolve("trip"))
                .marketDataSilence(length.multipliedBy(3).plusSeconds(30))
                .stopDeadline(deadline)
                .protectiveStops(!options.withoutStops)
                .keepProtective(options.keepProtective)
                .leaveStops(options.leaveStops);
        if (config.ibkr().readonly()) {
            builder.shadow();
        }
        try (Watching watching = new Watching(options, environment, out)) {
            watching.addTo(builder, new Teller(out));
            TradingEngine engine = builder.build();
            tellWhat(found, address);
            ShutdownHook hook = start(engine, deadline);
            try {
                watching.begin(engine, client, journal, clock, NYSE, length);
                begun.accept(engine);
                Optional<Throwable> failure = engine.awaitEnd();
                failure.ifPresent(broken -> out.println("The engine has failed: " + broken.getMessage()));
                return failure.isPresent() ? BROKE : 0;
            } finally {
                hook.close();
            }
        }
    }

    private static ShutdownHook start(TradingEngine engine, Duration deadline) {
        // Before the start: whoever ends the program while it connects wants no order left either.
        ShutdownHook hook = ShutdownHook.install(engine, deadline);
        try {
            engine.start();
            return hook;
        } catch (IbkrException refused) {
            hook.close();
            boolean person = refused.error().errorClass() == ErrorClass.FATAL;
            throw new BadInputException("The gateway does not let the engine in: " + refused.getMessage()
                    + (person ? "" : ". Is another program connected with the same ibkr.clientId?"));
        } catch (RuntimeException broken) {
            hook.close();
            throw broken;
        }
    }

    private InstantSource clock(GatewayProbe found) {
        if (options.time == EngineOptions.Time.BARS) {
            return new VirtualClock(found.time());
        }
        InstantSource system = InstantSource.system();
        Duration skew = Duration.between(system.instant(), found.time()).abs();
        if (skew.compareTo(SKEW) > 0) {
            throw new BadInputException("The gateway's time is " + found.time()
                    + ", which is not this machine's: set the clock, or, for a simulated gateway, add --time BARS.");
        }
        return system;
    }

    private JdbcJournal journal(GatewayProbe found, Optional<Path> spill) {
        try {
            JdbcJournal journal = JdbcJournal.inFile(options.dir.resolve("journal"));
            spill.ifPresent(journal::spillingTo);
            try {
                FirstBooks.adopt(found, config, journal, options.history);
            } catch (RuntimeException e) {
                journal.close();
                throw e;
            }
            return journal;
        } catch (JournalException e) {
            throw new BadInputException("The journal in " + options.dir + " cannot be used: " + e.getMessage());
        }
    }

    private void tellWhat(GatewayProbe found, GatewayOptions.Address address) {
        String account = found.account();
        out.println("Account " + account.charAt(0) + "..." + account.substring(Math.max(1, account.length() - 3))
                + " at " + address.host() + ":" + address.port() + " with "
                + found.cash().toPlainString()
                + " in cash; " + String.join(", ", config.symbols()) + " by bars of " + options.bars
                + (config.ibkr().readonly() ? "; ibkr.readonly is true: nothing is sent." : "."));
    }
}
