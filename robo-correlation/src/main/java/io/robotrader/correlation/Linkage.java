package io.robotrader.correlation;

/**
 * How far apart two clusters are, by the distances of their symbols. Formulas of G. N. Lance and W. T. Williams, "A general
 * theory of classificatory sorting strategies" (1967).
 */
public enum Linkage {
    /** As far as the two nearest symbols; tends to chains. What M. López de Prado's risk parity takes. */
    SINGLE {
        @Override
        double distance(double toFirst, double toSecond, double between, int first, int second, int other) {
            return Math.min(toFirst, toSecond);
        }
    },

    /** The mean over all pairs of symbols. */
    AVERAGE {
        @Override
        double distance(double toFirst, double toSecond, double between, int first, int second, int other) {
            return (first * toFirst + second * toSecond) / (first + second);
        }
    },

    /** As far as the two farthest symbols; tends to compact clusters. */
    COMPLETE {
        @Override
        double distance(double toFirst, double toSecond, double between, int first, int second, int other) {
            return Math.max(toFirst, toSecond);
        }
    },

    /** What joining adds to the variance within clusters, as J. H. Ward (1963); tends to clusters of one size. */
    WARD {
        @Override
        double distance(double toFirst, double toSecond, double between, int first, int second, int other) {
            double sum = (first + other) * toFirst * toFirst
                    + (second + other) * toSecond * toSecond
                    - other * between * between;
            return Math.sqrt(Math.max(0, sum / (first + second + other)));
        }
    };

    /** From a joined cluster to another, by the distances of its two parts and how many symbols each of the three has. */
    abstract double distance(double toFirst, double toSecond, double between, int first, int second, int other);
}
