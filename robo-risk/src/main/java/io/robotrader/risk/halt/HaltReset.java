package io.robotrader.risk.halt;

import io.robotrader.risk.internal.Require;
import java.time.Instant;
import java.util.Objects;

/**
 * Who lifted a halt, and why.
 *
 * <p>Immutable and thread-safe.
 *
 * @param lifted what was in force until then
 * @param who the person who answers for it
 * @param why what makes it safe to trade again
 * @param at when, by the switch's clock
 */
public record HaltReset(Halt lifted, String who, String why, Instant at) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if who or why is null, blank, or has space around it
     */
    public HaltReset {
        Objects.requireNonNull(lifted, "lifted");
        Require.prose(who, "who");
        Require.prose(why, "why");
        Objects.requireNonNull(at, "at");
    }
}
