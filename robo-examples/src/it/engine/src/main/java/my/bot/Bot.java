package my.bot;

import io.robotrader.config.ConfigLoader;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.wiring.Wiring;
import io.robotrader.correlation.CorrelationSettings;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.VirtualClock;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.execution.PaperBroker;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.HistoryFeed;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.engine.strategy.Strategy;
import io.robotrader.risk.RiskLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/** The first program of someone who embeds the engine; settings, limits and correlations come with it. */
public final class Bot implements Strategy {
    private static final String SETTINGS =
            """
            symbols: [ACME]
            defaultCash: 50000
            risk:
              maxPositionPct: 0.1
              minVolume: off
              minMarketCap: off
              maxPortfolioBeta: off
              maxSectorExposurePct: off
            """;

    private Bot() {}

    @Override
    public String name() {
        return "always";
    }

    @Override
    public Optional<Signal> onBar(Bar bar) {
        return Optional.of(new Signal(name(), bar.symbol(), Direction.LONG, "always"));
    }

    public static void main(String[] args) throws Exception {
        RoboConfig config =
                ConfigLoader.create().text("robo.yaml", SETTINGS).load().config();
        RiskLimits limits = Wiring.limits(config);
        CorrelationSettings correlations = Wiring.correlation(config.data());
        Path folder = Files.createTempDirectory("bot");
        AtomicInteger fills = new AtomicInteger();
        List<Bar> bars = bars();

        TradingEngine engine = TradingEngine.builder()
                .config(config)
                .strategy(new Bot())
                .clock(new VirtualClock(bars.get(0).time()))
                .feed(HistoryFeed.of(bars))
                .broker(PaperBroker.free())
                .journal(JdbcJournal.inFile(folder.resolve("journal")))
                .listener(event -> {
                    if (event instanceof OrderFilled) {
                        fills.incrementAndGet();
                    }
                })
                .build();
        engine.start();
        Optional<?> failure = engine.awaitEnd();

        if (failure.isPresent() || fills.get() == 0) {
            throw new IllegalStateException(fills + " fills, " + failure + ", " + limits + ", " + correlations);
        }
        System.out.println("named module: " + TradingEngine.class.getModule().isNamed() + ", " + engine.state());
    }

    private static List<Bar> bars() {
        Instant close = Instant.parse("2026-01-05T21:00:00Z");
        List<Bar> bars = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            double price = 20 + day * 0.1;
            bars.add(new Bar(
                    "ACME",
                    close.plus(day, ChronoUnit.DAYS),
                    price,
                    price + 0.2,
                    price - 0.2,
                    price,
                    OptionalDouble.of(1_000_000)));
        }
        return bars;
    }
}
