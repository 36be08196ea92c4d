package io.robotrader.engine.ibkr.wire;

/**
 * An error, a warning or a notice: the code says which.
 *
 * @param requestId the number of the request or the order that it is about, which are numbered together; -1 if none
 * @param code the vendor's code
 * @param text for people to read; code in brackets in it changes from build to build
 * @param advancedOrderReject more about a rejected order, as JSON; usually empty, and not there below 166
 */
public record ErrorMessage(int requestId, int code, String text, String advancedOrderReject) implements SessionMessage {

    static final ErrorMessage BLANK = new ErrorMessage(0, 0, "", "");

    @Override
    public int id() {
        return 4;
    }

    @Override
    public ErrorMessage layout(Fields f) {
        f.constant("version", 2);
        return new ErrorMessage(
                f.integer("requestId", requestId),
                f.integer("code", code),
                f.escaped("text", text),
                // Always written, since clients need it; some servers leave it out.
                f.since(166) && f.more(true) ? f.escaped("advancedOrderReject", advancedOrderReject) : "");
    }
}
