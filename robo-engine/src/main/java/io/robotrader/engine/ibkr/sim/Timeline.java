package io.robotrader.engine.ibkr.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The simulated clock and what is to happen by it: in the order of time, and of those at one instant as they were asked for. */
final class Timeline {

    /** Something that is to happen. */
    static final class Task implements Comparable<Task> {
        private Instant time;
        private long order;
        private final Runnable action;
        private final @Nullable Duration period;
        private boolean cancelled;

        private Task(Instant time, long order, Runnable action, @Nullable Duration period) {
            this.time = time;
            this.order = order;
            this.action = action;
            this.period = period;
        }

        void cancel() {
            cancelled = true;
        }

        @Override
        public int compareTo(Task other) {
            int byTime = time.compareTo(other.time);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private Instant now;
    private long ordered;

    Timeline(Instant start) {
        this.now = start;
    }

    Instant now() {
        return now;
    }

    Task at(Instant time, Runnable action) {
        return add(time, action, null);
    }

    Task after(Duration delay, Runnable action) {
        return add(now.plus(delay), action, null);
    }

    Task every(Duration period, Runnable action) {
        return add(now.plus(period), action, period);
    }

    private Task add(Instant time, Runnable action, @Nullable Duration period) {
        Task task = new Task(time, ordered++, action, period);
        tasks.add(task);
        return task;
    }

    /** Lets time pass. */
    void advanceTo(Instant target) {
        pass(target, false);
    }

    /** Lets a night or a weekend pass: what is done again and again is not done in it. */
    void skipTo(Instant target) {
        pass(target, true);
    }

    private void pass(Instant target, boolean skip) {
        for (Task next = tasks.peek(); next != null && !next.time.isAfter(target); next = tasks.peek()) {
            tasks.remove();
            if (next.cancelled) {
                continue;
            }
            if (next.time.isAfter(now)) {
                now = next.time;
            }
            if (next.period == null) {
                next.action.run();
            } else {
                if (!skip) {
                    next.action.run();
                }
                again(next, next.period, skip ? target : next.time);
            }
        }
        if (target.isAfter(now)) {
            now = target;
        }
    }

    private void again(Task task, Duration period, Instant from) {
        task.time = from.plus(period);
        task.order = ordered++;
        if (!task.cancelled) {
            tasks.add(task);
        }
    }
}
