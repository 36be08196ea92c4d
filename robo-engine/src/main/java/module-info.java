/** The trading engine: event loop, brokers, portfolio and journal. */
module io.robotrader.engine {
    requires static transitive org.jspecify;
}
