package io.robotrader.engine.ibkr.wire;

/** A single trade, quote or middle price. */
public sealed interface TickByTick extends TickMessage {

    /**
     * Which request it answers.
     *
     * @return the number of the request
     */
    int requestId();

    /**
     * What it is.
     *
     * @return 1 a trade of the consolidated tape, 2 any trade, 3 a quote, 4 a middle price
     */
    int type();

    /**
     * When it was.
     *
     * @return seconds since 1970
     */
    long time();

    @Override
    default int id() {
        return 99;
    }

    @Override
    default TickByTick layout(Fields f) {
        int request = f.integer("requestId", requestId());
        int kind = f.integer("tickByTickType", type());
        long when = f.whole("time", time());
        return switch (kind) {
            case 1, 2 -> (this instanceof Trade trade ? trade : Trade.BLANK).rest(f, request, kind, when);
            case 3 -> (this instanceof Quote quote ? quote : Quote.BLANK).rest(f, request, when);
            case 4 -> (this instanceof MidPoint mid ? mid : MidPoint.BLANK).rest(f, request, when);
            default -> throw f.invalid("tickByTickType", "1, 2, 3 or 4", kind);
        };
    }

    /**
     * A trade.
     *
     * @param requestId the number of the request
     * @param type 1 if it is of the consolidated tape, 2 if it may be any
     * @param time seconds since 1970
     * @param price the price
     * @param size the size
     * @param attributes bit 0 beyond the limit, bit 1 not reported
     * @param exchange where
     * @param conditions the conditions of the trade, usually empty
     */
    record Trade(
            int requestId,
            int type,
            long time,
            double price,
            double size,
            int attributes,
            String exchange,
            String conditions)
            implements TickByTick {

        static final Trade BLANK = new Trade(0, 1, 0, 0, 0, 0, "", "");

        /** Checks the type. */
        public Trade {
            if (type != 1 && type != 2) {
                throw new IllegalArgumentException("type must be 1 or 2, but was " + type);
            }
        }

        private Trade rest(Fields f, int request, int kind, long when) {
            return new Trade(
                    request,
                    kind,
                    when,
                    f.real("price", price),
                    f.size("size", size),
                    f.integer("attributes", attributes),
                    f.text("exchange", exchange),
                    f.text("conditions", conditions));
        }
    }

    /**
     * A quote.
     *
     * @param requestId the number of the request
     * @param time seconds since 1970
     * @param bid the price that is bid
     * @param ask the price that is asked
     * @param bidSize how much is bid for
     * @param askSize how much is offered
     * @param attributes bit 0 the bid is below the day's low, bit 1 the ask is above the day's high
     */
    record Quote(int requestId, long time, double bid, double ask, double bidSize, double askSize, int attributes)
            implements TickByTick {

        static final Quote BLANK = new Quote(0, 0, 0, 0, 0, 0, 0);

        @Override
        public int type() {
            return 3;
        }

        private Quote rest(Fields f, int request, long when) {
            return new Quote(
                    request,
                    when,
                    f.real("bid", bid),
                    f.real("ask", ask),
                    f.size("bidSize", bidSize),
                    f.size("askSize", askSize),
                    f.integer("attributes", attributes));
        }
    }

    /**
     * A middle price.
     *
     * @param requestId the number of the request
     * @param time seconds since 1970
     * @param price the middle of bid and ask
     */
    record MidPoint(int requestId, long time, double price) implements TickByTick {

        static final MidPoint BLANK = new MidPoint(0, 0, 0);

        @Override
        public int type() {
            return 4;
        }

        private MidPoint rest(Fields f, int request, long when) {
            return new MidPoint(request, when, f.real("price", price));
        }
    }
}
