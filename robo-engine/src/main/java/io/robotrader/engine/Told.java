package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.DataRefused;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.event.EngineEvent.RunBegan;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.risk.halt.Halt;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an event tells, but for when: what a replay must come to again. */
final class Told {

    private Told() {}

    /** Whether the event decides nothing and nothing follows from it: what was noted beside the way. */
    static boolean isAside(EngineEvent event) {
        return event instanceof TroubleNoted
                || event instanceof DataRefused
                || (event instanceof Reconciled reconciled
                        && reconciled.differences().isEmpty());
    }

    static boolean isSame(EngineEvent one, EngineEvent other) {
        return one.getClass().equals(other.getClass()) && of(one).equals(of(other));
    }

    private static List<@Nullable Object> of(EngineEvent event) {
        if (event instanceof RunBegan) {
            // The replay may be handed other settings, and that is no decision.
            return List.of();
        }
        if (event instanceof Halted halted) {
            return of(halted.halt());
        }
        if (event instanceof HaltLifted lifted) {
            List<@Nullable Object> told = of(lifted.reset().lifted());
            told.add(lifted.reset().who());
            told.add(lifted.reset().why());
            return told;
        }
        return parts(event);
    }

    private static List<@Nullable Object> of(Halt halt) {
        return new ArrayList<>(List.of(halt.level(), halt.trigger(), halt.reason(), halt.flatten()));
    }

    private static List<@Nullable Object> parts(EngineEvent event) {
        List<@Nullable Object> parts = new ArrayList<>();
        for (RecordComponent part : event.getClass().getRecordComponents()) {
            if (!part.getName().equals("at")) {
                parts.add(value(part, event));
            }
        }
        return parts;
    }

    private static @Nullable Object value(RecordComponent part, EngineEvent event) {
        try {
            return part.getAccessor().invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("an event's part " + part + " cannot be read", e);
        }
    }
}
