package io.robotrader.engine.journal;

/** The journal could not be opened, read or written. The message names the place, never a user or a password. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what failed, and where
     * @param cause why
     */
    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Makes one that has no cause but itself.
     *
     * @param message what failed, where and why
     */
    public JournalException(String message) {
        super(message);
    }
}
