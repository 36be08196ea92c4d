package io.robotrader.engine.ibkr.wire;

/** What a client asks about the session itself. */
public sealed interface SessionRequest extends ClientMessage {

    @Override
    SessionRequest layout(Fields f);

    /**
     * Starts the session; nothing else is answered before.
     *
     * @param clientId the client's own number, of which no two may be connected at once
     * @param capabilities usually empty; very old clients leave the field out
     */
    record StartApi(int clientId, String capabilities) implements SessionRequest {

        static final StartApi BLANK = new StartApi(0, "");

        @Override
        public int id() {
            return 71;
        }

        @Override
        public StartApi layout(Fields f) {
            f.constant("version", 2);
            return new StartApi(
                    f.integer("clientId", clientId), f.more(true) ? f.text("capabilities", capabilities) : "");
        }
    }

    /**
     * Asks for the server's clock.
     */
    record RequestCurrentTime() implements SessionRequest {

        static final RequestCurrentTime BLANK = new RequestCurrentTime();

        @Override
        public int id() {
            return 49;
        }

        @Override
        public RequestCurrentTime layout(Fields f) {
            f.constant("version", 1);
            return this;
        }
    }

    /**
     * Sets how much the server logs.
     *
     * @param level 1 system, 2 error, 3 warning, 4 information, 5 detail
     */
    record SetServerLogLevel(int level) implements SessionRequest {

        static final SetServerLogLevel BLANK = new SetServerLogLevel(0);

        @Override
        public int id() {
            return 14;
        }

        @Override
        public SetServerLogLevel layout(Fields f) {
            f.constant("version", 1);
            return new SetServerLogLevel(f.integer("level", level));
        }
    }

    /**
     * Asks for the next number that an order may have.
     *
     * @param count has no meaning any more
     */
    record RequestIds(int count) implements SessionRequest {

        static final RequestIds BLANK = new RequestIds(0);

        @Override
        public int id() {
            return 8;
        }

        @Override
        public RequestIds layout(Fields f) {
            f.constant("version", 1);
            return new RequestIds(f.integer("count", count));
        }
    }

    /**
     * Asks for the accounts of the login.
     */
    record RequestManagedAccounts() implements SessionRequest {

        static final RequestManagedAccounts BLANK = new RequestManagedAccounts();

        @Override
        public int id() {
            return 17;
        }

        @Override
        public RequestManagedAccounts layout(Fields f) {
            f.constant("version", 1);
            return this;
        }
    }

    /**
     * Asks whose login it is.
     *
     * @param requestId the number of the request
     */
    record RequestUserInfo(int requestId) implements SessionRequest {

        static final RequestUserInfo BLANK = new RequestUserInfo(0);

        @Override
        public int id() {
            return 104;
        }

        @Override
        public RequestUserInfo layout(Fields f) {
            return new RequestUserInfo(f.integer("requestId", requestId));
        }
    }
}
