package io.robotrader.engine.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Remembers what a check found. Two threads may look at once when it is old; both findings are right. */
final class CachedCheck implements HealthCheck {

    private final HealthCheck check;
    private final Duration every;
    private volatile @Nullable Found found;

    private record Found(Instant at, HealthFinding finding) {}

    CachedCheck(HealthCheck check, Duration every) {
        this.check = check;
        this.every = every;
    }

    @Override
    public HealthFinding look(Instant now) {
        Found known = found;
        // A clock that went back makes everything old.
        if (known == null || now.isBefore(known.at) || !now.isBefore(known.at.plus(every))) {
            known = new Found(now, check.look(now));
            found = known;
        }
        return known.finding;
    }
}
