package io.robotrader.engine.ibkr;

import java.util.Objects;

/**
 * Something that the gateway, or the client itself, has to say: an error, a warning or a notice. Immutable and thread-safe.
 *
 * @param id the number of the request or order that it is about, -1 if none
 * @param code the vendor's code; the client's own errors use the vendor's codes for clients (502, 503, 504, 505, 507), and
 *     {@link #DEADLINE} and {@link #REFUSED}, which the vendor does not have
 * @param text the vendor's text as it came. It may name an account; {@link #toString} does not
 * @param errorClass what it means
 * @param details more about a refused order, as JSON; usually empty
 */
public record IbkrError(int id, int code, String text, ErrorClass errorClass, String details) {

    /** The code of a request that was not answered in time. */
    public static final int DEADLINE = -2;

    /** The code of what the client itself refused to send. */
    public static final int REFUSED = -3;

    /** Checks the parts. */
    public IbkrError {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(errorClass, "errorClass");
        Objects.requireNonNull(details, "details");
    }

    static IbkrError of(int id, int code, String text, ErrorClass errorClass) {
        return new IbkrError(id, code, text, errorClass, "");
    }

    static IbkrError connection(int code, String text) {
        return of(-1, code, text, ErrorClass.CONNECTION);
    }

    static IbkrError refused(String text) {
        return of(-1, REFUSED, text, ErrorClass.ORDER);
    }

    static IbkrError deadline(int id, String what) {
        return of(id, DEADLINE, what + " was not answered in time", ErrorClass.REQUEST);
    }

    /** Whether the gateway says that it takes no orders at all. */
    boolean isReadOnly() {
        return code == 321 && text.contains("Read-Only");
    }

    /** Class, code and text, without account numbers. */
    @Override
    public String toString() {
        return errorClass + " " + code + (id < 0 ? "" : " (id " + id + ")") + ": " + Redacted.text(text);
    }
}
