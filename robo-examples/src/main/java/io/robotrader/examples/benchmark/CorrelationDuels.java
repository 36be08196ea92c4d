package io.robotrader.examples.benchmark;

import io.robotrader.correlation.CorrelationBatch;
import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.correlation.CorrelationSettings;
import io.robotrader.examples.benchmark.DuelTable.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** The duels about correlations, and the goals. What is compared with OpenBLAS is left out where that is not there. */
final class CorrelationDuels {

    static final int TIMES = 252;

    /** From here on neither the sums nor a table fit into the nearer caches, and the goals are those of memory. */
    private static final int LARGE = 1000;

    private static final int SMALL = 100;
    private static final int PRICED = 50;
    private static final int ASKED = 500;

    private final Duel duel;
    private final List<Goal> goals = new ArrayList<>();
    private final boolean withPeer;

    CorrelationDuels(Duel duel, int[] sizes, boolean withPeer) {
        this.duel = duel;
        this.withPeer = withPeer;
        for (int size : sizes) {
            addBatch(size);
        }
        for (int size : sizes) {
            addBar(size);
        }
        addPrice();
        addLookUps();
    }

    static String kernel() {
        return CorrelationBatch.usesVectorModule() ? "vector" : "plain";
    }

    List<Goal> goals() {
        return goals;
    }

    private void against(String peer, Goal goal) {
        if (withPeer || !goal.base().equals(peer)) {
            goals.add(goal);
        }
    }

    private static String peer(int size) {
        return "OpenBLAS, " + size;
    }

    /** How many times fit into a slice, about. */
    private static int times(int size) {
        return size < SMALL ? 64 : size < LARGE ? 4 : 1;
    }

    private void addBatch(int size) {
        double[][] returns = BarScene.returns(size, TIMES);
        if (withPeer) {
            OpenBlas peer = new OpenBlas(size, TIMES);
            add(peer(size), times(size), () -> {
                peer.correlate(returns);
                return peer.coefficient(size - 1, 0);
            });
        }
        List<String> symbols = BarScene.symbols(size);
        CorrelationBatch batch =
                new CorrelationBatch(CorrelationSettings.defaults().withWindow(TIMES, 60));
        String name = "whole table, " + size + ", " + kernel() + " kernel";
        add(name, times(size), () -> batch.ofReturns(symbols, returns).get(size - 1, 0));
        against(peer(size), Goal.ratio(name, peer(size), most()));
        if (size < SMALL) {
            // It takes what it is given by time, and then by symbol.
            RealMatrix table = new Array2DRowRealMatrix(returns).transpose();
            add(
                    "Commons Math, " + size,
                    16,
                    () -> new PearsonsCorrelation(table).getCorrelationMatrix().getEntry(size - 1, 0));
            goals.add(Goal.ratio(name, "Commons Math, " + size, 1 / 30.0));
        }
    }

    /** The vector module became better between the two. */
    private static double most() {
        if (!CorrelationBatch.usesVectorModule()) {
            return 2.2;
        }
        return Runtime.version().feature() >= 25 ? 1.1 : 1.4;
    }

    private void addBar(int size) {
        BarScene alone = new BarScene(size, TIMES);
        BarScene read = new BarScene(size, TIMES);
        String bar = "one bar, " + size;
        String both = "one bar and a snapshot, " + size;
        add(bar, times(size), () -> {
            alone.bar();
            return 1;
        });
        add(both, times(size), () -> {
            read.bar();
            return read.snapshot().get(size - 1, 0);
        });
        if (size < SMALL) {
            against(peer(size), Goal.info(bar, peer(size)));
            against(peer(size), Goal.info(both, peer(size)));
        } else {
            boolean large = size >= LARGE;
            against(peer(size), Goal.ratio(bar, peer(size), large ? 0.06 : 0.02));
            against(peer(size), Goal.ratio(both, peer(size), large ? 0.35 : 0.1));
        }
    }

    private void addPrice() {
        String name = "one price, %d symbols, look-back %d";
        for (int lookback : new int[] {60, 600}) {
            PriceScene scene = new PriceScene(PRICED, lookback);
            add(name.formatted(PRICED, lookback), PRICED, scene::price);
        }
        goals.add(Goal.ratio(name.formatted(PRICED, 600), name.formatted(PRICED, 60), 1.25));
    }

    private void addLookUps() {
        CorrelationMatrix matrix = new BarScene(ASKED, TIMES).snapshot();
        int[] asked = new Random(1).ints(1024, 0, ASKED).toArray();
        String[] names = new String[asked.length];
        for (int k = 0; k < asked.length; k++) {
            names[k] = matrix.symbols().get(asked[k]);
        }
        duel.add("look-up by name, 500", times -> {
            double sum = 0;
            for (int k = 0; k < times; k++) {
                sum += matrix.coefficient(names[k & 1023], names[k + 1 & 1023]);
            }
            return (long) sum;
        });
        duel.add("look-up by index, 500", times -> {
            double sum = 0;
            for (int k = 0; k < times; k++) {
                sum += matrix.get(asked[k & 1023], asked[k + 1 & 1023]);
            }
            return (long) sum;
        });
        goals.add(Goal.nanos("look-up by name, 500", 20));
        goals.add(Goal.nanos("look-up by index, 500", 3));
    }

    @FunctionalInterface
    private interface Work {
        /** Does it once, and tells a number that depends on it. */
        double run();
    }

    private void add(String name, int batch, Work work) {
        duel.add(name, batch, times -> {
            double sum = 0;
            for (int i = 0; i < times; i++) {
                sum += work.run();
            }
            return (long) sum;
        });
    }
}
