package io.robotrader.risk.rule;

/** What a limit is about; the machine-readable reason of a refusal. */
public enum LimitKind {
    /** The order makes no sense: an unknown symbol, a broken lot, a stop on the wrong side. */
    INVALID_ORDER(Unit.NONE),
    /** The kill switch lets only exits through. */
    HALTED(Unit.NONE),
    /** A number that a limit needs is not known. */
    UNKNOWN_DATA(Unit.NONE),
    /** The equity is gone, or the opening part of the order costs more of the buying power than allowed. */
    BUYING_POWER(Unit.FRACTION),
    /** The loss of the trade date as a fraction of the equity at its start; reaching the limit violates. */
    DAILY_LOSS_LIMIT(Unit.FRACTION, Sense.BELOW),
    /** How far the equity is below its peak, as a fraction of the peak. */
    DRAWDOWN_LIMIT(Unit.FRACTION),
    /** Losing trades in a row. */
    LOSS_STREAK(Unit.COUNT),
    /** Opening orders of the trade date, this one included. */
    DAILY_TRADE_LIMIT(Unit.COUNT),
    /** Opening orders of the last minute, this one included. */
    ORDER_RATE(Unit.COUNT),
    /**
     * Seconds since the same order was held, if it is among the last eight of its symbol; also an order whose id was used on
     * this trade date, exits included.
     */
    DUPLICATE_ORDER(Unit.SECONDS, Sense.AT_LEAST),
    /** Symbols that must not be opened. */
    RESTRICTED_SYMBOL(Unit.FLAG),
    /** Whether the exchange is closed. */
    OUTSIDE_SESSION(Unit.FLAG),
    /** Shares owed after the order. */
    SHORT_SELLING(Unit.COUNT),
    /**
     * Seconds since the oldest mark was true, or until the newest will be: of the order's symbol, and of all symbols with a
     * position or a working order that would open one, as equity, exposure and leverage rest on theirs.
     */
    STALE_PRICE(Unit.SECONDS),
    /** How far the order's limit is from the mark, either way, as a fraction of the mark. */
    PRICE_COLLAR(Unit.FRACTION),
    /** Shares that trade on an average day. */
    VOLUME_LIMIT(Unit.COUNT, Sense.AT_LEAST),
    /** What all shares of the company are worth. */
    MARKET_CAP_LIMIT(Unit.MONEY, Sense.AT_LEAST),
    /** The opening part of one order, in money. */
    ORDER_NOTIONAL_LIMIT(Unit.MONEY),
    /** The opening parts of the orders of a trade date, this one included, in money. */
    DAILY_NOTIONAL_LIMIT(Unit.MONEY),
    /** The exposure of one symbol after the order as a fraction of the equity. */
    POSITION_SIZE_LIMIT(Unit.FRACTION),
    /** The exposure of the order's sector after the order as a fraction of the equity. */
    SECTOR_EXPOSURE_LIMIT(Unit.FRACTION),
    /** Gross exposure after the order over equity. */
    LEVERAGE_LIMIT(Unit.RATIO),
    /** The number of symbols with a position or an opening order. */
    POSITION_COUNT_LIMIT(Unit.COUNT),
    /**
     * How much the order's symbol moves with one that is held, in the direction that adds to the same bet: the highest
     * correlation x sign of the new position x sign of the held one. A hedge is negative.
     */
    CORRELATION_LIMIT(Unit.RATIO),
    /** What is lost if every stop is hit, after the order, as a fraction of the equity. */
    PORTFOLIO_HEAT_LIMIT(Unit.FRACTION),
    /** The sum of signed exposure x beta after the order over equity, without its sign. */
    BETA_LIMIT(Unit.RATIO),
    /** Value at risk of one day at 95 % after the order, as a fraction of the equity. */
    VALUE_AT_RISK_LIMIT(Unit.FRACTION),
    /** A limit of the user's own. */
    CUSTOM(Unit.NONE);

    /** How a number is compared with its bound. */
    public enum Sense {
        /** The number may be the bound and anything below. */
        AT_MOST(" is above "),
        /** The number must be below the bound. */
        BELOW(" reaches "),
        /** The number may be the bound and anything above. */
        AT_LEAST(" is below ");

        private final String breach;

        Sense(String breach) {
            this.breach = breach;
        }

        String breach() {
            return breach;
        }
    }

    private final Unit unit;
    private final Sense sense;

    LimitKind(Unit unit) {
        this(unit, Sense.AT_MOST);
    }

    LimitKind(Unit unit, Sense sense) {
        this.unit = unit;
        this.sense = sense;
    }

    /** {@return what the numbers of such a limit count} */
    public Unit unit() {
        return unit;
    }

    /** {@return how a number is compared with its bound} */
    public Sense sense() {
        return sense;
    }
}
