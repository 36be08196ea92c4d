/** Runnable examples; an application, so nothing is exported. */
module io.robotrader.examples {
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;
    requires io.robotrader.engine;
    requires java.xml;
}
