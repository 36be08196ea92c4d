package io.robotrader.engine.execution;

import io.robotrader.engine.execution.Difference.Action;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What is done about differences that no fill explains. Missed fills and missed ends are always taken over, as they are
 * facts. Immutable and thread-safe.
 *
 * @param positions about shares: {@code ADOPTED} sets our books by the broker's, {@code BLOCKED} lets nothing open risk in
 *     the symbol until a person has looked, {@code REPORTED} only tells
 * @param cash about money, likewise; {@code BLOCKED} lets nothing open risk at all
 * @param cashTolerance money by which the two may differ, zero or positive; exactly this much is no difference
 * @param foreignOrders about orders of other programs and people: {@code BLOCKED} or {@code REPORTED}
 * @param lostOrders about orders that the broker names nowhere: {@code BLOCKED} leaves them unknown until a person has
 *     looked; {@code ADOPTED} takes them as never arrived once they were asked for a second time
 */
public record ReconcilePolicy(
        Action positions, Action cash, BigDecimal cashTolerance, Action foreignOrders, Action lostOrders) {

    /** Adopts nothing but facts, and blocks what it cannot explain; money may differ by a dollar. */
    public static final ReconcilePolicy CAUTIOUS =
            new ReconcilePolicy(Action.BLOCKED, Action.REPORTED, BigDecimal.ONE, Action.REPORTED, Action.BLOCKED);

    /** Believes the broker in everything. */
    public static final ReconcilePolicy TRUSTING = new ReconcilePolicy(
            Action.ADOPTED, Action.ADOPTED, new BigDecimal("0.01"), Action.REPORTED, Action.ADOPTED);

    /** Checks the parts. */
    public ReconcilePolicy {
        Objects.requireNonNull(positions, "positions");
        Objects.requireNonNull(cash, "cash");
        if (cashTolerance.signum() < 0) {
            throw new IllegalArgumentException("cashTolerance must be zero or positive, but was " + cashTolerance);
        }
        if (foreignOrders == Action.ADOPTED) {
            throw new IllegalArgumentException("foreignOrders must be BLOCKED or REPORTED, but was ADOPTED");
        }
        if (lostOrders == Action.REPORTED) {
            throw new IllegalArgumentException("lostOrders must be BLOCKED or ADOPTED, but was REPORTED");
        }
    }
}
