package io.robotrader.engine.strategy;

import java.util.Objects;

/**
 * A strategy's wish. Immutable and thread-safe.
 *
 * @param strategy who wishes
 * @param symbol the ticker
 * @param direction which way to be from now on
 * @param reason why, with the numbers that decided, for a person
 * @param confidence how sure the strategy is, from 0 (not at all) to 1 (as sure as it gets), both allowed. It is a rank and
 *     not a probability
 */
public record Signal(String strategy, String symbol, Direction direction, String reason, double confidence) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a text is blank or the confidence does not lie from 0 to 1
     */
    public Signal {
        requireText(strategy, "strategy");
        requireText(symbol, "symbol");
        Objects.requireNonNull(direction, "direction");
        requireText(reason, "reason");
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must lie from 0 to 1, but was " + confidence);
        }
    }

    /**
     * A wish without a doubt: its confidence is 1.
     *
     * @param strategy who wishes
     * @param symbol the ticker
     * @param direction which way to be from now on
     * @param reason why, with the numbers that decided, for a person
     * @throws IllegalArgumentException if a text is blank
     */
    public Signal(String strategy, String symbol, Direction direction, String reason) {
        this(strategy, symbol, direction, reason, 1);
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
