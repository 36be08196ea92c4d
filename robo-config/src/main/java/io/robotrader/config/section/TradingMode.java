package io.robotrader.config.section;

/** Where orders go. Written in lower case in files and variables. */
public enum TradingMode {
    /** To a broker that only pretends, at live prices or recorded ones. */
    PAPER,
    /** To a real broker, with real money. */
    LIVE,
    /** Nowhere: recorded prices, no connection. */
    BACKTEST
}
