/** Runnable examples; an application, so nothing is exported. */
module io.robotrader.examples {
    requires static org.jspecify;
    requires java.xml;
}
