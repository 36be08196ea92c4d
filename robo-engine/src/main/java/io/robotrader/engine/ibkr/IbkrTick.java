package io.robotrader.engine.ibkr;

/** One piece of market data of a contract. Immutable and thread-safe. */
public sealed interface IbkrTick {

    /**
     * A price.
     *
     * @param field which
     * @param number the vendor's number for the kind of tick, which tells delayed ones from live ones
     * @param price the price; -1, or 0 of no size, means that there is none
     * @param size how much at that price, 0 if the price has no size
     */
    record Price(TickField field, int number, double price, double size) implements IbkrTick {}

    /**
     * A size or volume.
     *
     * @param field which
     * @param number the vendor's number for the kind of tick
     * @param size the size
     */
    record Size(TickField field, int number, double size) implements IbkrTick {}

    /**
     * Another number.
     *
     * @param field which
     * @param number the vendor's number for the kind of tick
     * @param value the number
     */
    record Value(TickField field, int number, double value) implements IbkrTick {}

    /**
     * Something that is no number by itself.
     *
     * @param field which
     * @param number the vendor's number for the kind of tick
     * @param text the text
     */
    record Text(TickField field, int number, String text) implements IbkrTick {}

    /**
     * Which kind of prices come from here on.
     *
     * @param type live, frozen, delayed or both
     */
    record DataType(MarketDataType type) implements IbkrTick {}

    /**
     * A single trade.
     *
     * @param time seconds since 1970
     * @param price the price
     * @param size the size
     * @param exchange where
     * @param conditions the conditions of the trade, usually empty
     * @param unreported whether it does not count for the day's last price
     */
    record Trade(long time, double price, double size, String exchange, String conditions, boolean unreported)
            implements IbkrTick {}

    /**
     * A single quote.
     *
     * @param time seconds since 1970
     * @param bid the price that is bid
     * @param ask the price that is asked
     * @param bidSize how much is bid for
     * @param askSize how much is offered
     */
    record BidAsk(long time, double bid, double ask, double bidSize, double askSize) implements IbkrTick {}

    /**
     * The middle of bid and ask.
     *
     * @param time seconds since 1970
     * @param price the price
     */
    record MidPoint(long time, double price) implements IbkrTick {}

    /**
     * The subscriber was too slow, and the oldest ticks that waited for it were dropped.
     *
     * @param dropped how many were dropped here
     */
    record Gap(long dropped) implements IbkrTick {}
}
