/** Runnable examples; an application, so nothing is exported. */
module io.robotrader.examples {
    requires static org.jspecify;
    requires io.robotrader.engine;
    requires de.siegmar.fastcsv;
}
