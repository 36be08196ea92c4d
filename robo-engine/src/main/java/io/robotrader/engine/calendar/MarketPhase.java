package io.robotrader.engine.calendar;

/** The parts of a trading day, in the order in which they follow one another; not every day has all of them. */
public enum MarketPhase {
    /** No trading: between sessions, at weekends, on holidays. */
    CLOSED,
    /** The overnight session, which belongs to the trade date of the day that follows. */
    OVERNIGHT,
    /** Extended hours before the open. */
    PRE,
    /** The regular session. */
    REGULAR,
    /** Extended hours after the close. */
    POST
}
