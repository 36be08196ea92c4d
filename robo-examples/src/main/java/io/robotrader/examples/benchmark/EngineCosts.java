package io.robotrader.examples.benchmark;

import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.VirtualClock;
import io.robotrader.engine.health.HealthCheck;
import io.robotrader.engine.health.HealthChecks;
import io.robotrader.engine.health.HealthMonitor;
import io.robotrader.engine.ibkr.sim.SimulatedBroker;
import io.robotrader.engine.strategy.Signal.Direction;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the engine costs, measured inside one warm JVM. */
final class EngineCosts {

    private static final int FEW = 4;
    private static final int RESTING = 20;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long ROOM = 1L << 20;

    private EngineCosts() {}

    /** Milliseconds from nothing to an engine that is connected to the simulator, which is started for it. */
    static double[] startMillis(int rounds) throws InterruptedException {
        double[] millis = new double[rounds];
        List<String> symbols = EngineScene.symbols(FEW);
        for (int round = -2; round < rounds; round++) {
            EngineScene scene = new EngineScene();
            long before = System.nanoTime();
            TradingEngine engine = scene.engine(
                    symbols,
                    SimulatedBroker.of(symbols, EngineScene.START, new BigDecimal("100000")),
                    bar -> Optional.empty());
            engine.start();
            if (round >= 0) {
                millis[round] = (System.nanoTime() - before) / NANOS_PER_MILLI;
            }
            engine.stop();
        }
        return millis;
    }

    static void awaitBar(TradingEngine engine, String symbol, long second) {
        while (!EngineScene.START
                .plusSeconds(second)
                .equals(engine.view().lastBars().get(symbol))) {
            Thread.onSpinWait();
        }
    }

    /** Nanoseconds of a health report with the checks that there are. */
    static double[] healthNanos(int rounds, int reports) throws InterruptedException {
        double[] nanos = new double[rounds];
        EngineScene scene = new EngineScene();
        TradingEngine engine = scene.engine(EngineScene.symbols(FEW), scene.broker, bar -> Optional.empty());
        engine.start();
        HealthMonitor monitor = new HealthMonitor(new VirtualClock(EngineScene.START), checks(engine));
        long findings = 0;
        for (int round = -3; round < rounds; round++) {
            long before = System.nanoTime();
            for (int i = 0; i < reports; i++) {
                findings += monitor.report().findings().size();
            }
            if (round >= 0) {
                nanos[round] = (System.nanoTime() - before) / (double) reports;
            }
        }
        engine.stop();
        if (findings == 0) {
            throw new IllegalStateException("there must be findings, but were none");
        }
        return nanos;
    }

    private static List<HealthCheck> checks(TradingEngine engine) {
        Duration minute = Duration.ofMinutes(1);
        return List.of(
                HealthChecks.holds("engine", () -> engine.state().isLive(), "it runs", "it does not run"),
                HealthChecks.holds("broker", () -> engine.view().isConnected(), "connected", "not connected"),
                HealthChecks.holds("risk", () -> engine.view().halt().isEmpty(), "no halt", "halted"),
                HealthChecks.marketData(
                        () -> engine.view().lastBars().values().stream().max(java.time.Instant::compareTo),
                        time -> true,
                        minute,
                        minute.multipliedBy(5)),
                HealthChecks.clockSkew(() -> Optional.of(Duration.ZERO), minute, minute.multipliedBy(5)),
                HealthChecks.cached(HealthChecks.heap(), minute),
                HealthChecks.cached(HealthChecks.disk(Path.of("."), 2 * ROOM, ROOM), minute));
    }

    /** Milliseconds from a halt until the last of some orders that rest was asked for back. */
    static double[] cancelMillis(int rounds) throws InterruptedException {
        double[] millis = new double[rounds];
        List<String> symbols = EngineScene.symbols(RESTING);
        for (int round = -2; round < rounds; round++) {
            EngineScene scene = new EngineScene();
            TradingEngine engine = scene.engine(symbols, scene.broker, bar -> Optional.of(Direction.LONG));
            engine.start();
            for (String symbol : symbols) {
                scene.feed.listener().onBar(EngineScene.bar(symbol, 1, EngineScene.price(1)));
                awaitBar(engine, symbol, 1);
            }
            int sent = scene.broker.orders;
            if (sent != RESTING) {
                throw new IllegalStateException("all " + RESTING + " orders must rest, but " + sent + " do");
            }
            long before = System.nanoTime();
            engine.halt("bench", "to see how long it takes");
            while (scene.broker.cancels < sent) {
                Thread.onSpinWait();
            }
            if (round >= 0) {
                millis[round] = (scene.broker.cancelled - before) / NANOS_PER_MILLI;
            }
            engine.stop();
        }
        return millis;
    }
}
