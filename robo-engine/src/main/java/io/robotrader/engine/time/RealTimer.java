package io.robotrader.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The machine's own time, with the calendar of a clock that is handed in. Its one thread, a daemon, starts with the first
 * task and ends with {@link #close}. Thread-safe.
 */
public final class RealTimer implements EngineTimer, AutoCloseable {

    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor executor;

    /**
     * Makes a timer. No thread is started before there is something to do.
     *
     * @param threadName the name of the thread
     * @param clock what time it is by the calendar
     */
    public RealTimer(String threadName, InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** {@return nanoseconds that go by whatever any clock says; only a difference of two means something} */
    public static long elapsed() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long nanoTime() {
        return elapsed();
    }

    @Override
    public Runnable schedule(Duration delay, Runnable task) {
        try {
            Future<?> scheduled = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException e) {
            // It was closed meanwhile: nothing is awaited any more.
            return () -> {};
        }
    }

    /** Does nothing more of what was scheduled. Closing twice is once. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
