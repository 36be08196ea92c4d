package io.robotrader.engine.ibkr;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the connection is tried again. There is no last attempt. Immutable and thread-safe.
 *
 * @param first the wait before the first attempt, positive
 * @param longest no wait is longer than that; at least {@code first}
 * @param factor by how much each wait is longer than the one before, at least 1
 * @param jitter how much of a wait is left to chance, a fraction in [0, 1]: many clients of one gateway should not all come
 *     back at the same instant
 */
public record ReconnectPolicy(Duration first, Duration longest, double factor, double jitter) {

    /** From a second to a minute, doubling, a fifth of it left to chance. */
    public static final ReconnectPolicy USUAL =
            new ReconnectPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), 2, 0.2);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public ReconnectPolicy {
        if (first.isNegative() || first.isZero()) {
            throw new IllegalArgumentException("first must be positive, but was " + first);
        }
        if (longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("longest must be at least " + first + ", but was " + longest);
        }
        if (!(factor >= 1 && factor <= 1000)) {
            throw new IllegalArgumentException("factor must be in [1, 1000], but was " + factor);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter must be a fraction in [0, 1], but was " + jitter);
        }
    }

    /**
     * {@return how long to wait}
     *
     * @param attempt which attempt it is, from 1
     * @param random where chance comes from
     */
    Duration wait(int attempt, RandomGenerator random) {
        double most = longest.toNanos();
        double full = Math.min(first.toNanos() * Math.pow(factor, attempt - 1), most);
        return Duration.ofNanos((long) (full * (1 - jitter * random.nextDouble())));
    }
}
