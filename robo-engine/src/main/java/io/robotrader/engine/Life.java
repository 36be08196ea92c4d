package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.loop.EngineClock;
import io.robotrader.engine.view.HoldReason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The state of the engine, what holds it, and the telling of what happens: to the journal first, then to those who look on.
 * Changed by the engine's one writing thread alone; the state may be read by any.
 */
final class Life {

    private static final Logger LOG = LoggerFactory.getLogger(TradingEngine.class);

    private final Backlog journal;
    private final List<EngineListener> listeners;
    private final EngineClock clock;
    private final Map<HoldReason, String> holds = new EnumMap<>(HoldReason.class);
    private volatile EngineState state = EngineState.INITIALIZING;
    private boolean hasRun;

    Life(Backlog journal, List<EngineListener> listeners, EngineClock clock) {
        this.journal = journal;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    EngineState state() {
        return state;
    }

    Map<HoldReason, String> holds() {
        return holds;
    }

    /** Whether something waits to be written. */
    boolean isBehind() {
        return journal.isBehind();
    }

    boolean mayOpen() {
        return state == EngineState.RUNNING && !isBehind();
    }

    /** Writes an event down and tells it; false if it waits to be written. */
    boolean publish(EngineEvent event) {
        journal.append(event);
        tell(event);
        return !isBehind();
    }

    /** Runs, or waits if there is a reason to. */
    void runOrPause() {
        become(holds.isEmpty() ? EngineState.RUNNING : EngineState.PAUSED);
    }

    /** Notes a reason to open nothing. */
    void hold(HoldReason reason, String why) {
        if (holds.put(reason, why) != null) {
            return;
        }
        // Every start waits for the broker's books.
        LOG.atLevel(reason == HoldReason.RECONCILIATION && !hasRun ? Level.INFO : Level.WARN)
                .log("Nothing is opened for now: {}, {}", reason, why);
        publish(new HoldChanged(clock.now(), reason.name(), true, why));
        if (state == EngineState.RUNNING) {
            become(EngineState.PAUSED);
        }
    }

    /** Notes a reason of an earlier run, which is in the journal. */
    void holdAgain(HoldReason reason, String why) {
        holds.put(reason, why);
        LOG.warn("Nothing is opened, as an earlier run was held and that has not passed: {}, {}", reason, why);
    }

    void release(HoldReason reason) {
        String why = holds.remove(reason);
        if (why == null) {
            return;
        }
        publish(new HoldChanged(clock.now(), reason.name(), false, why));
        if (holds.isEmpty() && state == EngineState.PAUSED) {
            become(EngineState.RUNNING);
        }
    }

    void become(EngineState next) {
        EngineState before = state;
        hasRun |= next == EngineState.RUNNING;
        if (!before.mayBecome(next)) {
            throw new IllegalStateException("an engine that is " + before + " cannot become " + next);
        }
        if (next == EngineState.ERROR) {
            // It counts even if the journal, or the clock, is what broke.
            state = next;
        }
        EngineEvent event = new StateChanged(clock.now(), before, next);
        try {
            journal.append(event);
            state = next;
        } finally {
            if (state == next) {
                tell(event);
            }
        }
    }

    private void tell(EngineEvent event) {
        for (EngineListener listener : listeners) {
            try {
                listener.onEvent(event);
            } catch (Throwable broken) {
                // Errors too: what a listener breaks is its own.
                LOG.warn("A listener failed on {}", event, broken);
            }
        }
    }
}
