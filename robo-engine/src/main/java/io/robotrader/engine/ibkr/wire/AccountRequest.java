package io.robotrader.engine.ibkr.wire;

/** What a client asks about money. */
public sealed interface AccountRequest extends ClientMessage {

    @Override
    AccountRequest layout(Fields f);

    /**
     * Starts or ends the stream of an account's values and positions.
     *
     * @param subscribe whether to start it
     * @param account the account
     */
    record RequestAccountUpdates(boolean subscribe, String account) implements AccountRequest {

        static final RequestAccountUpdates BLANK = new RequestAccountUpdates(false, "");

        @Override
        public int id() {
            return 6;
        }

        @Override
        public RequestAccountUpdates layout(Fields f) {
            f.constant("version", 2);
            return new RequestAccountUpdates(f.flag("subscribe", subscribe), f.text("account", account));
        }
    }

    /**
     * Starts a stream of a few values of many accounts.
     *
     * @param requestId the number of the request
     * @param group which accounts; {@code All} for all
     * @param tags which values, with commas between
     */
    record RequestAccountSummary(int requestId, String group, String tags) implements AccountRequest {

        static final RequestAccountSummary BLANK = new RequestAccountSummary(0, "", "");

        @Override
        public int id() {
            return 62;
        }

        @Override
        public RequestAccountSummary layout(Fields f) {
            f.constant("version", 1);
            return new RequestAccountSummary(
                    f.integer("requestId", requestId), f.text("group", group), f.text("tags", tags));
        }
    }

    /**
     * Ends such a stream.
     *
     * @param requestId the number of the request
     */
    record CancelAccountSummary(int requestId) implements AccountRequest {

        static final CancelAccountSummary BLANK = new CancelAccountSummary(0);

        @Override
        public int id() {
            return 63;
        }

        @Override
        public CancelAccountSummary layout(Fields f) {
            f.constant("version", 1);
            return new CancelAccountSummary(f.integer("requestId", requestId));
        }
    }

    /**
     * Starts the stream of an account's or model's values.
     *
     * @param requestId the number of the request
     * @param account the account
     * @param model the model portfolio, empty if none
     * @param ledgerAndValue whether only the ledger and the liquidation value are wanted
     */
    record RequestAccountUpdatesMulti(int requestId, String account, String model, boolean ledgerAndValue)
            implements AccountRequest {

        static final RequestAccountUpdatesMulti BLANK = new RequestAccountUpdatesMulti(0, "", "", false);

        @Override
        public int id() {
            return 76;
        }

        @Override
        public RequestAccountUpdatesMulti layout(Fields f) {
            f.constant("version", 1);
            return new RequestAccountUpdatesMulti(
                    f.integer("requestId", requestId),
                    f.text("account", account),
                    f.text("model", model),
                    f.flag("ledgerAndValue", ledgerAndValue));
        }
    }

    /**
     * Ends such a stream.
     *
     * @param requestId the number of the request
     */
    record CancelAccountUpdatesMulti(int requestId) implements AccountRequest {

        static final CancelAccountUpdatesMulti BLANK = new CancelAccountUpdatesMulti(0);

        @Override
        public int id() {
            return 77;
        }

        @Override
        public CancelAccountUpdatesMulti layout(Fields f) {
            f.constant("version", 1);
            return new CancelAccountUpdatesMulti(f.integer("requestId", requestId));
        }
    }

    /**
     * Starts the stream of an account's profit and loss.
     *
     * @param requestId the number of the request
     * @param account the account
     * @param model the model portfolio, empty if none
     */
    record RequestPnl(int requestId, String account, String model) implements AccountRequest {

        static final RequestPnl BLANK = new RequestPnl(0, "", "");

        @Override
        public int id() {
            return 92;
        }

        @Override
        public RequestPnl layout(Fields f) {
            return new RequestPnl(
                    f.integer("requestId", requestId), f.text("account", account), f.text("model", model));
        }
    }

    /**
     * Ends such a stream.
     *
     * @param requestId the number of the request
     */
    record CancelPnl(int requestId) implements AccountRequest {

        static final CancelPnl BLANK = new CancelPnl(0);

        @Override
        public int id() {
            return 93;
        }

        @Override
        public CancelPnl layout(Fields f) {
            return new CancelPnl(f.integer("requestId", requestId));
        }
    }

    /**
     * Starts the stream of one position's profit and loss.
     *
     * @param requestId the number of the request
     * @param account the account
     * @param model the model portfolio, empty if none
     * @param conId the contract
     */
    record RequestPnlSingle(int requestId, String account, String model, int conId) implements AccountRequest {

        static final RequestPnlSingle BLANK = new RequestPnlSingle(0, "", "", 0);

        @Override
        public int id() {
            return 94;
        }

        @Override
        public RequestPnlSingle layout(Fields f) {
            return new RequestPnlSingle(
                    f.integer("requestId", requestId),
                    f.text("account", account),
                    f.text("model", model),
                    f.integer("conId", conId));
        }
    }

    /**
     * Ends such a stream.
     *
     * @param requestId the number of the request
     */
    record CancelPnlSingle(int requestId) implements AccountRequest {

        static final CancelPnlSingle BLANK = new CancelPnlSingle(0);

        @Override
        public int id() {
            return 95;
        }

        @Override
        public CancelPnlSingle layout(Fields f) {
            return new CancelPnlSingle(f.integer("requestId", requestId));
        }
    }
}
