package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.EngineState;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.ibkr.OrderIdStore;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.journal.JournalException;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.view.EngineView;
import io.robotrader.engine.view.HoldReason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Days of an engine whose orders go over the wire to a simulated gateway, while at seeded random times the gateway does
 * whatever is in its catalogue, the disk is full, somebody pauses and resumes the engine, halts it and lifts the halt, stops it
 * and starts it again, or it is cut off in the middle of what it does. The gateway and its market go on meanwhile.
 */
final class SoakRun implements AutoCloseable {

    private static final int MOST_QUIET_BARS = 30;

    private final Random random;
    private final SoakMarket market;
    private final SoakTime time;
    private final RoboConfig config = SoakLimits.config();
    private final JdbcDataSource database = new JdbcDataSource();
    /** On another disk: what only a full journal has seen is found again, even when the gateway tells a day's fills no more. */
    private final Path spilled;

    private final OrderIdStore ids = OrderIdStore.inMemory();
    private final SoakLimits limits = new SoakLimits();
    private final Map<String, Double> closes = new HashMap<>();
    private final GatewaySimulator gateway;
    private final SoakFaults faults;
    private final SoakTally tally = new SoakTally();
    private TradingEngine engine;
    private Mortal journal;
    private MarketDataFeed.Listener bars;

    SoakRun(long seed, SoakTime time, Path folder) {
        this.time = time;
        spilled = folder.resolve("spilled-" + seed + "-" + UUID.randomUUID());
        random = new Random(seed);
        market = new SoakMarket(seed);
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        gateway = GatewaySimulator.builder()
                .barByBar(SoakMarket.SYMBOLS, SoakMarket.start())
                .account(SoakBooks.ACCOUNT, SoakBooks.CASH)
                .checksFunds(false)
                .spread(0)
                .seed(seed)
                .start();
        faults = new SoakFaults(gateway, time.longestOutage(), random);
    }

    SoakTally run() throws InterruptedException {
        start();
        for (Bar bar : time.bars(market)) {
            time.await(bar.time());
            faults.step();
            gateway.play(bar);
            closes.put(bar.symbol(), bar.close());
            limits.look(bar, gateway);
            if (engine == null) {
                if (random.nextInt(6) == 0) {
                    start();
                }
                continue;
            }
            hand(bar);
            if (engine.state() == EngineState.ERROR) {
                gone();
            } else {
                act();
            }
        }
        settle();
        check(engine.view());
        engine.stop();
        assertThat(engine.awaitEnd()).isEmpty();
        return tally;
    }

    private void hand(Bar bar) throws InterruptedException {
        // After an outage a price may be too far from the last one that was seen, and is refused.
        long refused = engine.view().counts().dataRefused();
        bars.onBar(bar);
        until(() -> bar.time().equals(engine.view().lastBars().get(bar.symbol()))
                || engine.view().counts().dataRefused() > refused);
    }

    /** Nothing goes wrong any more, and bars in which nobody trades pass until everything is as it should be. */
    private void settle() throws InterruptedException {
        faults.end();
        if (journal != null) {
            journal.dieAt(Integer.MAX_VALUE, false);
            journal.fill(false);
        }
        if (engine != null && journal.isDead()) {
            until(() -> engine.state() == EngineState.ERROR);
        }
        if (engine == null || engine.state() == EngineState.ERROR) {
            engine = null;
            for (int i = 0; i < MOST_QUIET_BARS && engine == null; i++) {
                gateway.advance(Duration.ofMinutes(1));
                start();
            }
            assertThat(engine).as("an engine").isNotNull();
        }
        String symbol = SoakMarket.SYMBOLS.get(0);
        int quiet = 0;
        do {
            gateway.advance(time.reconcileEvery());
            Bar bar = quiet(symbol, time.later(gateway.now()));
            hand(bar);
            assertThat(engine.state()).as("%s", engine.view().holds()).matches(EngineState::isLive);
        } while (++quiet < 4 || (quiet < MOST_QUIET_BARS && !isSettled()));
    }

    private boolean isSettled() {
        EngineView view = engine.view();
        return view.orders().stream().noneMatch(it -> it.isUnknown())
                && view.holds().keySet().stream().allMatch(it -> it == HoldReason.PERSON);
    }

    private Bar quiet(String symbol, Instant at) {
        double close = closes.get(symbol);
        return new Bar(symbol, at, close, close, close, close, OptionalDouble.of(0));
    }

    private void act() throws InterruptedException {
        EngineView view = engine.view();
        boolean paused = view.holds().containsKey(HoldReason.PERSON);
        int dice = random.nextInt(1000);
        // Whoever is killed while the disk is full loses what waits, which nobody tells again on another day.
        if (dice < 10 && !journal.isFull()) {
            tally.crashes++;
            journal.dieAt(1 + random.nextInt(12), random.nextBoolean());
        } else if (dice < 15) {
            restart(view.halt().isPresent() && !journal.isFull());
        } else if (dice < 20 && !paused) {
            tally.pauses++;
            engine.pause("Ann", "lunch");
            until(() -> engine.view().holds().containsKey(HoldReason.PERSON));
        } else if (dice >= 20 && dice < 60 && paused) {
            engine.resume("Ann");
            until(() -> !engine.view().holds().containsKey(HoldReason.PERSON));
        } else if (dice >= 60 && dice < 65 && view.halt().isEmpty()) {
            tally.halts++;
            engine.halt("Bob", "a bad feeling");
        } else if (dice >= 65 && dice < 110 && view.halt().isPresent()) {
            try {
                engine.resetHalt("Bob", "it has passed");
            } catch (RuntimeException e) {
                assertThat(journal.isDead() || view.holds().containsKey(HoldReason.JOURNAL) || journal.isFull())
                        .as("%s", e)
                        .isTrue();
            }
        } else if (dice >= 110 && dice < 115 && !journal.isFull()) {
            tally.fullDisks++;
            journal.fill(true);
        } else if (dice >= 115 && dice < 215) {
            journal.fill(false);
        }
        if (engine != null && engine.state() == EngineState.ERROR) {
            gone();
        }
    }

    private void restart(boolean isHalted) throws InterruptedException {
        tally.restarts++;
        engine.stop(random.nextBoolean() ? Duration.ZERO : time.stopDeadline());
        boolean wasCutOff = journal.isDead();
        assertThat(engine.awaitEnd().filter(it -> !journal.isDead() && !(it instanceof JournalException)))
                .isEmpty();
        boolean isWritten = engine.awaitEnd().isEmpty();
        engine = null;
        if (random.nextBoolean()) {
            start();
            if (engine != null && isWritten && !wasCutOff) {
                assertThat(engine.view().halt().isPresent()).isEqualTo(isHalted);
            }
        }
    }

    private void gone() throws InterruptedException {
        assertThat(journal.isDead()).as("it was killed: %s", engine.awaitEnd()).isTrue();
        engine = null;
    }

    private void until(BooleanSupplier holds) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!holds.getAsBoolean() && engine.state() != EngineState.ERROR) {
            assertThat(System.nanoTime())
                    .as("it came to that in time: %s", engine.view())
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
        if (engine.state() == EngineState.ERROR) {
            engine.awaitEnd();
        }
    }

    private void start() {
        journal = new Mortal(JdbcJournal.open(database).spillingTo(spilled));
        TradingEngine next = TradingEngine.builder()
                .config(config)
                .clock(time.clock(gateway.now()))
                .strategy(market.strategy())
                .journal(journal)
                .broker(journal.broker(time.broker(gateway, ids)))
                .reconcile(SoakBooks.POLICY, time.reconcileEvery(), Duration.ofSeconds(30))
                .feed(new MarketDataFeed() {
                    @Override
                    public void start(Listener listener) {
                        bars = listener;
                    }

                    @Override
                    public void close() {}
                })
                .build();
        try {
            next.start();
            engine = next;
        } catch (RuntimeException e) {
            // It throws and leaves nothing behind, as it does when the gateway is away.
            assertThat(time.isRefusal(e)).as("%s", e).isTrue();
            tally.refusedStarts++;
        }
    }

    private void check(EngineView view) {
        List<EngineEvent> past;
        try (Stream<EngineEvent> all = journal.past()) {
            past = all.toList();
        }
        tally.events = past.size();
        tally.orders = gateway.orderRefs().size();
        tally.grown = limits.grown();
        tally.faults.putAll(faults.tally());
        tally.differences = (int) past.stream()
                .filter(Reconciled.class::isInstance)
                .mapToLong(it -> ((Reconciled) it).differences().size())
                .sum();
        tally.haltsInForce = SoakBooks.haltsHeld(past);
        SoakBooks.allWereDecided(past, gateway);
        SoakBooks.areEqual(view, past, gateway);
        assertThat(view.holds().keySet())
                .as("holds %s, the connection %s", view.holds(), connection(past))
                .isSubsetOf(HoldReason.PERSON);
    }

    private static List<String> connection(List<EngineEvent> past) {
        List<String> all = past.stream()
                .filter(ConnectionChanged.class::isInstance)
                .map(EngineEvent::toString)
                .toList();
        return all.subList(Math.max(0, all.size() - 6), all.size());
    }

    @Override
    public void close() throws SQLException {
        try {
            if (engine != null) {
                engine.stop(Duration.ZERO);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        gateway.close();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }
}
