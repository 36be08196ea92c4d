package io.robotrader.engine.ibkr.sim;

import java.util.Locale;

/** What happened in a soak. */
final class SoakTally {

    int crashes;
    int restarts;
    int pauses;
    int halts;
    int haltsInForce;
    int orders;
    int grown;
    int events;

    void add(SoakTally other) {
        crashes += other.crashes;
        restarts += other.restarts;
        pauses += other.pauses;
        halts += other.halts;
        haltsInForce += other.haltsInForce;
        orders += other.orders;
        grown += other.grown;
        events += other.events;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d orders, %d openings, %d halts, %d pauses, %d restarts, %d crashes, %d entries",
                orders,
                grown,
                haltsInForce,
                pauses,
                restarts,
                crashes,
                events);
    }
}
