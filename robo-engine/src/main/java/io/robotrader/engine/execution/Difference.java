package io.robotrader.engine.execution;

import java.util.Objects;

/**
 * Something in which the books and the broker differ. Immutable and thread-safe.
 *
 * @param kind what differs
 * @param subject the symbol or order that it is about; empty for the account as a whole
 * @param ours what the books say, in words
 * @param theirs what the broker says, in words
 * @param action what was done about it
 */
public record Difference(Kind kind, String subject, String ours, String theirs, Action action) {

    /** Checks the parts. */
    public Difference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(ours, "ours");
        Objects.requireNonNull(theirs, "theirs");
        Objects.requireNonNull(action, "action");
    }

    /** What can differ. */
    public enum Kind {
        /** The broker tells a fill of ours that the books did not have. */
        MISSED_FILL,
        /** The broker tells the end of an order that the books had as working. */
        MISSED_END,
        /** The books have an order as working of which the broker knows nothing. */
        LOST_ORDER,
        /** The broker has an order as working that the books had as ended. */
        REVIVED_ORDER,
        /** An order of another client, or one entered by hand, works in the account. */
        FOREIGN_ORDER,
        /** The shares held differ, and no fill of ours explains it. */
        POSITION,
        /** The money differs, and no fill of ours explains it. */
        CASH
    }

    /** What can be done about it. */
    public enum Action {
        /** The books were set right. */
        ADOPTED,
        /** Nothing that would open risk is sent in the symbol, or at all, until a person has looked. */
        BLOCKED,
        /** It is only told. */
        REPORTED
    }
}
