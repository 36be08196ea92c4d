package io.robotrader.examples.benchmark;

import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.ibkr.sim.SimulatedBroker;
import io.robotrader.engine.market.MarketDataFeed;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a child process of {@link EngineBench} does: run an engine, and say what there is to say of it. */
public final class EngineStart {

    private static final int BARS = 300;
    private static final String RESIDENT = "VmRSS:";

    private EngineStart() {}

    /**
     * Starts an engine and ends it.
     *
     * @param args {@code start}, to say when it trades; or {@code memory} and a number of symbols, to say what is used in
     *     bytes of heap and kilobytes of memory
     * @throws IOException if the files of the run cannot be written or read
     * @throws InterruptedException if it was interrupted while it waited for the engine
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        run(args, System.out);
    }

    static void run(String[] args, PrintStream out) throws IOException, InterruptedException {
        EngineScene scene = new EngineScene();
        if (args[0].equals("start")) {
            List<String> symbols = EngineScene.symbols(1);
            TradingEngine engine = scene.engine(
                    symbols,
                    SimulatedBroker.of(symbols, EngineScene.START, new BigDecimal("100000")),
                    bar -> Optional.empty());
            engine.start();
            out.println("ready");
            engine.stop();
            return;
        }
        List<String> symbols = EngineScene.symbols(Integer.parseInt(args[1]));
        TradingEngine engine = scene.engine(symbols, scene.broker, bar -> Optional.empty());
        engine.start();
        MarketDataFeed.Listener listener = scene.feed.listener();
        for (int second = 1; second <= BARS; second++) {
            for (String symbol : symbols) {
                listener.onBar(EngineScene.bar(symbol, second, EngineScene.price(second)));
            }
        }
        while (engine.view().lastBars().size() < symbols.size()
                || !engine.view().lastBars().values().stream().allMatch(EngineScene.START.plusSeconds(BARS)::equals)) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        out.println(heap + " " + residentKilobytes());
        engine.stop();
    }

    private static long residentKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(RESIDENT))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
