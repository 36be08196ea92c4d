package io.robotrader.risk.sizing;

import io.robotrader.risk.account.OrderIntent;

/** What kept a size from being larger. */
public enum SizeBound {
    /** The part of the equity that one position may take. */
    EQUITY_FRACTION,
    /** The part of the equity that one position may lose. */
    RISK_BUDGET,
    /** The part of the equity that the Kelly criterion stakes. */
    KELLY,
    /** The volatility that one position may bring. */
    VOLATILITY_TARGET,
    /** The money that may be spent. */
    BUYING_POWER,
    /** The largest quantity that one order may have, {@link OrderIntent#MAX_QUANTITY}. */
    ORDER_QUANTITY,
    /** The account's fall from its highest equity. */
    DRAWDOWN,
    /** The likeness to what is held already. */
    CORRELATION,
    /** A limit, which {@link PositionSize#boundByName()} names. */
    LIMIT,
    /** There is no equity. */
    NO_EQUITY,
    /** The record of trades shows no edge. */
    NO_EDGE,
    /** The protective stop is at the entry price or on its winning side. */
    STOP_ON_WRONG_SIDE,
    /** The sizer needs an average true range and none is known. */
    ATR_UNKNOWN,
    /** The sizer needs a protective stop and none is known. */
    STOP_UNKNOWN,
    /** The sizer needs a volatility and none is known. */
    VOLATILITY_UNKNOWN,
    /** The scaler needs a drawdown and none is known. */
    DRAWDOWN_UNKNOWN,
    /** The scaler needs a correlation and none is known: it took the worst. */
    CORRELATION_UNKNOWN
}
