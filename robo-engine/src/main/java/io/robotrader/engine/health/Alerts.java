package io.robotrader.engine.health;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.Difference;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.health.Alert.Severity;
import io.robotrader.engine.view.HoldReason;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what matters of the engine's events to a person, without repeating itself.
 *
 * <p>Hand {@link #onEvent} to the engine as a listener and {@link #onHealth} to a {@link HealthMonitor}. The same subject
 * is told once in a window; how often it happened besides is told with its next alert. Something worse about the same
 * subject is told at once. At most so many subjects are remembered as {@link #MOST_SUBJECTS}; the oldest goes first.
 *
 * <p>Sinks are called by the executor, one alert after the other in the order of their coming. What a sink throws is
 * logged and counted, and keeps nothing from the others. Thread-safe.
 */
public final class Alerts {

    /** How many subjects are remembered. */
    public static final int MOST_SUBJECTS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final List<AlertSink> sinks;
    private final Duration window;
    private final Executor executor;
    private final Object delivering = new Object();
    private final Map<String, Told> told = new HashMap<>();
    private volatile long undelivered;

    private record Told(Instant at, Severity severity, long repeated) {}

    private Alerts(List<AlertSink> sinks, Duration window, Executor executor) {
        this.sinks = List.copyOf(sinks);
        this.window = window;
        this.executor = executor;
    }

    /**
     * {@return alerts to those sinks}
     *
     * @param sinks each is brought every alert
     * @param window how long the same subject is not told again, from zero to a day, on the engine's clock
     * @param executor brings them, in the order in which it is handed them: one thread of the caller's own, so that the
     *     engine does not wait for a network
     * @throws IllegalArgumentException if the window is out of its range
     */
    public static Alerts to(List<AlertSink> sinks, Duration window, Executor executor) {
        Objects.requireNonNull(executor, "executor");
        if (window.isNegative() || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("window must be from zero to one day, but was " + window);
        }
        return new Alerts(sinks, window, executor);
    }

    /** {@return how many deliveries have failed, over all sinks} */
    public long undelivered() {
        return undelivered;
    }

    /**
     * Tells of an event if it is one that matters: halts and their end, a connection or a journal lost or there again,
     * trouble, orders that are lost, books that differ from the broker's, the end of the engine.
     *
     * @param event any event
     */
    public void onEvent(EngineEvent event) {
        Alert alert = alertOf(event);
        if (alert != null) {
            raise(alert);
        }
    }

    /**
     * Tells that the health has changed.
     *
     * @param before the status before
     * @param report how it is now
     */
    public void onHealth(HealthStatus before, HealthReport report) {
        Severity severity = switch (report.status()) {
            case HEALTHY -> Severity.INFO;
            case DEGRADED -> Severity.WARNING;
            case UNHEALTHY -> Severity.CRITICAL;
        };
        raise(new Alert(
                report.at(),
                severity,
                "health " + report.status(),
                "Health went from " + before + " to " + report.status() + ": " + report.reasons()));
    }

    /**
     * Tells of anything else.
     *
     * @param alert what a person should know
     */
    public void raise(Alert alert) {
        Alert due;
        synchronized (told) {
            due = due(alert);
        }
        if (due != null) {
            executor.execute(() -> deliver(due));
        }
    }

    private @Nullable Alert due(Alert alert) {
        Told before = told.get(alert.subject());
        if (before != null
                && alert.severity().compareTo(before.severity) <= 0
                && alert.at().isBefore(before.at.plus(window))) {
            told.put(alert.subject(), new Told(before.at, before.severity, before.repeated + 1));
            return null;
        }
        long repeated = before == null ? 0 : before.repeated;
        told.put(alert.subject(), new Told(alert.at(), alert.severity(), 0));
        forgetOldest();
        String more = repeated == 0 ? "" : " (" + repeated + " more since the last time that this was told)";
        return new Alert(alert.at(), alert.severity(), alert.subject(), alert.text() + more);
    }

    private void forgetOldest() {
        if (told.size() > MOST_SUBJECTS) {
            told.entrySet().stream()
                    .min(Map.Entry.comparingByValue(java.util.Comparator.comparing(Told::at)))
                    .map(Map.Entry::getKey)
                    .ifPresent(told::remove);
        }
    }

    private void deliver(Alert alert) {
        synchronized (delivering) {
            for (AlertSink sink : sinks) {
                try {
                    sink.deliver(alert);
                } catch (IOException | RuntimeException e) {
                    undelivered++;
                    LOG.error("An alert did not get through: {}", alert, e);
                }
            }
        }
    }

    private static @Nullable Alert alertOf(EngineEvent event) {
        if (event instanceof Halted it) {
            return alert(
                    it,
                    Severity.CRITICAL,
                    "halt " + it.halt().trigger(),
                    "Trading is at " + it.halt().level() + ": " + it.halt().reason());
        }
        if (event instanceof HaltLifted it) {
            return alert(
                    it,
                    Severity.INFO,
                    "halt lifted",
                    it.reset().lifted().level() + " was lifted by " + it.reset().who() + ": "
                            + it.reset().why());
        }
        if (event instanceof ConnectionChanged it) {
            return it.up()
                    ? alert(it, Severity.INFO, "connection up", "The broker is connected: " + it.detail())
                    : alert(it, Severity.WARNING, "connection lost", "The broker is not connected: " + it.detail());
        }
        if (event instanceof HoldChanged it && it.reason().equals(HoldReason.JOURNAL.name())) {
            return it.placed()
                    ? alert(
                            it,
                            Severity.CRITICAL,
                            "journal",
                            "The journal is in trouble, nothing is opened: " + it.why())
                    : alert(it, Severity.INFO, "journal back", "The journal takes entries again.");
        }
        if (event instanceof TroubleNoted it) {
            return alert(it, Severity.WARNING, "trouble in " + it.where(), it.where() + ": " + it.message());
        }
        if (event instanceof OrderEnded it && it.end().kind() == OrderEnd.Kind.UNKNOWN) {
            return alert(
                    it,
                    Severity.WARNING,
                    "order " + it.end().orderId(),
                    "What became of order " + it.end().orderId() + " is not known: "
                            + it.end().reason());
        }
        if (event instanceof Reconciled it && !it.differences().isEmpty()) {
            return reconciled(it);
        }
        if (event instanceof StateChanged it && it.to() == EngineState.ERROR) {
            return alert(it, Severity.CRITICAL, "engine failed", "The engine has failed and ended.");
        }
        return null;
    }

    private static Alert reconciled(Reconciled it) {
        boolean blocked = it.differences().stream().anyMatch(d -> d.action() == Difference.Action.BLOCKED);
        StringBuilder text = new StringBuilder("The books differed from the broker's: ");
        for (Difference difference : it.differences()) {
            text.append(difference.kind())
                    .append(difference.subject().isEmpty() ? "" : " " + difference.subject())
                    .append(", ours ")
                    .append(difference.ours())
                    .append(", theirs ")
                    .append(difference.theirs())
                    .append(", ")
                    .append(difference.action())
                    .append("; ");
        }
        text.setLength(text.length() - 2);
        return alert(it, blocked ? Severity.CRITICAL : Severity.WARNING, "reconciliation", text.toString());
    }

    private static Alert alert(EngineEvent event, Severity severity, String subject, String text) {
        return new Alert(event.at(), severity, subject, text);
    }
}
