package io.robotrader.engine.ibkr.wire;

/** What a server says in bars, and of how far back they go. */
public sealed interface BarMessage extends ServerMessage
        permits BarMessage.RealTimeBar,
                BarMessage.HeadTimestamp,
                HistoricalData,
                HistoricalDataUpdate,
                HistoricalSchedule {

    @Override
    BarMessage layout(Fields f);

    /**
     * A bar of five seconds.
     *
     * @param requestId the number of the request
     * @param time its start, in seconds since 1970
     * @param open the first price
     * @param high the highest
     * @param low the lowest
     * @param close the last
     * @param volume how much was traded, -1 if not known
     * @param average the average price, weighted by size; -1 if not known
     * @param count how many trades, -1 if not known
     */
    record RealTimeBar(
            int requestId,
            long time,
            double open,
            double high,
            double low,
            double close,
            double volume,
            double average,
            int count)
            implements BarMessage {

        static final RealTimeBar BLANK = new RealTimeBar(0, 0, 0, 0, 0, 0, 0, 0, 0);

        @Override
        public int id() {
            return 50;
        }

        @Override
        public RealTimeBar layout(Fields f) {
            f.constant("version", 3);
            return new RealTimeBar(
                    f.integer("requestId", requestId),
                    f.whole("time", time),
                    f.real("open", open),
                    f.real("high", high),
                    f.real("low", low),
                    f.real("close", close),
                    f.size("volume", volume),
                    f.real("average", average),
                    f.integer("count", count));
        }
    }

    /**
     * How far back the data go.
     *
     * @param requestId the number of the request
     * @param time the earliest time, as was asked for
     */
    record HeadTimestamp(int requestId, String time) implements BarMessage {

        static final HeadTimestamp BLANK = new HeadTimestamp(0, "");

        @Override
        public int id() {
            return 88;
        }

        @Override
        public HeadTimestamp layout(Fields f) {
            return new HeadTimestamp(f.integer("requestId", requestId), f.text("time", time));
        }
    }
}
