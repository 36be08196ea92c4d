package io.robotrader.examples.benchmark;

import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.TradingEngineBuilder;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.strategy.Breakout;
import io.robotrader.engine.strategy.Combination;
import io.robotrader.engine.strategy.CombinedStrategy;
import io.robotrader.engine.strategy.MeanReversion;
import io.robotrader.engine.strategy.Momentum;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Strategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How many bars a second the engine takes, from a feed that has the next one ready. */
final class EngineRates {

    // Compilers need about a million bars.
    private static final int WARM_UP = 25;
    private static final int PERIOD = 20;
    private static final double NANOS_PER_SECOND = 1e9;

    private EngineRates() {}

    /** Bars a second of so many symbols through an engine that wishes nothing. */
    static double[] quiet(int rounds, int bars, int symbols) throws InterruptedException {
        EngineScene scene = new EngineScene();
        List<String> names = EngineScene.symbols(symbols);
        return rates(scene, scene.builder(names).strategy(new Nothing()).build(), names, rounds, bars);
    }

    /** Bars a second with three strategies that vote, their indicators, and orders that are filled at once. */
    static double[] trading(int rounds, int bars, int symbols) throws InterruptedException {
        EngineScene scene = new EngineScene();
        scene.broker.fills = true;
        List<String> names = EngineScene.symbols(symbols);
        TradingEngineBuilder builder = scene.builder(names)
                .strategy(CombinedStrategy.by(Combination.VOTE)
                        .add(new Momentum(PERIOD))
                        .add(new MeanReversion(PERIOD, 2, 0.5))
                        .add(new Breakout(PERIOD, PERIOD / 2))
                        .build());
        double[] rates = rates(scene, builder.build(), names, rounds, bars);
        if (scene.broker.orders == 0) {
            throw new IllegalStateException("there must be orders, but were none");
        }
        return rates;
    }

    /** Bars a second where each one is written to a journal in a file. */
    static double[] written(int rounds, int bars, int symbols) throws InterruptedException, IOException {
        Path folder = Files.createTempDirectory("robo-bench");
        try {
            EngineScene scene = new EngineScene();
            List<String> names = EngineScene.symbols(symbols);
            TradingEngineBuilder builder =
                    scene.builder(names).strategy(new Nothing()).journal(JdbcJournal.inFile(folder.resolve("journal")));
            return rates(scene, builder.build(), names, rounds, bars);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(EngineRates::delete);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] rates(EngineScene scene, TradingEngine engine, List<String> symbols, int rounds, int bars)
            throws InterruptedException {
        double[] rates = new double[rounds];
        engine.start();
        MarketDataFeed.Listener listener = scene.feed.listener();
        int count = symbols.size();
        long done = 0;
        for (int round = -WARM_UP; round < rounds; round++) {
            long before = System.nanoTime();
            for (int i = 0; i < bars; i++) {
                listener.onBar(EngineScene.bar(
                        symbols.get((int) (done % count)), 1 + done / count, EngineScene.swing(done / count)));
                done++;
            }
            EngineCosts.awaitBar(engine, symbols.get((int) ((done - 1) % count)), 1 + (done - 1) / count);
            if (round >= 0) {
                rates[round] = bars * NANOS_PER_SECOND / (System.nanoTime() - before);
            }
        }
        engine.stop();
        return rates;
    }

    /** Wishes nothing. */
    private static final class Nothing implements Strategy {
        @Override
        public String name() {
            return "nothing";
        }

        @Override
        public Optional<Signal> onBar(Bar bar) {
            return Optional.empty();
        }
    }
}
