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

    // It tells the time and is given no tasks: moving it does nothing else.
    private final VirtualClock time;
    private final List<Runnable> tasks = new ArrayList<>();

    ReplayClock(Instant start) {
        time = new VirtualClock(start);
    }

    @Override
    public Instant instant() {
        return time.instant();
    }

    @Override
    public Instant now() {
        return time.now();
    }

    @Override
    public long nanoTime() {
        return time.nanoTime();
    }

    void advanceTo(Instant next) {
        time.advanceTo(next);
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
