package io.robotrader.correlation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;

/** Times and series for the tests: one row a day from a day long past. */
final class Feed {
    static final CorrelationSettings SMALL = CorrelationSettings.defaults().withWindow(10, 3);

    private Feed() {}

    static Instant day(int number) {
        return Instant.parse("2019-01-01T21:00:00Z").plus(number, ChronoUnit.DAYS);
    }

    /** Prices on consecutive days; NaN leaves the day out. */
    static SortedMap<Instant, Double> series(int firstDay, double... prices) {
        SortedMap<Instant, Double> series = new TreeMap<>();
        for (int i = 0; i < prices.length; i++) {
            if (!Double.isNaN(prices[i])) {
                series.put(day(firstDay + i), prices[i]);
            }
        }
        return series;
    }

    /** A series that wanders, different for each seed. */
    static SortedMap<Instant, Double> wandering(int firstDay, int days, int seed) {
        double[] prices = new double[days];
        for (int i = 0; i < days; i++) {
            prices[i] = 100 + 10 * Math.sin(seed + 1.7 * i * (1 + seed % 3)) + 5 * Math.cos(seed * 3.1 + i);
        }
        return series(firstDay, prices);
    }
}
