package io.robotrader.examples.trade;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.health.EventLog;
import java.time.Instant;

/** A program with Logback: logs an event of an engine. */
final class LoggedEvents {

    private LoggedEvents() {}

    public static void main(String[] args) {
        new EventLog()
                .onEvent(new StateChanged(
                        Instant.parse("2026-01-06T15:00:00Z"), EngineState.READY, EngineState.RUNNING));
    }
}
