package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.VirtualClock;
import io.robotrader.engine.ibkr.OrderIdStore;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A process that runs an engine on a journal in a file, and is killed. It is told on its standard input how many bars of
 * the market have been played, hands each to the engine, and says when it is done with it.
 */
final class KilledEngine {

    private KilledEngine() {}

    /**
     * Runs.
     *
     * @param args the seed of the market, the gateway's port, what time it is, and the folder of the journal
     */
    public static void main(String[] args) throws Exception {
        SoakMarket market = new SoakMarket(Long.parseLong(args[0]));
        int port = Integer.parseInt(args[1]);
        Instant now = Instant.parse(args[2]);
        Path folder = Path.of(args[3]);
        MarketDataFeed.Listener[] bars = new MarketDataFeed.Listener[1];
        TradingEngine engine = TradingEngine.builder()
                .config(SoakLimits.config())
                .clock(new VirtualClock(now))
                .strategy(market.strategy())
                .journal(JdbcJournal.inFile(folder.resolve("journal")))
                .broker(new KeptGateway(port, now, OrderIdStore.inFile(folder.resolve("order-ids"))))
                .reconcile(SoakBooks.POLICY, SoakBooks.RECONCILED, Duration.ofSeconds(30))
                .feed(new MarketDataFeed() {
                    @Override
                    public void start(Listener listener) {
                        bars[0] = listener;
                    }

                    @Override
                    public void close() {}
                })
                .build();
        engine.start();
        List<Bar> all = market.bars();
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("stop")) {
                engine.stop();
                return;
            }
            Bar bar = all.get(Integer.parseInt(line));
            // After a while in which nobody lived a price may be too far from the last one that was seen, and is
            // refused.
            long refused = engine.view().counts().dataRefused();
            bars[0].onBar(bar);
            while (!bar.time().equals(engine.view().lastBars().get(bar.symbol()))
                    && engine.view().counts().dataRefused() == refused) {
                if (engine.state() == EngineState.ERROR) {
                    throw new IllegalStateException("the engine has failed: " + engine.awaitEnd());
                }
                Thread.onSpinWait();
            }
            System.out.println("done " + line);
        }
    }
}
