package io.robotrader.risk;

import io.robotrader.risk.rule.Violation;
import java.util.List;

/**
 * The gate's answer to one order: approved, or rejected with every reason at once.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface RiskDecision {

    /** {@return whether the order may be sent} */
    boolean isApproved();

    /** {@return every limit that the order does not meet, in the order of the policy; empty if it is approved} */
    List<Violation> violations();

    /** The order may be sent. There is one instance, so that an approval allocates nothing. */
    enum Approved implements RiskDecision {
        /** The one instance. */
        APPROVED;

        @Override
        public boolean isApproved() {
            return true;
        }

        @Override
        public List<Violation> violations() {
            return List.of();
        }
    }

    /**
     * The order must not be sent.
     *
     * @param violations every limit that it does not meet, at least one
     */
    record Rejected(List<Violation> violations) implements RiskDecision {

        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there is no violation
         */
        public Rejected {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("violations must hold at least one, but was empty");
            }
        }

        @Override
        public boolean isApproved() {
            return false;
        }
    }
}
