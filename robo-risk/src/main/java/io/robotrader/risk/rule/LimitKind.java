package io.robotrader.risk.rule;

/** What a limit is about; the machine-readable reason of a refusal. */
public enum LimitKind {
    /** The order makes no sense: an unknown symbol, a broken lot, a stop on the wrong side. Holds for exits too. */
    INVALID_ORDER(Unit.NONE, false),
    /** An order of the same id is held already. Holds for exits too. */
    DUPLICATE_ORDER(Unit.NONE, false),
    /** A number that a limit needs is not known. */
    UNKNOWN_DATA(Unit.NONE, false),
    /** The equity is gone, or the opening part of the order costs more than may still be spent. */
    BUYING_POWER(Unit.FRACTION, false),
    /** The loss of the trade date as a fraction of the equity at its start; reaching the limit violates. */
    DAILY_LOSS_LIMIT(Unit.FRACTION, true),
    /** The opening part of one order, in money. */
    ORDER_NOTIONAL_LIMIT(Unit.MONEY, false),
    /** The exposure of one symbol after the order as a fraction of the equity. */
    POSITION_SIZE_LIMIT(Unit.FRACTION, false),
    /** The number of symbols with a position or an opening order. */
    POSITION_COUNT_LIMIT(Unit.COUNT, false),
    /**
     * How much the order's symbol moves with one that is held, in the direction that adds to the same bet: the highest
     * correlation x sign of the new position x sign of the held one. A hedge is negative.
     */
    CORRELATION_LIMIT(Unit.RATIO, false),
    /** What is lost if every stop is hit, after the order, as a fraction of the equity. */
    PORTFOLIO_HEAT_LIMIT(Unit.FRACTION, false),
    /** A limit of the user's own. */
    CUSTOM(Unit.NONE, false);

    private final Unit unit;
    private final boolean reachingViolates;

    LimitKind(Unit unit, boolean reachingViolates) {
        this.unit = unit;
        this.reachingViolates = reachingViolates;
    }

    /** {@return what the numbers of such a limit count} */
    public Unit unit() {
        return unit;
    }

    /** {@return whether a number exactly at the limit violates; for all but the daily loss it passes} */
    public boolean reachingViolates() {
        return reachingViolates;
    }
}
