/** The trading engine: event loop, brokers, portfolio and journal. */
@SuppressWarnings({"module", "requires-transitive-automatic"
}) // the examples are compiled after it; Micrometer is no module
module io.robotrader.engine {
    requires transitive io.robotrader.config;
    requires transitive io.robotrader.correlation;
    requires transitive io.robotrader.risk;
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires com.h2database;
    requires de.siegmar.fastcsv;
    requires java.management;
    requires java.net.http;
    requires jdk.httpserver;
    requires transitive micrometer.core;
    requires static jakarta.mail;
    requires org.slf4j;
    requires tools.jackson.core;

    exports io.robotrader.engine;
    exports io.robotrader.engine.calendar;
    exports io.robotrader.engine.event;
    exports io.robotrader.engine.execution;
    exports io.robotrader.engine.health;
    exports io.robotrader.engine.ibkr;
    exports io.robotrader.engine.ibkr.sim;
    exports io.robotrader.engine.journal;
    exports io.robotrader.engine.market;
    exports io.robotrader.engine.portfolio;
    exports io.robotrader.engine.strategy;
    exports io.robotrader.engine.time;
    exports io.robotrader.engine.view;
    // The benchmark measures the wire by itself.
    exports io.robotrader.engine.ibkr.wire to
            io.robotrader.examples;
}
