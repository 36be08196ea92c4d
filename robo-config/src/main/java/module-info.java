/** Settings: records with defaults and bounds, loaded from files and the environment. */
module io.robotrader.config {
    requires static transitive org.jspecify;
}
