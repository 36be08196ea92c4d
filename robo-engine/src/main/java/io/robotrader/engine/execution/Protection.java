package io.robotrader.engine.execution;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What is to guard a position at the broker, where it works on while nobody here does. Immutable and thread-safe.
 *
 * <p>It says how it is to be and not what is to be done: the broker places, changes and takes back orders until it is so.
 * The two prices exclude each other: a fill of one takes the other back.
 *
 * @param id names the orders if new ones are needed: {@code id/stop} and {@code id/target}
 * @param symbol the ticker
 * @param quantity the shares that are guarded, negative for short; zero takes all that guards the symbol back
 * @param stop the price a share at which the position is given up; empty for none
 * @param target the price a share at which its gain is taken; empty for none
 */
public record Protection(String id, String symbol, long quantity, OptionalDouble stop, OptionalDouble target) {

    /** What the id of a stop ends in, after that of the order that opened the position. */
    public static final String STOP = "/stop";

    /** What the id of a target ends in. */
    public static final String TARGET = "/target";

    /** Checks the parts. */
    public Protection {
        Objects.requireNonNull(symbol, "symbol");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id must not be blank, but was '" + id + "'");
        }
        requirePrice(stop, "stop");
        requirePrice(target, "target");
    }

    private static void requirePrice(OptionalDouble price, String name) {
        if (price.isPresent() && !(price.getAsDouble() > 0 && Double.isFinite(price.getAsDouble()))) {
            throw new IllegalArgumentException(name + " must be positive and finite, but was " + price.getAsDouble());
        }
    }

    /**
     * {@return no protection}
     *
     * @param id any name, as no order is made under it
     * @param symbol the ticker
     */
    public static Protection none(String id, String symbol) {
        return new Protection(id, symbol, 0, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * {@return whether an order is one that guards a position, by its id}
     *
     * @param orderId the order's id
     */
    public static boolean isProtective(String orderId) {
        return orderId.endsWith(STOP) || orderId.endsWith(TARGET);
    }
}
