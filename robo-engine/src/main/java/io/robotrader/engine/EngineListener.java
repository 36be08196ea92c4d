package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;

/**
 * Looks on.
 *
 * <p>Called on the engine's one writing thread with each event, after the journal has it: be quick, and hand long work to
 * a thread of your own. What a listener throws is logged and goes no further.
 */
@FunctionalInterface
public interface EngineListener {

    /**
     * Something happened.
     *
     * @param event what
     */
    void onEvent(EngineEvent event);
}
