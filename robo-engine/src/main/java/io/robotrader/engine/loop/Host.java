package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent;
import java.time.Duration;

/** What the trading loop needs of the engine around it. Used on the engine's one writing thread. */
public interface Host {

    /**
     * Writes an event down and tells those who look on.
     *
     * @param event what happened
     */
    void publish(EngineEvent event);

    /** {@return the number of the last event that was written down, in this run or an earlier one; zero for none} */
    long lastSequence();

    /**
     * Hands an input to the loop behind those that it has.
     *
     * @param input what is to follow
     */
    void next(EngineInput input);

    /**
     * Hands an input to the loop after a while of real time.
     *
     * @param wait how long from now
     * @param input what is to follow then
     */
    void later(Duration wait, EngineInput input);

    /** The last entry is made. */
    void stopped();
}
