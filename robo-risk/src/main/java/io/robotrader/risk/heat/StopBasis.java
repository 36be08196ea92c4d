package io.robotrader.risk.heat;

/** What the distance of a stop was taken from. */
public enum StopBasis {
    /** The protective stop itself. */
    STOP,
    /** No stop is known: average true range times {@link StopDistance#atrFactor()}. */
    ATR,
    /** Neither a stop nor an average true range is known: {@link StopDistance#defaultFraction()} of the price. */
    DEFAULT_FRACTION
}
