package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a server says about prices as they come. */
public sealed interface TickMessage extends ServerMessage
        permits TickMessage.TickPrice,
                TickMessage.TickSize,
                TickMessage.TickGeneric,
                TickMessage.TickString,
                TickMessage.TickSnapshotEnd,
                TickMessage.MarketDataType,
                TickMessage.TickRequestParameters,
                TickByTick {

    @Override
    TickMessage layout(Fields f);

    /**
     * A price and, with a bid, ask or last price, its size.
     *
     * @param requestId the number of the request
     * @param tickType which price or size it is, as {@link TickType} numbers them
     * @param price the price; -1, or 0 of no size, means that there is none
     * @param size the size, 0 if the price has none
     * @param attributes bit 0 can be executed automatically, bit 1 beyond the limit, bit 2 before the open
     */
    record TickPrice(int requestId, int tickType, double price, double size, int attributes) implements TickMessage {

        static final TickPrice BLANK = new TickPrice(0, 0, 0, 0, 0);

        @Override
        public int id() {
            return 1;
        }

        @Override
        public TickPrice layout(Fields f) {
            f.constant("version", 6);
            return new TickPrice(
                    f.integer("requestId", requestId),
                    f.integer("tickType", tickType),
                    f.real("price", price),
                    f.size("size", size),
                    f.integer("attributes", attributes));
        }
    }

    /**
     * A size or volume.
     *
     * @param requestId the number of the request
     * @param tickType which price or size it is, as {@link TickType} numbers them
     * @param size the size
     */
    record TickSize(int requestId, int tickType, double size) implements TickMessage {

        static final TickSize BLANK = new TickSize(0, 0, 0);

        @Override
        public int id() {
            return 2;
        }

        @Override
        public TickSize layout(Fields f) {
            f.constant("version", 6);
            return new TickSize(
                    f.integer("requestId", requestId), f.integer("tickType", tickType), f.size("size", size));
        }
    }

    /**
     * Some other number.
     *
     * @param requestId the number of the request
     * @param tickType which price or size it is, as {@link TickType} numbers them
     * @param value the number
     */
    record TickGeneric(int requestId, int tickType, double value) implements TickMessage {

        static final TickGeneric BLANK = new TickGeneric(0, 0, 0);

        @Override
        public int id() {
            return 45;
        }

        @Override
        public TickGeneric layout(Fields f) {
            f.constant("version", 6);
            return new TickGeneric(
                    f.integer("requestId", requestId), f.integer("tickType", tickType), f.real("value", value));
        }
    }

    /**
     * Something that is no number by itself.
     *
     * @param requestId the number of the request
     * @param tickType which price or size it is, as {@link TickType} numbers them
     * @param value the text
     */
    record TickString(int requestId, int tickType, String value) implements TickMessage {

        static final TickString BLANK = new TickString(0, 0, "");

        @Override
        public int id() {
            return 46;
        }

        @Override
        public TickString layout(Fields f) {
            f.constant("version", 6);
            return new TickString(
                    f.integer("requestId", requestId), f.integer("tickType", tickType), f.text("value", value));
        }
    }

    /**
     * All prices of a snapshot have come.
     *
     * @param requestId the number of the request
     */
    record TickSnapshotEnd(int requestId) implements TickMessage {

        static final TickSnapshotEnd BLANK = new TickSnapshotEnd(0);

        @Override
        public int id() {
            return 57;
        }

        @Override
        public TickSnapshotEnd layout(Fields f) {
            f.constant("version", 1);
            return new TickSnapshotEnd(f.integer("requestId", requestId));
        }
    }

    /**
     * Which kind of prices come from here on.
     *
     * @param requestId the number of the request
     * @param type 1 live, 2 frozen, 3 delayed, 4 delayed and frozen
     */
    record MarketDataType(int requestId, int type) implements TickMessage {

        static final MarketDataType BLANK = new MarketDataType(0, 0);

        @Override
        public int id() {
            return 58;
        }

        @Override
        public MarketDataType layout(Fields f) {
            f.constant("version", 1);
            return new MarketDataType(f.integer("requestId", requestId), f.integer("type", type));
        }
    }

    /**
     * What holds for the prices that will come.
     *
     * @param requestId the number of the request
     * @param minTick the smallest step of a price, null if not said
     * @param bboExchange the key of the exchanges of the best quotes
     * @param snapshotPermissions whether snapshots may be asked for
     */
    record TickRequestParameters(
            int requestId, @Nullable BigDecimal minTick, String bboExchange, int snapshotPermissions)
            implements TickMessage {

        static final TickRequestParameters BLANK = new TickRequestParameters(0, null, "", 0);

        @Override
        public int id() {
            return 81;
        }

        @Override
        public TickRequestParameters layout(Fields f) {
            return new TickRequestParameters(
                    f.integer("requestId", requestId),
                    f.decimalOrUnset("minTick", minTick, Unset.EMPTY),
                    f.text("bboExchange", bboExchange),
                    f.integer("snapshotPermissions", snapshotPermissions));
        }
    }
}
