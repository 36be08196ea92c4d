package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.market.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Simulators as the tests want them: AAPL at 100, on a Monday at 10:30 in New York, the clock standing. */
final class Sim {

    static final Instant START = Instant.parse("2026-01-05T15:30:00Z");
    static final String ACCOUNT = "DU1234567";

    private Sim() {}

    static GatewaySimulatorBuilder builder() {
        return GatewaySimulator.builder()
                .trades(List.of(
                        new Trade("AAPL", START.minusSeconds(60), 99, 1_000),
                        new Trade("AAPL", START, 100, 0),
                        new Trade("MSFT", START, 50, 0)))
                .startAt(START);
    }

    /** AAPL from 100, up a cent every second for ten minutes. */
    static GatewaySimulatorBuilder ticking() {
        List<Trade> trades = new ArrayList<>();
        for (int i = 0; i <= 600; i++) {
            trades.add(new Trade("AAPL", START.plusSeconds(i), (10_000 + i) / 100.0, 1_000));
        }
        return GatewaySimulator.builder().trades(trades);
    }

    static GatewaySimulator plain() {
        return builder().start();
    }

    static GatewaySimulator with(Scenario scenario) {
        return ticking().scenario(scenario).start();
    }

    static Bar day(String date, double open, double high, double low, double close, double volume) {
        return new Bar("AAPL", Instant.parse(date + "T21:00:00Z"), open, high, low, close, OptionalDouble.of(volume));
    }

    static void seconds(GatewaySimulator simulator, int seconds) {
        simulator.advance(Duration.ofSeconds(seconds));
    }

    /** The messages in short: id, and the status or price that matters. */
    static List<String> brief(List<String> messages) {
        List<String> brief = new ArrayList<>();
        for (String message : messages) {
            String[] f = message.split("·", -1);
            switch (f[0]) {
                case "3" ->
                    brief.add("status " + f[2] + " " + f[3] + "/" + f[4] + (f[10].isEmpty() ? "" : " " + f[10]));
                case "4" -> brief.add("error " + f[3]);
                case "5" -> brief.add("order " + f[93]);
                case "11" -> brief.add("fill " + f[19] + "@" + f[20]);
                case "59" -> brief.add("cost " + f[3]);
                default -> brief.add(f[0]);
            }
        }
        return brief;
    }
}
