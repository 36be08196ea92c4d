package io.robotrader.engine.execution;

import java.util.Objects;

/**
 * How an order ended that was not filled to the last share. Immutable and thread-safe.
 *
 * @param orderId the order
 * @param kind how it ended
 * @param reason why, in the broker's words, or the engine's where the broker said nothing
 */
public record OrderEnd(String orderId, Kind kind, String reason) {

    /** Checks the parts. */
    public OrderEnd {
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(reason, "reason");
    }

    /** The ways to end. */
    public enum Kind {
        /** Taken back, by us or by the broker. */
        CANCELLED,
        /** Never accepted. */
        REJECTED,
        /**
         * Not known: the broker cannot say what became of the order, or the engine ended before it did. It may be working,
         * and it may be filled yet. It stays held; a fill, or another end that a broker tells later, settles it.
         */
        UNKNOWN
    }
}
