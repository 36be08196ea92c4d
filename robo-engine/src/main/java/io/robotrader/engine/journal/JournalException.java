package io.robotrader.engine.journal;

/** The journal could not be opened, read or written. */
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
}
