package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.IbkrTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Time that passes only when it is told to, for a client that is led by the hand: no wait of the client's takes any real
 * time, and none of its limits is loosened. Thread-safe.
 */
final class StepTimer implements IbkrTimer {

    private record Task(long at, long order, Runnable what) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
    private final Instant start;
    private long nanos;
    private long ordered;

    StepTimer(Instant start) {
        this.start = start;
    }

    @Override
    public synchronized Instant now() {
        return start.plusNanos(nanos);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized Runnable scheduleAt(long nanoTime, Runnable task) {
        Task later = new Task(nanoTime, ordered++, task);
        tasks.add(later);
        return () -> cancel(later);
    }

    private synchronized void cancel(Task task) {
        tasks.remove(task);
    }

    /** Lets time pass; what has become due is done on this thread, in the order of its time. */
    void advance(Duration by) {
        due(by).forEach(task -> task.what().run());
    }

    private synchronized List<Task> due(Duration by) {
        nanos += by.toNanos();
        List<Task> due = new ArrayList<>();
        for (Task first = tasks.peek(); first != null && first.at() <= nanos; first = tasks.peek()) {
            due.add(tasks.remove());
        }
        return due;
    }
}
