package io.robotrader.risk;

import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.rule.LimitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What changes from one set of limits to the next. Immutable and thread-safe.
 *
 * @param changes one for each limit whose bound differs, in the order of {@link LimitKind}; and one more for the portfolio
 *     heat if what is assumed about stops differs
 */
public record LimitsDiff(List<Change> changes) {

    /** Copies the list. */
    public LimitsDiff {
        changes = List.copyOf(changes);
    }

    /** Which way a limit goes. */
    public enum Direction {
        /** Less is allowed than before. */
        TIGHTENED,
        /** More is allowed than before. */
        LOOSENED,
        /** Neither is surely so: the restricted symbols have gained some and lost others, or stops are taken to be nearer in
         * one way and farther in another. */
        CHANGED
    }

    /**
     * One limit that differs.
     *
     * @param kind which limit
     * @param before its bound, empty if it was off
     * @param after its bound, empty if it is off
     * @param direction which way it goes
     */
    public record Change(LimitKind kind, OptionalDouble before, OptionalDouble after, Direction direction) {}

    /** {@return whether nothing is loosened: such a change needs nobody's consent} */
    public boolean onlyTightens() {
        return changes.stream().allMatch(change -> change.direction() == Direction.TIGHTENED);
    }

    static LimitsDiff between(RiskLimits before, RiskLimits after) {
        List<Change> changes = new ArrayList<>();
        for (LimitKind kind : LimitKind.values()) {
            OptionalDouble old = before.bound(kind);
            OptionalDouble now = after.bound(kind);
            if (kind == LimitKind.RESTRICTED_SYMBOL) {
                if (!before.restricted().equals(after.restricted())) {
                    changes.add(new Change(kind, old, now, restriction(before, after)));
                }
            } else if (!old.equals(now)) {
                changes.add(new Change(
                        kind, old, now, isTighter(kind, old, now) ? Direction.TIGHTENED : Direction.LOOSENED));
            }
        }
        if (!before.stopDistance().equals(after.stopDistance())) {
            changes.add(new Change(
                    LimitKind.PORTFOLIO_HEAT_LIMIT,
                    before.bound(LimitKind.PORTFOLIO_HEAT_LIMIT),
                    after.bound(LimitKind.PORTFOLIO_HEAT_LIMIT),
                    assumption(before.stopDistance(), after.stopDistance())));
        }
        return new LimitsDiff(changes);
    }

    /** Stops that are taken to be farther away make more heat of the same book. */
    private static Direction assumption(StopDistance old, StopDistance now) {
        if (now.atrFactor() >= old.atrFactor() && now.defaultFraction() >= old.defaultFraction()) {
            return Direction.TIGHTENED;
        }
        return now.atrFactor() <= old.atrFactor() && now.defaultFraction() <= old.defaultFraction()
                ? Direction.LOOSENED
                : Direction.CHANGED;
    }

    private static Direction restriction(RiskLimits before, RiskLimits after) {
        if (after.restricted().containsAll(before.restricted())) {
            return Direction.TIGHTENED;
        }
        return before.restricted().containsAll(after.restricted()) ? Direction.LOOSENED : Direction.CHANGED;
    }

    private static boolean isTighter(LimitKind kind, OptionalDouble old, OptionalDouble now) {
        if (old.isEmpty() || now.isEmpty()) {
            return now.isPresent();
        }
        boolean smaller = now.getAsDouble() < old.getAsDouble();
        return kind.sense() == LimitKind.Sense.AT_LEAST ? !smaller : smaller;
    }
}
