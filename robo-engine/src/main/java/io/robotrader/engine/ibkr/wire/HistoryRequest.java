package io.robotrader.engine.ibkr.wire;

/** What a client asks about prices of the past. */
public sealed interface HistoryRequest extends ClientMessage
        permits HistoryRequest.CancelHistoricalData,
                HistoryRequest.RequestHeadTimestamp,
                HistoryRequest.CancelHeadTimestamp,
                RequestHistoricalData {

    @Override
    HistoryRequest layout(Fields f);

    /**
     * Ends a request for bars, or their keeping up to date.
     *
     * @param requestId the number of the request
     */
    record CancelHistoricalData(int requestId) implements HistoryRequest {

        static final CancelHistoricalData BLANK = new CancelHistoricalData(0);

        @Override
        public int id() {
            return 25;
        }

        @Override
        public CancelHistoricalData layout(Fields f) {
            f.constant("version", 1);
            return new CancelHistoricalData(f.integer("requestId", requestId));
        }
    }

    /**
     * Asks how far back the data go.
     *
     * @param requestId the number of the request
     * @param contract of what
     * @param includeExpired whether contracts that have expired count
     * @param regularHoursOnly whether other hours are left out
     * @param whatToShow of which data, such as {@code TRADES}
     * @param formatDate 1 for a text, 2 for seconds
     */
    record RequestHeadTimestamp(
            int requestId,
            Contract contract,
            boolean includeExpired,
            boolean regularHoursOnly,
            String whatToShow,
            int formatDate)
            implements HistoryRequest {

        static final RequestHeadTimestamp BLANK = new RequestHeadTimestamp(0, Contract.NONE, false, false, "", 0);

        @Override
        public int id() {
            return 87;
        }

        @Override
        public RequestHeadTimestamp layout(Fields f) {
            return new RequestHeadTimestamp(
                    f.integer("requestId", requestId),
                    contract.full(f),
                    f.flag("includeExpired", includeExpired),
                    f.flag("regularHoursOnly", regularHoursOnly),
                    f.text("whatToShow", whatToShow),
                    f.integer("formatDate", formatDate));
        }
    }

    /**
     * Ends such a request.
     *
     * @param requestId the number of the request
     */
    record CancelHeadTimestamp(int requestId) implements HistoryRequest {

        static final CancelHeadTimestamp BLANK = new CancelHeadTimestamp(0);

        @Override
        public int id() {
            return 90;
        }

        @Override
        public CancelHeadTimestamp layout(Fields f) {
            return new CancelHeadTimestamp(f.integer("requestId", requestId));
        }
    }
}
