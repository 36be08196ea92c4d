package io.robotrader.engine.ibkr;

import io.robotrader.engine.time.RealTimer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The machine's own time, for a client that was handed no other. Its one thread starts with the first task. */
final class SystemTimer implements IbkrTimer {

    private final RealTimer timer;

    SystemTimer(String threadName) {
        timer = new RealTimer(threadName, InstantSource.system());
    }

    @Override
    public Instant now() {
        return timer.now();
    }

    @Override
    public long nanoTime() {
        return timer.nanoTime();
    }

    @Override
    public Runnable scheduleAt(long nanoTime, Runnable task) {
        return timer.schedule(Duration.ofNanos(nanoTime - timer.nanoTime()), task);
    }

    void close() {
        timer.close();
    }
}
