package io.robotrader.engine;

import io.robotrader.engine.time.EngineTimer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The time of a run that went by a machine's clock. It goes from entry to entry, and what was scheduled is done when the
 * record shows that it was: nobody wrote down when the rounds came that found nothing. Thread-safe.
 */
final class ReplayClock implements InstantSource, EngineTimer {

    private static final long NANOS = 1_000_000_000L;

    private final List<Runnable> tasks = new ArrayList<>();
    private volatile Instant now;

    ReplayClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanoTime() {
        Instant time = now;
        return time.getEpochSecond() * NANOS + time.getNano();
    }

    synchronized void advanceTo(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }

    /** Each task is another, also where the same is scheduled twice. */
    @Override
    @SuppressWarnings("UnnecessaryMethodReference") // it makes an object of its own
    public synchronized Runnable schedule(Duration delay, Runnable task) {
        Runnable own = task::run;
        tasks.add(own);
        return () -> forget(own);
    }

    private synchronized void forget(Runnable task) {
        tasks.remove(task);
    }

    /** What is scheduled now, to be done in any order, each once. */
    synchronized List<Runnable> scheduled() {
        return List.copyOf(tasks);
    }

    void run(Runnable task) {
        forget(task);
        task.run();
    }
}
