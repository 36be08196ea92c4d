package io.robotrader.engine.ibkr.sim;

/** Which market data the simulated login has. */
public enum MarketDataPermission {
    /** As it happens. */
    LIVE,
    /** A quarter of an hour late, and only for a client that says that it takes that: the usual case of a new login. */
    DELAYED,
    /** None. */
    NONE
}
