package io.robotrader.engine.journal;

import java.util.Objects;

/**
 * Whether a journal takes entries. Immutable and thread-safe.
 *
 * @param writable whether the last append succeeded, or none was tried yet
 * @param trouble what the last append failed with, for people; empty if it is writable
 */
public record JournalStatus(boolean writable, String trouble) {

    /** The status of a journal of which no trouble is known. */
    public static final JournalStatus WRITABLE = new JournalStatus(true, "");

    /** Checks the parts. */
    public JournalStatus {
        Objects.requireNonNull(trouble, "trouble");
    }
}
