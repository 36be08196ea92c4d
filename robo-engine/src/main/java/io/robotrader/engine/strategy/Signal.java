package io.robotrader.engine.strategy;

import java.util.Objects;

/**
 * A strategy's wish. Immutable and thread-safe.
 *
 * @param strategy who wishes
 * @param symbol the ticker
 * @param direction which way to be from now on
 * @param reason why, with the numbers that decided, for a person
 */
public record Signal(String strategy, String symbol, Direction direction, String reason) {

    /** Checks the parts. */
    public Signal {
        Objects.requireNonNull(strategy, "strategy");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(reason, "reason");
    }

    /** The ways to be in a symbol. */
    public enum Direction {
        /** Own it. */
        LONG,
        /** Neither own nor owe it. */
        FLAT,
        /** Owe it. */
        SHORT
    }
}
