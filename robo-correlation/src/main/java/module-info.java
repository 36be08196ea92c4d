/** Rolling correlations of prices, and matrices that tell what they do not know. */
module io.robotrader.correlation {
    requires static transitive org.jspecify;
}
