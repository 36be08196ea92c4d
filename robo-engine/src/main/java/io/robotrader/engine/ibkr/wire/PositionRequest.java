package io.robotrader.engine.ibkr.wire;

/** What a client asks about positions. */
public sealed interface PositionRequest extends ClientMessage {

    @Override
    PositionRequest layout(Fields f);

    /**
     * Starts the stream of the positions of all accounts.
     */
    record RequestPositions() implements PositionRequest {

        static final RequestPositions BLANK = new RequestPositions();

        @Override
        public int id() {
            return 61;
        }

        @Override
        public RequestPositions layout(Fields f) {
            f.constant("version", 1);
            return this;
        }
    }

    /**
     * Ends it.
     */
    record CancelPositions() implements PositionRequest {

        static final CancelPositions BLANK = new CancelPositions();

        @Override
        public int id() {
            return 64;
        }

        @Override
        public CancelPositions layout(Fields f) {
            f.constant("version", 1);
            return this;
        }
    }

    /**
     * Starts the stream of the positions of an account or model.
     *
     * @param requestId the number of the request
     * @param account the account
     * @param model the model portfolio, empty if none
     */
    record RequestPositionsMulti(int requestId, String account, String model) implements PositionRequest {

        static final RequestPositionsMulti BLANK = new RequestPositionsMulti(0, "", "");

        @Override
        public int id() {
            return 74;
        }

        @Override
        public RequestPositionsMulti layout(Fields f) {
            f.constant("version", 1);
            return new RequestPositionsMulti(
                    f.integer("requestId", requestId), f.text("account", account), f.text("model", model));
        }
    }

    /**
     * Ends such a stream.
     *
     * @param requestId the number of the request
     */
    record CancelPositionsMulti(int requestId) implements PositionRequest {

        static final CancelPositionsMulti BLANK = new CancelPositionsMulti(0);

        @Override
        public int id() {
            return 75;
        }

        @Override
        public CancelPositionsMulti layout(Fields f) {
            f.constant("version", 1);
            return new CancelPositionsMulti(f.integer("requestId", requestId));
        }
    }
}
