package io.robotrader.engine.ibkr;

import java.util.Objects;

/**
 * A change of how a client stands with its gateway. Immutable and thread-safe.
 *
 * @param state how it stands now
 * @param reason why, for people to read; empty if there is nothing to say
 */
public record ConnectionEvent(ConnectionState state, String reason) {

    /** Checks the parts. */
    public ConnectionEvent {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
    }
}
