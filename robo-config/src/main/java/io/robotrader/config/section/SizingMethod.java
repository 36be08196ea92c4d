package io.robotrader.config.section;

/** How a signal becomes a number of shares. Written in lower case in files and variables. */
public enum SizingMethod {
    /** A fixed fraction of equity a position, {@link RiskConfig#maxPositionPct()}. */
    FIXED,
    /** A fixed risk a position, measured by the average true range times {@link RiskConfig#atrRiskFactor()}. */
    ATR,
    /** A part of the Kelly stake, at most {@link RiskConfig#maxPositionPct()}; nothing without a record of trades. */
    KELLY
}
