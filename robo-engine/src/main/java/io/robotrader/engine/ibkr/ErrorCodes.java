package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.ErrorMessage;
import java.util.Set;

/** What the vendor's codes mean. A code that is not known is a failure of what it is about, never a notice. */
final class ErrorCodes {

    static final int LINK_LOST = 1100;
    static final int LINK_RESTORED_WITHOUT_DATA = 1101;
    static final int LINK_RESTORED = 1102;
    static final int PORT_CHANGED = 1300;
    static final int LINK_BROKEN = 2110;
    static final int FARM_OK = 2104;
    static final int CLIENT_ID_IN_USE = 326;
    static final int RATE_EXCEEDED = 100;
    static final int HISTORY = 162;
    static final int NO_SOCKET = 502;
    static final int SERVER_VERSION = 503;
    static final int NOT_CONNECTED = 504;
    static final int UNKNOWN_MESSAGE = 505;
    static final int BAD_MESSAGE = 507;

    private static final Set<Integer> NOTICES =
            Set.of(165, 202, 300, 366, 399, 404, 492, 2102, 10089, 10090, 10167, 10185, 10197);
    private static final Set<Integer> CONNECTION = Set.of(
            CLIENT_ID_IN_USE,
            NO_SOCKET,
            NOT_CONNECTED,
            BAD_MESSAGE,
            LINK_LOST,
            LINK_RESTORED_WITHOUT_DATA,
            LINK_RESTORED,
            PORT_CHANGED,
            LINK_BROKEN);
    private static final Set<Integer> PACING = Set.of(RATE_EXCEEDED, 101, 309, 420, 10190);
    // Nothing was placed, for certain.
    private static final Set<Integer> REFUSALS =
            Set.of(103, 106, 107, 109, 110, 111, 200, 201, 203, 320, 321, 322, 434, 10149, 10318);
    private static final Set<Integer> REFUSALS_OF_WORKING = Set.of(201, 203);
    private static final Set<Integer> CANCELS = Set.of(161, 10147, 10148);
    // The subscription is gone, but not for anything that was wrong with it.
    private static final Set<Integer> ASK_AGAIN = Set.of(10182, 10225);

    private ErrorCodes() {}

    static IbkrError of(ErrorMessage message, boolean aboutOrder) {
        return new IbkrError(
                message.requestId(),
                message.code(),
                message.text(),
                classOf(message.code(), message.text(), aboutOrder),
                message.advancedOrderReject());
    }

    private static ErrorClass classOf(int code, String text, boolean aboutOrder) {
        if (CONNECTION.contains(code)) {
            return ErrorClass.CONNECTION;
        }
        if (NOTICES.contains(code) || (code >= 2100 && code < 2200)) {
            return ErrorClass.INFORMATION;
        }
        if (PACING.contains(code) || isPacing(code, text)) {
            return ErrorClass.PACING;
        }
        if (code == SERVER_VERSION) {
            return ErrorClass.FATAL;
        }
        return aboutOrder ? ErrorClass.ORDER : ErrorClass.REQUEST;
    }

    static boolean isPacing(int code, String text) {
        return code == HISTORY && text.contains("pacing violation");
    }

    /** There are no data, which is an answer and not a failure. */
    static boolean isNoData(IbkrError error) {
        return error.code() == HISTORY && error.text().contains("no data");
    }

    /** Whether the order does not work. The gateway refuses with most of these codes what is not to come into being. */
    static boolean isRefusal(IbkrError error, boolean acknowledged) {
        return (acknowledged ? REFUSALS_OF_WORKING : REFUSALS).contains(error.code());
    }

    /** Whether it can be about nothing but a cancellation. */
    static boolean isOfCancel(IbkrError error) {
        return CANCELS.contains(error.code());
    }

    static boolean isToBeAskedAgain(IbkrError error) {
        return ASK_AGAIN.contains(error.code());
    }
}
