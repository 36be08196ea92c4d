package io.robotrader.engine.ibkr;

import java.util.LinkedHashSet;
import java.util.Set;

/** How many contracts may be watched at once. Who comes when all lines are taken waits for one. Thread-safe. */
final class Lines {

    private final int limit;
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private int taken;

    Lines(int limit) {
        this.limit = limit;
    }

    /** Takes a line for something to be started: now, or as soon as one is free. */
    void take(Runnable start) {
        synchronized (this) {
            if (taken >= limit) {
                waiting.add(start);
                return;
            }
            taken++;
        }
        start.run();
    }

    /** Gives back the line of something, or the wish for one. */
    void giveBack(Runnable start) {
        Runnable next;
        synchronized (this) {
            if (waiting.remove(start)) {
                return;
            }
            taken--;
            next = waiting.stream().findFirst().orElse(null);
            if (next == null) {
                return;
            }
            waiting.remove(next);
            taken++;
        }
        next.run();
    }

    synchronized boolean isWaiting(Runnable start) {
        return waiting.contains(start);
    }
}
