package io.robotrader.engine.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How one of the supervised loops is. Immutable and thread-safe.
 *
 * @param name what it is called
 * @param period how long from the end of one run to the next, when all is well
 * @param heartbeat when it last ran, on the engine's clock; the start of the engine before the first run
 * @param pause how long from the heartbeat to the next run: the period, or more while it backs off
 * @param runs how often it ran
 * @param errors how many runs failed
 * @param recentErrors how many runs failed within the last hour
 * @param errorBudget how many may fail within an hour before the loop is degraded
 * @param lastError what the last failure said; empty if none failed
 */
public record LoopStatus(
        String name,
        Duration period,
        Instant heartbeat,
        Duration pause,
        long runs,
        long errors,
        int recentErrors,
        int errorBudget,
        Optional<String> lastError) {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int LATE = 3;
    private static final int LOST = 10;

    /** Checks the parts. */
    public LoopStatus {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(heartbeat, "heartbeat");
        Objects.requireNonNull(pause, "pause");
        Objects.requireNonNull(lastError, "lastError");
    }

    /** How far a loop can be relied on. */
    public enum Health {
        /** It runs. */
        HEALTHY,
        /** It is late, or fails more often than its budget allows. */
        DEGRADED,
        /** It is silent, or fails all the time. */
        UNHEALTHY
    }

    /**
     * How the loop is at a time: degraded when three pauses have passed without a heartbeat or the budget is overdrawn,
     * unhealthy when ten have or twice the budget is. Five seconds are granted to each.
     *
     * @param now the time on the engine's clock
     * @return how it is
     */
    public Health health(Instant now) {
        Duration silence = Duration.between(heartbeat, now).minus(GRACE);
        if (recentErrors > 2 * errorBudget || silence.compareTo(pause.multipliedBy(LOST)) > 0) {
            return Health.UNHEALTHY;
        }
        return recentErrors > errorBudget || silence.compareTo(pause.multipliedBy(LATE)) > 0
                ? Health.DEGRADED
                : Health.HEALTHY;
    }
}
