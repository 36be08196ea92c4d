package io.robotrader.examples.benchmark;

import io.robotrader.engine.ibkr.IbkrTimer;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A client's time that runs many times faster than the machine's, so that its pacing lets through what is measured. */
final class FastTimer implements IbkrTimer, AutoCloseable {

    private static final long FASTER = 1_000_000;

    // What has passed times so many is a number only if it is counted from here.
    private final long start = System.nanoTime();
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "fast-timer");
        thread.setDaemon(true);
        return thread;
    });

    FastTimer() {
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return (System.nanoTime() - start) * FASTER;
    }

    @Override
    public Runnable scheduleAt(long nanoTime, Runnable task) {
        long nanos = Math.max(0, (nanoTime - nanoTime()) / FASTER);
        Future<?> scheduled = executor.schedule(task, nanos, TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
