package io.robotrader.examples.console;

/** Something that the user gave cannot be used; the message is one plain sentence for the user. */
public final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Tells what is wrong.
     *
     * @param message names what was given, what it must be and what it was
     */
    public BadInputException(String message) {
        super(message);
    }
}
