/** The trading engine: event loop, brokers, portfolio and journal. */
module io.robotrader.engine {
    exports io.robotrader.engine;
    exports io.robotrader.engine.calendar;
    exports io.robotrader.engine.event;
    exports io.robotrader.engine.execution;
    exports io.robotrader.engine.journal;
    exports io.robotrader.engine.market;
    exports io.robotrader.engine.strategy;

    requires transitive io.robotrader.correlation;
    requires transitive io.robotrader.risk;
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;
    requires com.h2database;
    requires transitive java.sql;
    requires tools.jackson.core;
}
