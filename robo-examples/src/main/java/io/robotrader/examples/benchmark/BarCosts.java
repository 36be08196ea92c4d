package io.robotrader.examples.benchmark;

import java.util.Locale;

/**
 * What one bar costs by the number of symbols, without and with a snapshot: medians in nanoseconds.
 *
 * @param sizes numbers of symbols, ascending
 * @param bar of one bar, one a size
 * @param both of one bar and a snapshot, one a size
 */
@SuppressWarnings("ArrayRecordComponent") // made, drawn and dropped, never compared
record BarCosts(int[] sizes, double[] bar, double[] both) {

    /** Sizes one after another, so that only one window has to fit into memory at a time. */
    static BarCosts measure(int[] sizes, long sliceNanos, int rounds) {
        double[] bar = new double[sizes.length];
        double[] both = new double[sizes.length];
        for (int k = 0; k < sizes.length; k++) {
            Duel duel = new Duel(sliceNanos, rounds);
            BarScene scene = new BarScene(sizes[k], CorrelationDuels.TIMES);
            // Of the rows that a tracker takes before it goes through all pairs, a batch must have its share.
            duel.add("bar", 8, times -> {
                for (int i = 0; i < times; i++) {
                    scene.bar();
                }
                return times;
            });
            duel.add("both", 1, times -> {
                scene.bar();
                return (long) (1 + scene.snapshot().get(1, 0));
            });
            duel.run();
            bar[k] = Duel.quantile(duel.times("bar"), 0.5);
            both[k] = Duel.quantile(duel.times("both"), 0.5);
        }
        return new BarCosts(sizes, bar, both);
    }

    String table() {
        StringBuilder table = new StringBuilder("| symbols | one bar | one bar and a snapshot |\n|---:|---:|---:|\n");
        for (int k = 0; k < sizes.length; k++) {
            table.append(String.format(
                    Locale.ROOT, "| %d | %s | %s |%n", sizes[k], LogLogChart.time(bar[k]), LogLogChart.time(both[k])));
        }
        return table.toString();
    }

    String svg() {
        return new LogLogChart("symbols", "time a bar")
                .line("one bar and a snapshot", "#b3541e", sizes, both)
                .line("one bar", "#1f5a94", sizes, bar)
                .svg("Cost of one bar of all symbols over a window of " + CorrelationDuels.TIMES + " returns");
    }
}
