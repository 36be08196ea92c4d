package io.robotrader.examples.trade;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.ibkr.sim.GatewaySimulator;
import io.robotrader.engine.ibkr.sim.GatewaySimulatorBuilder;
import io.robotrader.engine.market.Bar;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A simulated gateway whose time is moved by the test, with prices by the minute. */
final class Market implements AutoCloseable {

    static final String ACCOUNT = "DU1234567";
    static final LocalDate DAY = LocalDate.of(2026, 1, 6);
    static final MarketCalendar NYSE = MarketCalendars.nyse();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    final GatewaySimulator gateway;

    Market(UnaryOperator<GatewaySimulatorBuilder> change) {
        gateway = change.apply(GatewaySimulator.builder()
                        .account(ACCOUNT, new BigDecimal("100000"))
                        .startAt(NYSE.at(DAY, LocalTime.of(10, 30))))
                .start();
    }

    /** Prices of a day of AAPL by the minute, as a function of the minute. */
    static List<Bar> minutes(DoubleUnaryOperator price) {
        List<Bar> bars = new ArrayList<>();
        for (int minute = 1; minute <= 390; minute++) {
            double from = price.applyAsDouble(minute - 1);
            double to = price.applyAsDouble(minute);
            bars.add(new Bar(
                    "AAPL",
                    NYSE.at(DAY, LocalTime.of(9, 30)).plus(Duration.ofMinutes(minute)),
                    from,
                    Math.max(from, to),
                    Math.min(from, to),
                    to,
                    OptionalDouble.of(100_000)));
        }
        return bars;
    }

    String[] options(Path folder, String... more) {
        List<String> options = new ArrayList<>(List.of(
                "--gateway",
                "127.0.0.1:" + gateway.port(),
                "--time",
                "BARS",
                "--history",
                "20",
                "--dir",
                folder.resolve("paper").toString(),
                "--set",
                "strategy.momentumLookback=5"));
        options.addAll(List.of(more));
        return options.toArray(String[]::new);
    }

    /** Lets the market move, five seconds at a time, until something is so; whoever looks on may keep it waiting. */
    void moveUntil(BooleanSupplier isSo, Predicate<Instant> isSeen) {
        long end = System.nanoTime() + PATIENCE;
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it has not come about in time; at the gateway it is " + gateway.now());
            }
            if (isSeen.test(gateway.now())) {
                gateway.advance(Duration.ofSeconds(5));
            }
        }
    }

    @Override
    public void close() {
        gateway.close();
    }
}
