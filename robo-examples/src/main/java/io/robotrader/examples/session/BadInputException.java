package io.robotrader.examples.session;

/** Something that the user gave cannot be used; the message is one plain sentence for the user. */
final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInputException(String message) {
        super(message);
    }
}
