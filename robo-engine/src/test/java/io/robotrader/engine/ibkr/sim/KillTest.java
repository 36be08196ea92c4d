package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.VirtualClock;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.ibkr.OrderIdStore;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.HistoryFeed;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that trades, as {@code kill -9} does, at random points and starts it again each time; {@code
 * -Drobo.soak.kills=100} for many.
 */
class KillTest {

    @TempDir
    Path folder;

    private final int kills = Integer.getInteger("robo.soak.kills", 3);
    private final long seed = Long.getLong("robo.soak.first", 1);
    private final Random random = new Random(seed);
    private final List<Bar> bars = new SoakMarket(seed).bars();
    private final SoakLimits limits = new SoakLimits();
    private final GatewaySimulator gateway = GatewaySimulator.builder()
            .barByBar(SoakMarket.SYMBOLS, SoakMarket.start())
            .account(SoakBooks.ACCOUNT, SoakBooks.CASH)
            .checksFunds(false)
            .spread(0)
            .start();
    private int next;

    @AfterEach
    void end() {
        gateway.close();
    }

    @Test
    @Timeout(3600)
    void however_often_the_process_is_killed_its_books_are_the_gateways_in_the_end() throws Exception {
        int most = Math.min(40, 2 * bars.size() / (kills + 1) - 1);

        for (int kill = 0; kill < kills; kill++) {
            runAndKill(random.nextInt(most));
        }

        TradingEngine engine = lastRun();
        try (JdbcJournal journal = JdbcJournal.inFile(folder.resolve("journal"));
                Stream<EngineEvent> all = journal.past()) {
            List<EngineEvent> past = all.toList();
            SoakBooks.haltsHeld(past);
            SoakBooks.allWereDecided(past, gateway);
            SoakBooks.areEqual(engine.view(), past, gateway);
        }
        assertThat(gateway.orderRefs()).hasSizeGreaterThan(kills / 2);
    }

    private void runAndKill(int whole) throws IOException, InterruptedException {
        Process process = process();
        try (BufferedReader out = process.inputReader();
                BufferedWriter in = process.outputWriter()) {
            // Some do not live to see the end of their start.
            if (random.nextInt(10) == 0) {
                process.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
            } else {
                assertThat(out.readLine()).isEqualTo("ready");
                for (int bar = 0; bar < whole && next < bars.size() - 1; bar++) {
                    int index = play(in);
                    assertThat(out.readLine()).isEqualTo("done " + index);
                }
                if (next < bars.size()) {
                    play(in);
                    process.waitFor(random.nextInt(4_000), TimeUnit.MICROSECONDS);
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private int play(BufferedWriter in) throws IOException {
        Bar bar = bars.get(next);
        gateway.play(bar);
        limits.look(bar, gateway);
        in.write(next + "\n");
        in.flush();
        return next++;
    }

    private Process process() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledEngine.class.getName(),
                        String.valueOf(seed),
                        String.valueOf(gateway.port()),
                        gateway.now().toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** In this process: bars in which nobody trades, for as long as it takes to ask twice, and a look at the engine. */
    private TradingEngine lastRun() throws InterruptedException {
        String symbol = SoakMarket.SYMBOLS.get(0);
        double close = bars.stream()
                .limit(next)
                .filter(it -> it.symbol().equals(symbol))
                .reduce((before, after) -> after)
                .map(Bar::close)
                .orElse(100.0);
        List<Bar> quiet = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> new Bar(
                        symbol,
                        gateway.now().plus(SoakBooks.RECONCILED.multipliedBy(i)),
                        close,
                        close,
                        close,
                        close,
                        OptionalDouble.of(0)))
                .toList();
        TradingEngine engine = TradingEngine.builder()
                .config(SoakLimits.config())
                .clock(new VirtualClock(gateway.now()))
                .strategy(new SoakMarket(seed).strategy())
                .journal(JdbcJournal.inFile(folder.resolve("journal")))
                .broker(new KeptGateway(
                        gateway.port(), gateway.now(), OrderIdStore.inFile(folder.resolve("order-ids"))))
                .reconcile(SoakBooks.POLICY, SoakBooks.RECONCILED, Duration.ofSeconds(30))
                .feed(HistoryFeed.of(quiet))
                .build();
        engine.start();
        // It has no more bars, so it ends by itself.
        assertThat(engine.awaitEnd()).isEmpty();
        return engine;
    }
}
