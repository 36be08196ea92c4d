package io.robotrader.engine.health;

import java.time.Instant;

/**
 * Looks at one thing. {@link HealthChecks} has those that every engine needs; add your own for what yours depends on.
 *
 * <p>Called from any thread, and often: it must look at what is known already, and neither wait nor ask a network.
 */
@FunctionalInterface
public interface HealthCheck {

    /**
     * {@return what was found}
     *
     * @param now the time on the engine's clock
     */
    HealthFinding look(Instant now);
}
