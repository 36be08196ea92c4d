package io.robotrader.engine.ibkr.sim;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What happened in a soak. */
final class SoakTally {

    int crashes;
    int restarts;
    int refusedStarts;
    int fullDisks;
    int pauses;
    int halts;
    int haltsInForce;
    int orders;
    int grown;
    int events;
    int differences;
    final Map<String, Integer> faults = new TreeMap<>();

    void add(SoakTally other) {
        crashes += other.crashes;
        restarts += other.restarts;
        refusedStarts += other.refusedStarts;
        fullDisks += other.fullDisks;
        pauses += other.pauses;
        halts += other.halts;
        haltsInForce += other.haltsInForce;
        orders += other.orders;
        grown += other.grown;
        events += other.events;
        differences += other.differences;
        other.faults.forEach((name, times) -> faults.merge(name, times, Integer::sum));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d orders, %d openings, %d halts, %d pauses, %d restarts, %d starts that were refused, %d crashes, %d full"
                        + " disks, %d differences settled, %d entries, faults %s",
                orders,
                grown,
                haltsInForce,
                pauses,
                restarts,
                refusedStarts,
                crashes,
                fullDisks,
                differences,
                events,
                faults);
    }
}
