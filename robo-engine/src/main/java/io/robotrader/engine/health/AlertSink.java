package io.robotrader.engine.health;

import java.io.IOException;

/**
 * A way to a person. {@link AlertSinks} has a log, a webhook and e-mail; bring your own for anything else.
 *
 * <p>Called by one thread at a time, which is not the engine's: it may wait, though not for ever.
 */
@FunctionalInterface
public interface AlertSink {

    /**
     * Delivers an alert.
     *
     * @param alert what a person should know
     * @throws IOException if it did not get through; it is logged, counted, and not tried again
     */
    void deliver(Alert alert) throws IOException;
}
