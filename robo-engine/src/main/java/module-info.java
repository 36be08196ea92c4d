/** The trading engine: event loop, brokers, portfolio and journal. */
module io.robotrader.engine {
    requires static org.jspecify;
    requires de.siegmar.fastcsv;

    exports io.robotrader.engine.calendar;
    exports io.robotrader.engine.market;
}
