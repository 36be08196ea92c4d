package io.robotrader.engine.ibkr;

import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's own time, for a client that was handed no other. Its one thread starts with the first task. */
final class SystemTimer implements IbkrTimer {

    private final ScheduledThreadPoolExecutor executor;

    SystemTimer(String threadName) {
        executor = new ScheduledThreadPoolExecutor(1, task -> Threads.daemon(threadName, task));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Runnable scheduleAt(long nanoTime, Runnable task) {
        try {
            Future<?> scheduled = executor.schedule(task, nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            // The client was closed meanwhile: nothing is awaited any more.
            return () -> {};
        }
    }

    void close() {
        executor.shutdownNow();
    }
}
