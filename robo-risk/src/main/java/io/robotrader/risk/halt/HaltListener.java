package io.robotrader.risk.halt;

import java.util.Map;

/**
 * Is told what the kill switch does, after it is in force.
 *
 * <p>All listeners of a switch hear the same things in the order in which they happened, one at a time, on the thread of
 * one of those who made them happen, under no lock of the switch. A listener may call the switch; what that changes is
 * told after. What a listener throws is logged, and the next listener is told all the same.
 */
@FunctionalInterface
public interface HaltListener {

    /**
     * The switch tripped, or rose further. Cancel what would open risk, and close positions if {@link Halt#flatten()}.
     *
     * @param halt what came into force
     */
    void tripped(Halt halt);

    /**
     * A person lifted the halt.
     *
     * @param reset who and why
     */
    default void reset(HaltReset reset) {}

    /**
     * Warnings came or went; news of a mere change of text is not brought.
     *
     * @param warnings what is close to its limit, unmodifiable; empty if nothing is any more
     */
    default void warned(Map<HaltTrigger, String> warnings) {}

    /**
     * A halt is in force but the store failed to keep it: a restart would lose it. The next trip tries again.
     *
     * @param halt what is in force
     * @param cause what the store threw
     */
    default void unsaved(Halt halt, Throwable cause) {}
}
