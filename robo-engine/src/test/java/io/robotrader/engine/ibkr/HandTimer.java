package io.robotrader.engine.ibkr;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** A timer that a test turns by hand. */
final class HandTimer implements IbkrTimer {

    static final Instant START = Instant.parse("2026-01-05T20:30:00Z");

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long nanos;
    private long order;

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized Runnable scheduleAt(long nanoTime, Runnable task) {
        Task later = new Task(nanoTime, order++, task);
        tasks.add(later);
        return () -> {
            synchronized (this) {
                tasks.remove(later);
            }
        };
    }

    /** Lets time pass; what is due is done on this thread, each at its time. */
    void advance(Duration by) {
        long until = nanoTime() + by.toNanos();
        for (Task due = next(until); due != null; due = next(until)) {
            due.what.run();
        }
    }

    private synchronized Task next(long until) {
        Task first = tasks.peek();
        if (first == null || first.at > until) {
            nanos = until;
            return null;
        }
        nanos = Math.max(nanos, first.at);
        return tasks.poll();
    }

    private record Task(long at, long order, Runnable what) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }
}
