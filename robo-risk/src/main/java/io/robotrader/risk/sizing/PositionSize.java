package io.robotrader.risk.sizing;

import io.robotrader.risk.account.OrderIntent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sizer's answer: how many shares, and each step that led there. A later step never adds shares, and a value in which
 * one does cannot exist. Immutable and thread-safe.
 *
 * @param steps the sizer's own answer first, then each scaler and limit in the order in which it was asked; at least one
 */
public record PositionSize(List<SizeStep> steps) {

    /**
     * Checks the steps.
     *
     * @throws IllegalArgumentException if there is none, or if one of them leaves more shares than the one before
     */
    public PositionSize {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps must be at least one, but was []");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).quantity() > steps.get(i - 1).quantity()) {
                throw new IllegalArgumentException("steps must never add shares, but was " + steps);
            }
        }
    }

    /**
     * An answer of one step.
     *
     * @param quantity shares in whole lots, from zero to {@link OrderIntent#MAX_QUANTITY}
     * @param boundBy what kept it from being more
     * @throws IllegalArgumentException if the quantity is negative or absurdly large
     */
    public PositionSize(long quantity, SizeBound boundBy) {
        this(List.of(SizeStep.bound(boundBy, quantity)));
    }

    /**
     * {@return this size after one more step}
     *
     * @param step a step that leaves as many shares as there are now, or fewer
     * @throws IllegalArgumentException if it leaves more
     */
    public PositionSize then(SizeStep step) {
        return new PositionSize(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    /** {@return shares in whole lots, zero or positive} */
    public long quantity() {
        return steps.get(steps.size() - 1).quantity();
    }

    /** {@return what kept the size from being more: the last step that took shares away, or else the first} */
    public SizeBound boundBy() {
        return binding().by();
    }

    /** {@return what a person calls the bound: the name of the limit, or else of the {@link SizeBound}} */
    public String boundByName() {
        return binding().name();
    }

    /** {@return whether there is nothing to open} */
    public boolean isNothing() {
        return quantity() == 0;
    }

    /** {@return the steps as a line of text, for example {@code RISK_BUDGET: 400, DRAWDOWN x 0.5: 200}} */
    public String explanation() {
        return steps.stream().map(SizeStep::toString).collect(Collectors.joining(", "));
    }

    private SizeStep binding() {
        int i = steps.size() - 1;
        while (i > 0 && steps.get(i).quantity() == steps.get(i - 1).quantity()) {
            i--;
        }
        return steps.get(i);
    }
}
