package io.robotrader.engine.ibkr.wire;

/** What a server says about the session itself. */
public sealed interface SessionMessage extends ServerMessage
        permits SessionMessage.ManagedAccounts,
                SessionMessage.NextValidId,
                SessionMessage.CurrentTime,
                SessionMessage.UserInfo,
                ErrorMessage {

    @Override
    SessionMessage layout(Fields f);

    /**
     * Which accounts the login has.
     *
     * @param accounts their names, with commas between
     */
    record ManagedAccounts(String accounts) implements SessionMessage {

        static final ManagedAccounts BLANK = new ManagedAccounts("");

        @Override
        public int id() {
            return 15;
        }

        @Override
        public ManagedAccounts layout(Fields f) {
            f.constant("version", 1);
            return new ManagedAccounts(f.text("accounts", accounts));
        }
    }

    /**
     * From which number on an order's number is free.
     *
     * @param orderId the lowest free number
     */
    record NextValidId(int orderId) implements SessionMessage {

        static final NextValidId BLANK = new NextValidId(0);

        @Override
        public int id() {
            return 9;
        }

        @Override
        public NextValidId layout(Fields f) {
            f.constant("version", 1);
            return new NextValidId(f.integer("orderId", orderId));
        }
    }

    /**
     * What time it is at the server.
     *
     * @param time seconds since 1970
     */
    record CurrentTime(long time) implements SessionMessage {

        static final CurrentTime BLANK = new CurrentTime(0);

        @Override
        public int id() {
            return 49;
        }

        @Override
        public CurrentTime layout(Fields f) {
            f.constant("version", 1);
            return new CurrentTime(f.whole("time", time));
        }
    }

    /**
     * Whose login it is.
     *
     * @param requestId the number of the request
     * @param whiteBrandingId the name of a reseller, usually empty
     */
    record UserInfo(int requestId, String whiteBrandingId) implements SessionMessage {

        static final UserInfo BLANK = new UserInfo(0, "");

        @Override
        public int id() {
            return 107;
        }

        @Override
        public UserInfo layout(Fields f) {
            return new UserInfo(f.integer("requestId", requestId), f.text("whiteBrandingId", whiteBrandingId));
        }
    }
}
