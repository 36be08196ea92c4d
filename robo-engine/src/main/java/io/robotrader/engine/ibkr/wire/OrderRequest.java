package io.robotrader.engine.ibkr.wire;

/** What a client asks about orders. */
public sealed interface OrderRequest extends ClientMessage
        permits OrderRequest.CancelOrder,
                OrderRequest.RequestGlobalCancel,
                OrderRequest.RequestOpenOrders,
                OrderRequest.RequestAllOpenOrders,
                OrderRequest.RequestAutoOpenOrders,
                OrderRequest.RequestCompletedOrders,
                OrderRequest.RequestExecutions,
                PlaceOrder {

    @Override
    OrderRequest layout(Fields f);

    /**
     * Cancels an order.
     *
     * @param orderId the client's number for the order
     * @param manualCancelTime when a person asked for it, usually empty; not there below 169
     */
    record CancelOrder(int orderId, String manualCancelTime) implements OrderRequest {

        static final CancelOrder BLANK = new CancelOrder(0, "");

        @Override
        public int id() {
            return 4;
        }

        @Override
        public CancelOrder layout(Fields f) {
            f.constant("version", 1);
            return new CancelOrder(
                    f.integer("orderId", orderId), f.since(169) ? f.text("manualCancelTime", manualCancelTime) : "");
        }
    }

    /**
     * Cancels every order of every client, and those entered by hand.
     */
    record RequestGlobalCancel() implements OrderRequest {

        static final RequestGlobalCancel BLANK = new RequestGlobalCancel();

        @Override
        public int id() {
            return 58;
        }

        @Override
        public RequestGlobalCancel layout(Fields f) {
            f.constant("version", 1);
            return this;
        }
    }

    /**
     * Asks for this client's working orders.
     */
    record RequestOpenOrders() implements OrderRequest {

        static final RequestOpenOrders BLANK = new RequestOpenOrders();

        @Override
        public int id() {
            return 5;
        }

        @Override
        public RequestOpenOrders layout(Fields f) {
            f.constant("version", 1);
            return this;
        }
    }

    /**
     * Asks for everybody's working orders.
     */
    record RequestAllOpenOrders() implements OrderRequest {

        static final RequestAllOpenOrders BLANK = new RequestAllOpenOrders();

        @Override
        public int id() {
            return 16;
        }

        @Override
        public RequestAllOpenOrders layout(Fields f) {
            f.constant("version", 1);
            return this;
        }
    }

    /**
     * Has orders entered by hand belong to client 0 from here on.
     *
     * @param bind whether they are to
     */
    record RequestAutoOpenOrders(boolean bind) implements OrderRequest {

        static final RequestAutoOpenOrders BLANK = new RequestAutoOpenOrders(false);

        @Override
        public int id() {
            return 15;
        }

        @Override
        public RequestAutoOpenOrders layout(Fields f) {
            f.constant("version", 1);
            return new RequestAutoOpenOrders(f.flag("bind", bind));
        }
    }

    /**
     * Asks for the orders of today that are done with.
     *
     * @param apiOnly whether orders entered by hand are left out
     */
    record RequestCompletedOrders(boolean apiOnly) implements OrderRequest {

        static final RequestCompletedOrders BLANK = new RequestCompletedOrders(false);

        @Override
        public int id() {
            return 99;
        }

        @Override
        public RequestCompletedOrders layout(Fields f) {
            return new RequestCompletedOrders(f.flag("apiOnly", apiOnly));
        }
    }

    /**
     * Asks for the fills of today; an empty field matches anything.
     *
     * @param requestId the number of the request
     * @param clientId whose, 0 for anybody's
     * @param account the account
     * @param time not before that time
     * @param symbol the symbol
     * @param secType the kind of contract
     * @param exchange the exchange
     * @param side {@code BUY} or {@code SELL}
     */
    record RequestExecutions(
            int requestId,
            int clientId,
            String account,
            String time,
            String symbol,
            String secType,
            String exchange,
            String side)
            implements OrderRequest {

        static final RequestExecutions BLANK = new RequestExecutions(0, 0, "", "", "", "", "", "");

        @Override
        public int id() {
            return 7;
        }

        @Override
        public RequestExecutions layout(Fields f) {
            f.constant("version", 3);
            return new RequestExecutions(
                    f.integer("requestId", requestId),
                    f.integer("clientId", clientId),
                    f.text("account", account),
                    f.text("time", time),
                    f.text("symbol", symbol),
                    f.text("secType", secType),
                    f.text("exchange", exchange),
                    f.text("side", side));
        }
    }
}
