package io.robotrader.examples.drill;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.EngineState;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.VirtualClock;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.ibkr.IbkrBroker;
import io.robotrader.engine.ibkr.IbkrClient;
import io.robotrader.engine.ibkr.OrderIdStore;
import io.robotrader.engine.ibkr.sim.GatewaySimulator;
import io.robotrader.engine.ibkr.sim.Trade;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.examples.data.SampleConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brings an engine at a gateway simulator to hold some positions and to have some orders working, and halts it. What works
 * are market orders in symbols in which trading is halted. Nobody's prices are needed: each symbol has traded once.
 */
final class DrillRun {

    private static final String ACCOUNT = "DU1234567";
    private static final BigDecimal CASH = new BigDecimal("1000000");
    private static final double PRICE = 100;
    private static final Instant START = MarketCalendars.nyse().at(LocalDate.of(2026, 1, 6), LocalTime.of(10, 30));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(1);
    // What a client may send in a second is counted over one: the drill is not about the orders before it.
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final List<String> working;
    private final List<String> held;
    private final List<String> all;
    private final Duration within;
    private final Consumer<GatewaySimulator> beforeHalt;

    /**
     * @param orders how many are to work
     * @param positions how many are to be held
     * @param within how long after the halt it is waited for
     * @param beforeHalt what is done to the gateway when all is there
     */
    DrillRun(int orders, int positions, Duration within, Consumer<GatewaySimulator> beforeHalt) {
        working = symbols("W", orders);
        held = symbols("H", positions);
        all = Stream.concat(held.stream(), working.stream()).toList();
        this.within = within;
        this.beforeHalt = beforeHalt;
    }

    private static List<String> symbols(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    /** Does it, with a journal in an empty folder. */
    DrillResult run(Path folder) throws InterruptedException {
        try (GatewaySimulator gateway = gateway()) {
            working.forEach(symbol -> gateway.halt(symbol, true));
            BuyAll market = new BuyAll();
            StopWatch watch = new StopWatch();
            IbkrClient client = IbkrClient.builder()
                    .port(gateway.port())
                    .allowOrders(OrderIdStore.inFile(folder.resolve("order-ids")))
                    .build();
            TradingEngine engine = TradingEngine.builder()
                    .config(config())
                    .clock(new VirtualClock(START))
                    .feed(market)
                    .strategy(market)
                    .broker(new TimedBroker(IbkrBroker.over(client), watch))
                    .journal(JdbcJournal.inFile(folder.resolve("journal")))
                    .listener(watch)
                    .build();
            engine.start();
            try {
                trade(engine, gateway, market);
                beforeHalt.accept(gateway);
                watch.start();
                engine.halt("drill", "to see how long it takes");
                // The engine first: to ask the gateway keeps it from its work.
                await(within, () -> of(engine).isNothing() && at(gateway).isNothing());
                return watch.result(working.size(), at(gateway), of(engine));
            } finally {
                engine.stop(Duration.ofSeconds(1));
            }
        }
    }

    private GatewaySimulator gateway() {
        return GatewaySimulator.builder()
                .account(ACCOUNT, CASH)
                .trades(all.stream()
                        .map(symbol -> new Trade(symbol, START.minusSeconds(60), PRICE, 0))
                        .toList())
                .startAt(START)
                .realTime(System::nanoTime, 1)
                .start();
    }

    private RoboConfig config() {
        return SampleConfig.forManyOrders(all)
                .set("defaultCash", CASH.toPlainString())
                .set("risk.maxPositionPct", "0.005")
                .set("risk.halt.flatten", "true")
                .load()
                .config();
    }

    private void trade(TradingEngine engine, GatewaySimulator gateway, BuyAll market) throws InterruptedException {
        needed(() -> engine.state() == EngineState.RUNNING, "the engine does not run: " + engine.state());
        for (String symbol : all) {
            market.show(Bar.ofClose(symbol, START.plusSeconds(1), PRICE));
        }
        DrillResult.Books wanted = new DrillResult.Books(working.size(), held.size());
        needed(
                () -> of(engine).equals(wanted) && at(gateway).equals(wanted),
                "the engine must hold and order " + wanted + " before the halt");
        LockSupport.parkNanos(QUIET.toNanos());
    }

    private DrillResult.Books at(GatewaySimulator gateway) {
        int positions = (int) all.stream()
                .filter(symbol -> gateway.position(ACCOUNT, symbol).signum() != 0)
                .count();
        return new DrillResult.Books(gateway.workingOrders(), positions);
    }

    private static DrillResult.Books of(TradingEngine engine) {
        var view = engine.view();
        return new DrillResult.Books(view.orders().size(), view.positions().size());
    }

    private static void needed(BooleanSupplier isSo, String otherwise) throws InterruptedException {
        if (!await(PATIENCE, isSo)) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** Looks every millisecond; whether it came about. */
    private static boolean await(Duration patience, BooleanSupplier isSo) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(STEP.toNanos());
        }
        return true;
    }
}
