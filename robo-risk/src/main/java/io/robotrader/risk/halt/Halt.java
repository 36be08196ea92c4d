package io.robotrader.risk.halt;

import io.robotrader.risk.internal.Require;
import java.time.Instant;
import java.util.Objects;

/**
 * Why opening is held back, and since when.
 *
 * <p>Immutable and thread-safe.
 *
 * @param level {@link HaltLevel#REDUCE_ONLY} or {@link HaltLevel#HALT}
 * @param trigger what tripped the switch
 * @param reason what happened, for people
 * @param at when it tripped, by the switch's clock
 * @param flatten whether the positions are to be closed; only ever at {@link HaltLevel#HALT}. The switch closes none
 *     itself: this is an order to whoever listens
 */
public record Halt(HaltLevel level, HaltTrigger trigger, String reason, Instant at, boolean flatten) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the level holds nothing back, the reason is blank, or positions are to be
     *     closed at a lower level than HALT
     */
    public Halt {
        if (level.mayOpen()) {
            throw new IllegalArgumentException("level must be REDUCE_ONLY or HALT, but was " + level);
        }
        Objects.requireNonNull(trigger, "trigger");
        Require.prose(reason, "reason");
        Objects.requireNonNull(at, "at");
        if (flatten && level != HaltLevel.HALT) {
            throw new IllegalArgumentException("flatten must be false below HALT, but was true at " + level);
        }
    }

    /**
     * Whether this takes the place of what is in force. More restrictive wins; at the same level the first stays, so
     * that the cause is not buried under what it brought about. But a person's word is kept before a machine's: what a
     * machine saw it will see again after a reset, what a person knew would be lost.
     */
    boolean overrides(Halt inForce) {
        int higher = level.compareTo(inForce.level);
        boolean personsWord = trigger == HaltTrigger.PERSON && inForce.trigger != HaltTrigger.PERSON;
        return higher > 0 || (higher == 0 && personsWord);
    }
}
