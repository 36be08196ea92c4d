/** Pre-trade risk checks, position sizing, portfolio heat and metrics. */
module io.robotrader.risk {
    exports io.robotrader.risk;
    exports io.robotrader.risk.account;
    exports io.robotrader.risk.halt;
    exports io.robotrader.risk.heat;
    exports io.robotrader.risk.indicator;
    exports io.robotrader.risk.metrics;
    exports io.robotrader.risk.rule;
    exports io.robotrader.risk.sizing;
    exports io.robotrader.risk.stop;

    requires org.slf4j;
    requires static transitive org.jspecify;
}
