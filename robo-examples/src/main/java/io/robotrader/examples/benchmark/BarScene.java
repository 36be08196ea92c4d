package io.robotrader.examples.benchmark;

import io.robotrader.correlation.BarFeed;
import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.correlation.CorrelationSettings;
import io.robotrader.correlation.CorrelationTracker;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A tracker whose window is full, and bars that go on for as long as they are asked for. For one thread. */
final class BarScene {

    private static final Instant START = Instant.parse("2026-01-02T15:00:00Z");
    private static final int BARS = 64;

    private final CorrelationTracker tracker;
    private final BarFeed feed;
    /** Goes there and back: prices stay near to where they began, for ever. */
    private final double[][] bars;

    private long minute;

    BarScene(int size, int lookback) {
        tracker = new CorrelationTracker(CorrelationSettings.defaults().withWindow(lookback, Math.min(lookback, 60)));
        feed = tracker.bars(symbols(size));
        Random random = new Random(size);
        bars = new double[BARS][size];
        for (double[] bar : bars) {
            double market = 0.01 * random.nextGaussian();
            for (int i = 0; i < size; i++) {
                bar[i] = 100 * (1 + market + 0.01 * random.nextGaussian());
            }
        }
        for (int i = 0; i <= lookback; i++) {
            bar();
        }
    }

    static List<String> symbols(int size) {
        return IntStream.range(0, size).mapToObj(i -> "SYM" + i).toList();
    }

    /** Returns by symbol, alike by a common part. */
    static double[][] returns(int size, int times) {
        Random random = new Random(size);
        double[] market = random.doubles(times, -0.02, 0.02).toArray();
        double[][] returns = new double[size][times];
        for (double[] column : returns) {
            for (int t = 0; t < times; t++) {
                column[t] = market[t] + 0.01 * random.nextGaussian();
            }
        }
        return returns;
    }

    /** One more bar of all symbols. */
    void bar() {
        feed.add(START.plusSeconds(60 * minute), bars[(int) (minute % BARS)]);
        minute++;
    }

    CorrelationMatrix snapshot() {
        return tracker.snapshot();
    }
}
