/** Pre-trade risk checks, position sizing, portfolio heat and metrics. */
module io.robotrader.risk {
    requires static org.jspecify;
}
