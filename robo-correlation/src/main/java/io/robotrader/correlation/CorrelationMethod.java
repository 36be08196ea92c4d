package io.robotrader.correlation;

/**
 * How the coefficients of a {@link CorrelationMatrix} were come by, which decides what is known about their error.
 */
public enum CorrelationMethod {
    /** Pearson's coefficient of the returns. Standard error of Fisher's z: 1 / sqrt(n - 3); R. A. Fisher (1921). */
    PEARSON(3) {
        @Override
        double squaredError(double coefficient, int observations) {
            return 1.0 / (observations - 3);
        }
    },

    /**
     * Spearman's coefficient of the ranks. Standard error of Fisher's z: sqrt((1 + r^2 / 2) / (n - 3)); D. G. Bonett and
     * T. A. Wright, "Sample size requirements for estimating Pearson, Kendall and Spearman correlations" (2000).
     */
    SPEARMAN(3) {
        @Override
        double squaredError(double coefficient, int observations) {
            return (1 + coefficient * coefficient / 2) / (observations - 3);
        }
    },

    /**
     * Kendall's tau-b. Standard error of Fisher's z: sqrt(0.437 / (n - 4)); E. C. Fieller, H. O. Hartley and E. S. Pearson,
     * "Tests for rank correlation coefficients" (1957).
     */
    KENDALL(4) {
        @Override
        double squaredError(double coefficient, int observations) {
            return 0.437 / (observations - 4);
        }
    },

    /** Pearson's coefficient with weights that fade with age; no interval is told. */
    EWMA(Integer.MAX_VALUE),

    /** Shrunk by Ledoit and Wolf; no interval is told. */
    SHRUNK(Integer.MAX_VALUE),

    /** Moved to the nearest matrix that can be one of correlations; no interval is told. */
    REPAIRED(Integer.MAX_VALUE);

    private final int tooFew;

    CorrelationMethod(int tooFew) {
        this.tooFew = tooFew;
    }

    /** The standard error of Fisher's z, or NaN if it is not known. */
    double error(double coefficient, int observations) {
        return observations > tooFew ? Math.sqrt(squaredError(coefficient, observations)) : Double.NaN;
    }

    double squaredError(double coefficient, int observations) {
        return Double.NaN;
    }
}
