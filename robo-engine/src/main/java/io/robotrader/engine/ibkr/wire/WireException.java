package io.robotrader.engine.ibkr.wire;

/**
 * What came over the wire is not what the protocol says. The stream is still in step after a message that could not be
 * understood, so that it may be skipped; it is not after a frame that could not, and the connection has to be closed.
 */
public final class WireException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** More of a bad value does not help who reads the report, and could be megabytes. */
    private static final int SHOWN = 64;

    /** Which field, after the message's name if that is known, or which part of a frame. */
    private final String field;

    /** The place of the field in its message, the first being 0; -1 for a part of a frame. */
    private final int index;

    WireException(String field, int index, String message) {
        super(message);
        this.field = field;
        this.index = index;
    }

    static WireException ofField(String message, String field, int index, String rule, Object value) {
        String place = message.isEmpty() ? field : message + "." + field;
        return new WireException(
                place, index, place + " (field " + index + ") must be " + rule + ", but was " + shown(value));
    }

    static WireException ofFrame(String name, String rule, Object value) {
        return new WireException(name, -1, name + " must be " + rule + ", but was " + shown(value));
    }

    private static String shown(Object value) {
        if (!(value instanceof String text)) {
            return String.valueOf(value);
        }
        StringBuilder shown = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), SHOWN); i++) {
            char c = text.charAt(i);
            shown.append(c < ' ' ? '?' : c);
        }
        return shown.append(text.length() > SHOWN ? "\"..." : "\"").toString();
    }

    /**
     * Where it is.
     *
     * @return the message and the field, such as {@code TickPrice.price}, or the part of the frame
     */
    public String field() {
        return field;
    }

    /**
     * Where it is, counted.
     *
     * @return the number of the field, 0 for the message's id; -1 if it is no field but the frame
     */
    public int index() {
        return index;
    }
}
