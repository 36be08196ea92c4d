package io.robotrader.engine.ibkr.wire;

/** What a client asks about prices as they come. */
public sealed interface MarketDataRequest extends ClientMessage
        permits MarketDataRequest.RequestMarketDataType,
                MarketDataRequest.CancelMarketData,
                MarketDataRequest.RequestRealTimeBars,
                MarketDataRequest.CancelRealTimeBars,
                MarketDataRequest.RequestTickByTick,
                MarketDataRequest.CancelTickByTick,
                RequestMarketData {

    @Override
    MarketDataRequest layout(Fields f);

    /**
     * Says which prices are wanted from here on.
     *
     * @param type 1 live, 2 frozen, 3 delayed, 4 delayed and frozen
     */
    record RequestMarketDataType(int type) implements MarketDataRequest {

        static final RequestMarketDataType BLANK = new RequestMarketDataType(0);

        @Override
        public int id() {
            return 59;
        }

        @Override
        public RequestMarketDataType layout(Fields f) {
            f.constant("version", 1);
            return new RequestMarketDataType(f.integer("type", type));
        }
    }

    /**
     * Ends a stream of ticks.
     *
     * @param requestId the number of the request
     */
    record CancelMarketData(int requestId) implements MarketDataRequest {

        static final CancelMarketData BLANK = new CancelMarketData(0);

        @Override
        public int id() {
            return 2;
        }

        @Override
        public CancelMarketData layout(Fields f) {
            f.constant("version", 2);
            return new CancelMarketData(f.integer("requestId", requestId));
        }
    }

    /**
     * Asks for a bar every five seconds.
     *
     * @param requestId the number of the request
     * @param contract of what
     * @param barSize in seconds; there is only 5
     * @param whatToShow {@code TRADES}, {@code MIDPOINT}, {@code BID} or {@code ASK}
     * @param regularHoursOnly whether bars of other hours are left out
     * @param options usually empty
     */
    record RequestRealTimeBars(
            int requestId, Contract contract, int barSize, String whatToShow, boolean regularHoursOnly, String options)
            implements MarketDataRequest {

        static final RequestRealTimeBars BLANK = new RequestRealTimeBars(0, Contract.NONE, 0, "", false, "");

        @Override
        public int id() {
            return 50;
        }

        @Override
        public RequestRealTimeBars layout(Fields f) {
            f.constant("version", 3);
            return new RequestRealTimeBars(
                    f.integer("requestId", requestId),
                    contract.full(f),
                    f.integer("barSize", barSize),
                    f.text("whatToShow", whatToShow),
                    f.flag("regularHoursOnly", regularHoursOnly),
                    f.text("options", options));
        }
    }

    /**
     * Ends a stream of bars.
     *
     * @param requestId the number of the request
     */
    record CancelRealTimeBars(int requestId) implements MarketDataRequest {

        static final CancelRealTimeBars BLANK = new CancelRealTimeBars(0);

        @Override
        public int id() {
            return 51;
        }

        @Override
        public CancelRealTimeBars layout(Fields f) {
            f.constant("version", 1);
            return new CancelRealTimeBars(f.integer("requestId", requestId));
        }
    }

    /**
     * Asks for every single trade or quote.
     *
     * @param requestId the number of the request
     * @param contract of what
     * @param tickType {@code Last}, {@code AllLast}, {@code BidAsk} or {@code MidPoint}
     * @param numberOfTicks how many of the past come first
     * @param ignoreSize whether quotes of which only a size has changed are left out
     */
    record RequestTickByTick(int requestId, Contract contract, String tickType, int numberOfTicks, boolean ignoreSize)
            implements MarketDataRequest {

        static final RequestTickByTick BLANK = new RequestTickByTick(0, Contract.NONE, "", 0, false);

        @Override
        public int id() {
            return 97;
        }

        @Override
        public RequestTickByTick layout(Fields f) {
            return new RequestTickByTick(
                    f.integer("requestId", requestId),
                    contract.full(f),
                    f.text("tickType", tickType),
                    f.integer("numberOfTicks", numberOfTicks),
                    f.flag("ignoreSize", ignoreSize));
        }
    }

    /**
     * Ends a stream of single ticks.
     *
     * @param requestId the number of the request
     */
    record CancelTickByTick(int requestId) implements MarketDataRequest {

        static final CancelTickByTick BLANK = new CancelTickByTick(0);

        @Override
        public int id() {
            return 98;
        }

        @Override
        public CancelTickByTick layout(Fields f) {
            return new CancelTickByTick(f.integer("requestId", requestId));
        }
    }
}
