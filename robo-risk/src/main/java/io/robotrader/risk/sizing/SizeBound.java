package io.robotrader.risk.sizing;

/** What kept a size from being larger. */
public enum SizeBound {
    /** The part of the equity that one position may take. */
    EQUITY_FRACTION,
    /** The part of the equity that one position may lose. */
    RISK_BUDGET,
    /** The money that may be spent. */
    BUYING_POWER,
    /** There is no equity. */
    NO_EQUITY,
    /** The sizer needs an average true range and none is known. */
    ATR_UNKNOWN
}
