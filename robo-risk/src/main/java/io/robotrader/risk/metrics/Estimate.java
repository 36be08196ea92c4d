package io.robotrader.risk.metrics;

import io.robotrader.risk.internal.Require;
import java.util.OptionalDouble;

/**
 * A number that was estimated from data, or the reason why it could not be. Too little data is never zero.
 *
 * <p>Immutable and thread-safe.
 *
 * @param value the number, finite; empty if it is not known
 * @param reason why there is no number, for a person; empty text if there is one
 */
public record Estimate(OptionalDouble value, String reason) {

    /**
     * Checks that there is a finite number or a reason, and not both.
     *
     * @throws IllegalArgumentException if not
     */
    public Estimate {
        if (value.isPresent()) {
            Require.finite(value.getAsDouble(), "value");
            if (!reason.isEmpty()) {
                throw new IllegalArgumentException("reason must be empty where there is a value, but was " + reason);
            }
        } else {
            Require.prose(reason, "reason");
        }
    }

    /**
     * {@return an estimate that is known}
     *
     * @param value a finite number
     */
    public static Estimate of(double value) {
        return new Estimate(OptionalDouble.of(value), "");
    }

    /**
     * {@return an estimate that is not known}
     *
     * @param reason why not, for a person
     */
    public static Estimate unknown(String reason) {
        return new Estimate(OptionalDouble.empty(), reason);
    }

    /** {@return whether there is a number} */
    public boolean isKnown() {
        return value.isPresent();
    }

    /** A computed number, which is not known where a sum or a square of the data overflowed. */
    static Estimate computed(double value, String what) {
        return Double.isFinite(value) ? of(value) : unknown("the " + what + " are too large to compute with");
    }

    static Estimate tooFew(String what, long needed, long has) {
        return unknown("needs " + needed + " " + what + ", but has " + has);
    }
}
