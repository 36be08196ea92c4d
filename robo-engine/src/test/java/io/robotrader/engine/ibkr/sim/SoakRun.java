package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.EngineState;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.VirtualClock;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.ibkr.OrderIdStore;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.view.EngineView;
import io.robotrader.engine.view.HoldReason;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Five trading days in virtual time of an engine whose orders go over the wire to a simulated gateway, while at seeded random
 * times somebody pauses and resumes it, halts it and lifts the halt, stops it and starts it again, or it is cut off in the
 * middle of what it does. The gateway and its market go on meanwhile.
 */
final class SoakRun implements AutoCloseable {

    /** What can go wrong at the gateway while its client's clock is led by the hand. */
    private static final List<Scenario> FAULTS = List.of(
            Scenario.NORMAL,
            Scenario.DUPLICATE_STATUSES,
            Scenario.REORDERED_STATUSES,
            Scenario.LATE_COMMISSION,
            Scenario.CLOCK_SKEW,
            Scenario.EXECUTION_WITHOUT_STATUS);

    private final Random random;
    private final SoakMarket market;
    private final RoboConfig config = SoakLimits.config();
    private final JdbcDataSource database = new JdbcDataSource();
    private final OrderIdStore ids = OrderIdStore.inMemory();
    private final SoakLimits limits = new SoakLimits();
    private final GatewaySimulator gateway;
    private final SoakTally tally = new SoakTally();
    private TradingEngine engine;
    private Mortal journal;
    private MarketDataFeed.Listener bars;

    SoakRun(long seed) {
        random = new Random(seed);
        market = new SoakMarket(seed);
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        gateway = GatewaySimulator.builder()
                .barByBar(SoakMarket.SYMBOLS, SoakMarket.start())
                .account(SoakBooks.ACCOUNT, SoakBooks.CASH)
                .checksFunds(false)
                .spread(0)
                .scenario(FAULTS.get((int) (seed % FAULTS.size())))
                .seed(seed)
                .start();
    }

    SoakTally run() throws InterruptedException {
        start();
        for (Bar bar : market.bars()) {
            gateway.play(bar);
            limits.look(bar, gateway);
            if (engine == null) {
                if (random.nextInt(6) == 0) {
                    start();
                }
                continue;
            }
            bars.onBar(bar);
            until(() -> bar.time().equals(engine.view().lastBars().get(bar.symbol())));
            if (engine.state() == EngineState.ERROR) {
                gone();
            } else {
                act();
            }
        }
        if (engine == null || engine.state() == EngineState.ERROR) {
            start();
        }
        journal.dieAt(Integer.MAX_VALUE, false);
        hearTheRest();
        check(engine.view());
        engine.stop();
        return tally;
    }

    /** What is said late is said by now, and a bar in which nobody trades lets the engine hear it. */
    private void hearTheRest() throws InterruptedException {
        gateway.advance(Duration.ofMinutes(2));
        Bar quiet = new Bar(SoakMarket.SYMBOLS.get(0), gateway.now(), 1, 1, 1, 1, OptionalDouble.of(0));
        bars.onBar(quiet);
        until(() -> quiet.time().equals(engine.view().lastBars().get(quiet.symbol())));
    }

    private void act() throws InterruptedException {
        EngineView view = engine.view();
        boolean paused = view.holds().containsKey(HoldReason.PERSON);
        int dice = random.nextInt(1000);
        if (dice < 10) {
            tally.crashes++;
            journal.dieAt(1 + random.nextInt(12), random.nextBoolean());
        } else if (dice < 15) {
            tally.restarts++;
            boolean wasHalted = view.halt().isPresent();
            engine.stop(random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(5));
            assertThat(engine.awaitEnd().filter(it -> !journal.isDead())).isEmpty();
            if (random.nextBoolean()) {
                engine = null;
            } else {
                start();
                assertThat(engine.view().halt().isPresent()).isEqualTo(wasHalted);
            }
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
                assertThat(journal.isDead()).as("%s", e).isTrue();
            }
        }
        if (engine != null && engine.state() == EngineState.ERROR) {
            gone();
        }
    }

    private void gone() throws InterruptedException {
        assertThat(journal.isDead()).as("it was killed: %s", engine.awaitEnd()).isTrue();
        engine = null;
    }

    private void until(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!holds.getAsBoolean() && engine.state() != EngineState.ERROR) {
            assertThat(System.nanoTime())
                    .as("it came to that in time: %s", engine.view())
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
        if (engine.state() == EngineState.ERROR) {
            try {
                engine.awaitEnd();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void start() {
        journal = new Mortal(JdbcJournal.open(database));
        engine = TradingEngine.builder()
                .config(config)
                .clock(new VirtualClock(gateway.now()))
                .strategy(market.strategy())
                .journal(journal)
                .broker(journal.broker(new KeptGateway(gateway.port(), gateway.now(), ids)))
                .feed(new MarketDataFeed() {
                    @Override
                    public void start(Listener listener) {
                        bars = listener;
                    }

                    @Override
                    public void close() {}
                })
                .build();
        engine.start();
    }

    private void check(EngineView view) {
        List<EngineEvent> past;
        try (Stream<EngineEvent> all = journal.past()) {
            past = all.toList();
        }
        tally.events = past.size();
        tally.orders = gateway.orderRefs().size();
        tally.grown = limits.grown();
        tally.haltsInForce = SoakBooks.haltsHeld(past);
        SoakBooks.areEqual(view, past, gateway);
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
