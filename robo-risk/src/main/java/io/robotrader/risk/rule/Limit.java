package io.robotrader.risk.rule;

import io.robotrader.risk.internal.Require;
import java.util.Objects;

/**
 * What an observed number may be: at most the bound, or for some kinds at least.
 *
 * <p>Exactly at the bound passes and beyond it violates, except where the sense is
 * {@link LimitKind.Sense#BELOW}. A relative
 * tolerance of {@value #TOLERANCE} absorbs rounding, on the side of the rule. Immutable and thread-safe.
 *
 * @param kind what the limit is about
 * @param name what a person calls it; the kind's own name for built-in limits
 * @param bound the most, or the least, that is allowed, finite, in the unit
 * @param unit what the bound counts
 * @param sense how a number is compared with the bound
 */
public record Limit(LimitKind kind, String name, double bound, Unit unit, LimitKind.Sense sense) {

    /** How far a number may miss its bound, relative to the bound, and still count as exactly at it. */
    public static final double TOLERANCE = 1e-9;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name is blank or the bound is not finite
     */
    public Limit {
        Objects.requireNonNull(kind, "kind");
        Require.text(name, "name");
        Require.finite(bound, "bound");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(sense, "sense");
    }

    /**
     * {@return a limit of a built-in kind}
     *
     * @param kind what it is about
     * @param bound the most that is allowed, in the kind's unit
     */
    public static Limit of(LimitKind kind, double bound) {
        return new Limit(kind, kind.name(), bound, kind.unit(), kind.sense());
    }

    /**
     * {@return a limit of the user's own that sets a ceiling}
     *
     * @param name what a person calls it
     * @param bound the most that is allowed
     * @param unit what the bound counts
     */
    public static Limit custom(String name, double bound, Unit unit) {
        return new Limit(LimitKind.CUSTOM, name, bound, unit, LimitKind.Sense.AT_MOST);
    }

    /**
     * {@return a limit of the user's own that sets a floor}
     *
     * @param name what a person calls it
     * @param bound the least that is allowed
     * @param unit what the bound counts
     */
    public static Limit customAtLeast(String name, double bound, Unit unit) {
        return new Limit(LimitKind.CUSTOM, name, bound, unit, LimitKind.Sense.AT_LEAST);
    }

    /**
     * Whether a number passes. NaN and the infinities never do, whatever the bound.
     *
     * @param observed the number, in this limit's unit
     * @return true if it passes
     */
    public boolean admits(double observed) {
        if (!Double.isFinite(observed)) {
            return false;
        }
        double slack = TOLERANCE * Math.abs(bound);
        return switch (sense) {
            case AT_MOST -> observed <= bound + slack;
            case BELOW -> observed < bound - slack;
            case AT_LEAST -> observed >= bound - slack;
        };
    }

    /**
     * {@return how far the number is from the bound, in this limit's unit: positive inside, negative beyond}
     *
     * @param observed the number
     */
    public double headroom(double observed) {
        return sense == LimitKind.Sense.AT_LEAST ? observed - bound : bound - observed;
    }

    /**
     * How much of the limit is used: 1 is exactly at the bound, 0.8 leaves a fifth of it.
     *
     * @param observed the number
     * @return zero or more; positive infinity where the bound is zero and is exceeded
     */
    public double used(double observed) {
        if (sense == LimitKind.Sense.AT_LEAST) {
            return ratio(bound, observed);
        }
        return ratio(observed, bound);
    }

    private static double ratio(double part, double whole) {
        if (part <= 0) {
            return 0;
        }
        return whole > 0 ? part / whole : Double.POSITIVE_INFINITY;
    }
}
