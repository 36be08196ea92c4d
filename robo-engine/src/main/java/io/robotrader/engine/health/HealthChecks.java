package io.robotrader.engine.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The checks that every engine needs. Each is thread-safe if what it is handed is. */
public final class HealthChecks {

    private static final double MEGABYTE = 1024.0 * 1024.0;

    private HealthChecks() {}

    /**
     * {@return whether something that has to hold holds; UNHEALTHY if not}
     *
     * @param name what is looked at
     * @param holds whether it holds
     * @param good what is said if it does
     * @param bad what is said if it does not
     */
    public static HealthCheck holds(String name, BooleanSupplier holds, String good, String bad) {
        return now -> holds.getAsBoolean()
                ? new HealthFinding(name, HealthStatus.HEALTHY, good)
                : new HealthFinding(name, HealthStatus.UNHEALTHY, bad);
    }

    /**
     * {@return how old the last market data is while the market is open; at the first bound DEGRADED, at the second
     * UNHEALTHY; while it is closed, HEALTHY}
     *
     * @param last when data last came, empty if none has
     * @param open whether data has to come at an instant
     * @param degraded the first bound, reaching it counts
     * @param unhealthy the second bound, above the first
     */
    public static HealthCheck marketData(
            Supplier<Optional<Instant>> last, Predicate<Instant> open, Duration degraded, Duration unhealthy) {
        requireOrder("degraded", degraded.toNanos(), unhealthy.toNanos());
        return now -> {
            if (!open.test(now)) {
                return new HealthFinding("market data", HealthStatus.HEALTHY, "the market is closed");
            }
            Optional<Instant> newest = last.get();
            if (newest.isEmpty()) {
                return new HealthFinding("market data", HealthStatus.DEGRADED, "none has come yet");
            }
            Duration age = Duration.between(newest.get(), now);
            return new HealthFinding(
                    "market data", above(age, degraded, unhealthy), "the last is " + age.toSeconds() + " s old");
        };
    }

    /**
     * {@return how far the broker's clock is from ours, either way; empty is HEALTHY, as nothing was asked yet}
     *
     * @param skew by how much
     * @param degraded the first bound, reaching it counts
     * @param unhealthy the second bound, above the first
     */
    public static HealthCheck clockSkew(Supplier<Optional<Duration>> skew, Duration degraded, Duration unhealthy) {
        requireOrder("degraded", degraded.toNanos(), unhealthy.toNanos());
        return now -> skew.get()
                .map(by -> new HealthFinding(
                        "clock",
                        above(by.abs(), degraded, unhealthy),
                        "the broker's differs by " + by.toSeconds() + " s"))
                .orElseGet(() -> new HealthFinding("clock", HealthStatus.HEALTHY, "the broker's was not asked yet"));
    }

    /**
     * {@return how full the heap was after the last collection; from 0.8 on DEGRADED, from 0.95 on UNHEALTHY. Before the
     * first collection there is nothing to say, and it is HEALTHY}
     */
    public static HealthCheck heap() {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
                .toList();
        return heap(() -> shareAfterCollection(pools));
    }

    static HealthCheck heap(DoubleSupplier share) {
        return now -> {
            double used = share.getAsDouble();
            HealthStatus status =
                    used >= 0.95 ? HealthStatus.UNHEALTHY : used >= 0.8 ? HealthStatus.DEGRADED : HealthStatus.HEALTHY;
            return new HealthFinding(
                    "heap", status, String.format(Locale.ROOT, "%.0f %% used after a collection", 100 * used));
        };
    }

    private static double shareAfterCollection(List<MemoryPoolMXBean> pools) {
        double most = 0;
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage usage = pool.getCollectionUsage();
            // Young pools may be full or empty at will; the one that ends the program is the one with a maximum.
            if (usage != null && usage.getMax() > 0) {
                most = Math.max(most, (double) usage.getUsed() / usage.getMax());
            }
        }
        return most;
    }

    /**
     * {@return how much room is left where a file lies; below the first bound DEGRADED, below the second UNHEALTHY}
     *
     * @param file a file or folder that exists
     * @param degraded bytes
     * @param unhealthy bytes, fewer than the first
     */
    public static HealthCheck disk(Path file, long degraded, long unhealthy) {
        return disk(file, degraded, unhealthy, HealthChecks::usableBytes);
    }

    static HealthCheck disk(Path file, long degraded, long unhealthy, ToLongFunction<Path> room) {
        requireOrder("unhealthy", unhealthy, degraded);
        return now -> {
            long left = room.applyAsLong(file);
            HealthStatus status = left < unhealthy
                    ? HealthStatus.UNHEALTHY
                    : left < degraded ? HealthStatus.DEGRADED : HealthStatus.HEALTHY;
            return new HealthFinding("disk", status, String.format(Locale.ROOT, "%.0f MB are left", left / MEGABYTE));
        };
    }

    private static long usableBytes(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return a check that is looked at again only after a while, for what takes longer than a look}
     *
     * @param check the check
     * @param every how long its finding counts, positive
     */
    public static HealthCheck cached(HealthCheck check, Duration every) {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("every must be positive, but was " + every);
        }
        return new CachedCheck(check, every);
    }

    private static HealthStatus above(Duration value, Duration degraded, Duration unhealthy) {
        if (value.compareTo(unhealthy) >= 0) {
            return HealthStatus.UNHEALTHY;
        }
        return value.compareTo(degraded) >= 0 ? HealthStatus.DEGRADED : HealthStatus.HEALTHY;
    }

    private static void requireOrder(String name, long lower, long higher) {
        if (lower < 0 || lower >= higher) {
            throw new IllegalArgumentException(
                    name + " must be zero or more and below the other bound, but was " + lower + " with " + higher);
        }
    }
}
