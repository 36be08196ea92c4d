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

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a text is blank
     */
    public Signal {
        requireText(strategy, "strategy");
        requireText(symbol, "symbol");
        Objects.requireNonNull(direction, "direction");
        requireText(reason, "reason");
    }

    private static void requireText(String text, String name) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank, but was '" + text + "'");
        }
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
