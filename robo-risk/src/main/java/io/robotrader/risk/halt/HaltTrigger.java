package io.robotrader.risk.halt;

/**
 * What makes the kill switch trip. All but {@link #REJECTED_ORDERS} are about what is so, not about what was asked for: an
 * order that was refused harmed nobody.
 */
public enum HaltTrigger {
    /** The loss of the trade date, realised and unrealised, has reached its limit. */
    DAILY_LOSS,
    /** The loss of the week has reached its limit. */
    WEEKLY_LOSS,
    /** The loss of the month has reached its limit. */
    MONTHLY_LOSS,
    /** The portfolio as it is, not an order, is above its leverage limit. */
    LEVERAGE,
    /** The portfolio as it is, not an order, is above its heat limit. */
    HEAT,
    /** The equity has fallen too far from its peak. */
    DRAWDOWN,
    /** Too many opening orders were refused in a short time: the bot keeps asking for what it may not have. */
    REJECTED_ORDERS,
    /** The program that trades cannot vouch for itself: no connection, no data, a loop that is silent. */
    UNHEALTHY,
    /** A person wants it so. */
    PERSON,
    /** The store could not tell what the level was before the restart, so the worst is assumed. */
    LOST_RECORD
}
