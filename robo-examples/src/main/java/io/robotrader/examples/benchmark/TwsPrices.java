package io.robotrader.examples.benchmark;

import io.robotrader.engine.ibkr.sim.GatewaySimulator;
import io.robotrader.engine.market.Bar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A simulator with many days of one share, of which it makes a trade a minute. */
final class TwsPrices implements AutoCloseable {

    static final String SYMBOL = "MSFT";

    /** What is traded in a day; 391 trades have it in whole shares. */
    static final double VOLUME = 391 * 200;

    static final BigDecimal FAR_BELOW = new BigDecimal("40.00");

    private static final LocalDate MONDAY = LocalDate.of(2001, 1, 1);
    private static final LocalTime CLOSE = LocalTime.of(21, 0);
    /** Not the middle of the day in New York, but the market is open then, in summer and in winter. */
    private static final LocalTime MIDDAY = LocalTime.of(16, 0);

    private static final int WEEK = 5;

    final GatewaySimulator simulator;
    private int day;

    TwsPrices(int days) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            double open = 400 + i % WEEK;
            Instant time = MONDAY.plusDays(i + 2L * (i / WEEK)).atTime(CLOSE).toInstant(ZoneOffset.UTC);
            bars.add(new Bar(SYMBOL, time, open, open + 6, open - 5, open + 1, OptionalDouble.of(VOLUME)));
        }
        simulator = GatewaySimulator.builder()
                .bars(bars)
                .startAt(MONDAY.atTime(MIDDAY).toInstant(ZoneOffset.UTC))
                .start();
    }

    /** Lets time pass to the same hour of the next trading day. */
    void nextDay() {
        simulator.advance(Duration.ofDays(++day % WEEK == 0 ? 3 : 1));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
