package io.robotrader.engine;

import io.robotrader.engine.time.EngineTimer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until it is told the time: the engine sets it to each bar's time, so that years pass in
 * seconds. What was scheduled with it is done on the thread that moves it, in order of time, each with the clock at its
 * time; what falls due at the same time, in the order in which it was scheduled. Thread-safe.
 */
public final class VirtualClock implements InstantSource, EngineTimer {

    private static final long NANOS = 1_000_000_000L;

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::order));
    private long scheduled;
    private volatile Instant now;

    /**
     * Makes a clock.
     *
     * @param start what it shows until it is told otherwise
     */
    public VirtualClock(Instant start) {
        this.now = Objects.requireNonNull(start, "start");
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
        // What overflows overflows the same way at both ends of a duration.
        return time.getEpochSecond() * NANOS + time.getNano();
    }

    @Override
    public synchronized Runnable schedule(Duration delay, Runnable task) {
        Task later = new Task(delay.isNegative() ? now : now.plus(delay), scheduled++, task);
        tasks.add(later);
        return () -> {
            synchronized (this) {
                tasks.remove(later);
            }
        };
    }

    /**
     * Sets the clock forward and does what falls due on the way. A time in the past is ignored: time does not go back.
     *
     * @param time what it shows from now on
     */
    public void advanceTo(Instant time) {
        for (Task due = next(time); due != null; due = next(time)) {
            due.what().run();
        }
    }

    /**
     * Sets the clock forward by some time and does what falls due on the way.
     *
     * @param time how much passes, zero or positive
     */
    public void advance(Duration time) {
        advanceTo(now.plus(time));
    }

    private synchronized @Nullable Task next(Instant until) {
        Task first = tasks.peek();
        boolean isDue = first != null && !first.at().isAfter(until);
        Instant reached = isDue ? first.at() : until;
        if (reached.isAfter(now)) {
            now = reached;
        }
        return isDue ? tasks.poll() : null;
    }

    private record Task(Instant at, long order, Runnable what) {}
}
