package io.robotrader.risk.sizing;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.internal.Require;
import java.util.Objects;

/**
 * One step on the way to a size. Immutable and thread-safe.
 *
 * @param by what the step is about
 * @param name what a person calls it; the limit's own name for {@link SizeBound#LIMIT}
 * @param factor what the step multiplied the size by, from 0 to 1; 1 where it set a bound instead
 * @param quantity shares that were left after it, from zero to {@link OrderIntent#MAX_QUANTITY}
 */
public record SizeStep(SizeBound by, String name, double factor, long quantity) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name is blank or a number is out of its range
     */
    public SizeStep {
        Objects.requireNonNull(by, "by");
        Require.text(name, "name");
        if (!(factor >= 0 && factor <= 1)) {
            throw new IllegalArgumentException("factor must be from 0 to 1, but was " + factor);
        }
        Require.atLeast(quantity, 0, "quantity");
        Require.atMost(quantity, OrderIntent.MAX_QUANTITY, "quantity");
    }

    /**
     * {@return a step that set a bound}
     *
     * @param by what bound
     * @param quantity shares that were left
     */
    public static SizeStep bound(SizeBound by, long quantity) {
        return new SizeStep(by, by.name(), 1, quantity);
    }

    /**
     * {@return a step that multiplied the size}
     *
     * @param by for what reason
     * @param factor by how much, from 0 to 1
     * @param quantity shares that were left
     */
    public static SizeStep scaled(SizeBound by, double factor, long quantity) {
        return new SizeStep(by, by.name(), factor, quantity);
    }

    @Override
    public String toString() {
        return name + (factor < 1 ? " x " + factor : "") + ": " + quantity;
    }
}
