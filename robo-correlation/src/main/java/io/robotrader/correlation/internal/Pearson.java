package io.robotrader.correlation.internal;

/** Pearson's coefficient of two samples, and when there is none. Stateless. */
final class Pearson {
    /**
     * A return is a quotient of two rounded prices, less 1: its error is a few units in the last place of the quotient,
     * and so is all that a series with a constant return varies. A spread of no more than this, relative to the quotient,
     * is therefore taken for none.
     */
    private static final double ROUNDING = 1e-14;

    private Pearson() {}

    /**
     * The coefficient from central moments.
     *
     * @param n observations in common, at least 2
     * @param meanX mean return of one
     * @param meanY mean return of the other
     * @param squaresX sum of squared deviations from the mean of one
     * @param squaresY sum of squared deviations from the mean of the other
     * @param products sum of the products of the deviations
     * @return from -1 to 1, or NaN if one of them does not vary
     */
    static double coefficient(int n, double meanX, double meanY, double squaresX, double squaresY, double products) {
        if (isConstant(n, meanX, squaresX) || isConstant(n, meanY, squaresY)) {
            return Double.NaN;
        }
        // Two roots rather than the root of a product, which could overflow.
        double coefficient = products / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
        return Math.max(-1, Math.min(1, coefficient));
    }

    /** The coefficient by the textbook, in two passes over the rows that both have: slow and as exact as doubles are. */
    static double inTwoPasses(SymbolReturns x, SymbolReturns y) {
        int rows = x.returns().length;
        int n = 0;
        double sumX = 0;
        double sumY = 0;
        for (int slot = 0; slot < rows; slot++) {
            if (isShared(x, y, slot)) {
                n++;
                sumX += x.returns()[slot];
                sumY += y.returns()[slot];
            }
        }
        double meanX = sumX / n;
        double meanY = sumY / n;
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int slot = 0; slot < rows; slot++) {
            if (isShared(x, y, slot)) {
                double deviationX = x.returns()[slot] - meanX;
                double deviationY = y.returns()[slot] - meanY;
                squaresX += deviationX * deviationX;
                squaresY += deviationY * deviationY;
                products += deviationX * deviationY;
            }
        }
        return coefficient(n, meanX, meanY, squaresX, squaresY, products);
    }

    /** How many returns two symbols have over the same intervals. */
    static int shared(SymbolReturns x, SymbolReturns y) {
        int rows = x.returns().length;
        int shared = 0;
        for (int slot = 0; slot < rows; slot++) {
            shared += isShared(x, y, slot) ? 1 : 0;
        }
        return shared;
    }

    private static boolean isShared(SymbolReturns x, SymbolReturns y, int slot) {
        long from = x.from()[slot];
        return from != ReturnWindow.ABSENT && from == y.from()[slot];
    }

    /** Whether a sample varies no more than rounding would make it, by its mean and its squared deviations from that. */
    static boolean isConstant(int n, double mean, double squares) {
        double spread = ROUNDING * (1 + Math.abs(mean));
        return squares <= n * spread * spread;
    }
}
