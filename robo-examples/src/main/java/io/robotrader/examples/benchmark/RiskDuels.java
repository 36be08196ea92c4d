package io.robotrader.examples.benchmark;

import io.robotrader.examples.benchmark.DuelTable.Goal;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The duels about the risk gate, and the goals. */
final class RiskDuels {

    static final List<Goal> GOALS = List.of(
            Goal.ratio("check, 20 positions", "exchange-core margin check, 20", 1),
            Goal.ratio("check, 200 positions", "exchange-core margin check, 200", 0.1),
            Goal.ratio("check, 20 positions", "bare sums, 20", 20),
            Goal.ratio("check, 200 positions", "bare sums, 200", 20),
            Goal.slope("check, 200 positions", "check, 20 positions", 180, 1),
            Goal.nanos("check, 20 positions", 360),
            Goal.info("check with the system's clock, 20", "check, 20 positions"),
            Goal.ratio("reserve and close, 20", "check, 20 positions", 2),
            Goal.ratio("refusal with five violations, 20", "check, 20 positions", 3),
            Goal.ratio("explain, 20", "check, 20 positions", 10),
            Goal.ratio("maxQuantity, 20", "check, 20 positions", 5),
            Goal.ratio("price update, 200", "price update, 20", 1.25),
            Goal.ratio("reserve and book a fill, 200", "reserve and book a fill, 20", 1.5),
            // Every other order opens, and only what opens is compared with what is open.
            Goal.slope("reserve and book a fill, 200", "reserve and book a fill, 20", 90, 1),
            Goal.ratio("reserve and close, 8 threads", "reserve and close, 1 thread", 1));

    private RiskDuels() {}

    static Duel run(long sliceNanos, int rounds) {
        Duel duel = new Duel(sliceNanos, rounds);
        for (int positions : new int[] {20, 200}) {
            addScaled(duel, positions);
        }
        GateScene scene = new GateScene(20, false);
        GateScene systemTime = new GateScene(20, true);
        add(duel, "check with the system's clock, 20", () -> systemTime.check().isApproved());
        add(duel, "reserve and close, 20", scene::reserveAndClose);
        add(
                duel,
                "refusal with five violations, 20",
                () -> scene.refuse().violations().size() == 5);
        add(duel, "explain, 20", () -> scene.gate.explain(scene.good).decision().isApproved());
        add(duel, "maxQuantity, 20", () -> scene.gate.maxQuantity(scene.good).quantity() > 0);
        try (Crowd one = new Crowd(1);
                Crowd eight = new Crowd(8)) {
            duel.addThreads("reserve and close, 1 thread", Crowd.times(), one::run);
            duel.addThreads("reserve and close, 8 threads", Crowd.times(), eight::run);
            duel.run();
        }
        return duel;
    }

    private static void addScaled(Duel duel, int positions) {
        GateScene scene = new GateScene(positions, false);
        GateScene other = new GateScene(positions, false);
        ExchangeCorePeer peer = new ExchangeCorePeer(positions);
        BareSums sums = new BareSums(positions);
        add(duel, "bare sums, " + positions, () -> sums.check(10, 100, 95));
        add(duel, "check, " + positions + " positions", () -> scene.check().isApproved());
        add(duel, "exchange-core margin check, " + positions, peer::place);
        add(duel, "price update, " + positions, () -> {
            other.price();
            return true;
        });
        add(duel, "reserve and book a fill, " + positions, other::reserveAndBook);
    }

    /** Adds one that must succeed each time: what fails takes another way, and would be measured for it. */
    private static void add(Duel duel, String name, BooleanSupplier work) {
        duel.add(name, times -> {
            long done = 0;
            for (int i = 0; i < times; i++) {
                done += work.getAsBoolean() ? 1 : 0;
            }
            if (done != times) {
                throw new IllegalStateException(name + " succeeded " + done + " times of " + times);
            }
            return done;
        });
    }
}
