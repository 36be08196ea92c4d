package io.robotrader.examples.benchmark;

import io.robotrader.correlation.CorrelationSettings;
import io.robotrader.correlation.CorrelationTracker;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A tracker that is given one price at a time, to each of its symbols in turn, for as long as it is asked to. */
final class PriceScene {

    private static final Instant START = Instant.parse("2026-01-02T15:00:00Z");
    private static final int PRICES = 1024;

    private final CorrelationTracker tracker;
    private final List<String> symbols;
    private final double[] prices = new double[PRICES];
    private Instant time = START;
    private int symbol;
    private int next;

    PriceScene(int size, int lookback) {
        symbols = BarScene.symbols(size);
        tracker = new CorrelationTracker(CorrelationSettings.defaults().withWindow(lookback, 60));
        Random random = new Random(size);
        for (int k = 0; k < PRICES; k++) {
            prices[k] = 100 * (1 + 0.01 * random.nextGaussian());
        }
        for (int k = 0; k <= lookback * size; k++) {
            price();
        }
    }

    /** {@return the price that was given} */
    double price() {
        double price = prices[next++ & PRICES - 1];
        tracker.add(symbols.get(symbol++), time, price);
        if (symbol == symbols.size()) {
            symbol = 0;
            time = time.plusSeconds(60);
        }
        return price;
    }
}
