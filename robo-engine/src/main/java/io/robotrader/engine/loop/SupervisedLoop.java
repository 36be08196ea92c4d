package io.robotrader.engine.loop;

import io.robotrader.engine.view.LoopStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that is done again and again: how often, how it went, and how long it waits after it failed. */
public final class SupervisedLoop {

    private static final Duration BUDGETED = Duration.ofHours(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 10;
    private static final int MOST_REMEMBERED = 1000;

    private final String name;
    private final Duration period;
    private final int errorBudget;
    private final Runnable work;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private Instant heartbeat;
    private Duration pause;
    private long runs;
    private long errors;
    private int errorsInRow;
    private @Nullable String lastError;

    SupervisedLoop(String name, Duration period, int errorBudget, Runnable work, Instant start) {
        this.name = name;
        this.period = period;
        this.errorBudget = errorBudget;
        this.work = work;
        this.pause = period;
        this.heartbeat = start;
    }

    String name() {
        return name;
    }

    /** How long to wait before the next run. */
    Duration pause() {
        return pause;
    }

    /** Works once; returns what it threw, or null. An error of the machine is thrown. */
    @Nullable
    RuntimeException run(Instant now) {
        heartbeat = now;
        runs++;
        try {
            work.run();
            errorsInRow = 0;
            pause = period;
            return null;
        } catch (RuntimeException failure) {
            errors++;
            errorsInRow = Math.min(errorsInRow + 1, MOST_DOUBLINGS);
            lastError = failure.toString();
            pause = backedOff();
            failures.addLast(now);
            if (failures.size() > MOST_REMEMBERED) {
                failures.removeFirst();
            }
            return failure;
        }
    }

    private Duration backedOff() {
        Duration longer = period.multipliedBy(1L << errorsInRow);
        // Short enough for a loop that always fails to overdraw its budget within the hour.
        Duration twice = period.multipliedBy(2);
        Duration longest = twice.compareTo(LONGEST_PAUSE) > 0 ? twice : LONGEST_PAUSE;
        return longer.compareTo(longest) > 0 ? longest : longer;
    }

    LoopStatus status(Instant now) {
        Instant from = now.minus(BUDGETED);
        while (!failures.isEmpty() && failures.getFirst().isBefore(from)) {
            failures.removeFirst();
        }
        return new LoopStatus(
                name,
                period,
                heartbeat,
                pause,
                runs,
                errors,
                failures.size(),
                errorBudget,
                Optional.ofNullable(lastError));
    }
}
