package io.robotrader.engine.health;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the engine by a list of checks.
 *
 * <p>{@link #report} looks at once, at what is cached, and is quick enough for every request. {@link #watch} does the same
 * and tells listeners when the status has changed; a loop of the engine's or the program's calls it now and then. A check
 * that throws counts as {@link HealthStatus#UNHEALTHY}: what cannot be looked at is not known to be well. Thread-safe.
 */
public final class HealthMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);

    /** Is told of changes. */
    @FunctionalInterface
    public interface Listener {
        /**
         * The status has changed.
         *
         * @param before what it was; {@link HealthStatus#HEALTHY} before anybody has looked
         * @param report how it is now
         */
        void changed(HealthStatus before, HealthReport report);
    }

    private final InstantSource clock;
    private final List<HealthCheck> checks;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Object watching = new Object();
    private HealthStatus last = HealthStatus.HEALTHY;

    /**
     * Makes a monitor.
     *
     * @param clock the engine's
     * @param checks what is looked at, in this order
     */
    public HealthMonitor(InstantSource clock, List<HealthCheck> checks) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.checks = List.copyOf(checks);
    }

    /**
     * Adds somebody who is told when the status changes.
     *
     * @param listener called on the thread that watches
     */
    public void addListener(Listener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /** {@return how everything is now} */
    public HealthReport report() {
        var now = clock.instant();
        List<HealthFinding> findings = new ArrayList<>(checks.size());
        for (HealthCheck check : checks) {
            try {
                findings.add(check.look(now));
            } catch (RuntimeException e) {
                LOG.warn("A health check failed", e);
                findings.add(new HealthFinding("check", HealthStatus.UNHEALTHY, "the check itself failed: " + e));
            }
        }
        return HealthReport.of(now, findings);
    }

    /** {@return how everything is now, after listeners were told if the status has changed} */
    public HealthReport watch() {
        synchronized (watching) {
            HealthReport report = report();
            HealthStatus before = last;
            last = report.status();
            if (before != last) {
                listeners.forEach(listener -> tell(listener, before, report));
            }
            return report;
        }
    }

    private static void tell(Listener listener, HealthStatus before, HealthReport report) {
        try {
            listener.changed(before, report);
        } catch (RuntimeException e) {
            LOG.warn("A listener failed on a change of health", e);
        }
    }
}
