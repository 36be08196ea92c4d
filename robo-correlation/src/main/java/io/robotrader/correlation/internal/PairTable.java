package io.robotrader.correlation.internal;

import org.jspecify.annotations.Nullable;

/**
 * One coefficient and one count a pair, kept once for both directions. Immutable as long as nobody writes into the arrays
 * that it was given, and then thread-safe.
 *
 * <p>Rows rather than one long array, so that no symbol count is too large for an array's index or for a heap in regions.
 */
public final class PairTable {
    private final double[][] coefficients;

    /** By row, or null if all pairs have {@link #everywhere}. */
    private final int @Nullable [][] counts;

    private final int everywhere;

    /**
     * A table in which all pairs have the same count.
     *
     * @param coefficients the lower triangle with the diagonal by rows, NaN for unknown; a row may be longer, what is
     *     above the diagonal is not looked at. What rounding put outside -1 to 1 is cut when it is read. Not copied
     * @param observations of every pair
     */
    public PairTable(double[][] coefficients, int observations) {
        this.coefficients = coefficients;
        this.counts = null;
        this.everywhere = observations;
    }

    /**
     * A table in which each pair has a count of its own.
     *
     * @param coefficients as for the other constructor
     * @param observations the lower triangle with the diagonal by rows. Not copied
     */
    public PairTable(double[][] coefficients, int[][] observations) {
        this.coefficients = coefficients;
        this.counts = observations;
        this.everywhere = 0;
    }

    /**
     * How many rows there are.
     *
     * @return 0 or more
     */
    public int size() {
        return coefficients.length;
    }

    /**
     * The coefficient of two.
     *
     * @param i from 0 to size - 1
     * @param j the same
     * @return from -1 to 1, or NaN
     */
    public double coefficient(int i, int j) {
        double coefficient = i >= j ? coefficients[i][j] : coefficients[j][i];
        return Math.max(-1, Math.min(1, coefficient));
    }

    /**
     * The observations of two.
     *
     * @param i from 0 to size - 1
     * @param j the same
     * @return 0 or more
     */
    public int observations(int i, int j) {
        if (counts == null) {
            return everywhere;
        }
        return i >= j ? counts[i][j] : counts[j][i];
    }

    /**
     * How many cells of the triangle with its diagonal are not known.
     *
     * @return 0 or more
     */
    public long unknown() {
        long unknown = 0;
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j <= i; j++) {
                unknown += Double.isNaN(coefficients[i][j]) ? 1 : 0;
            }
        }
        return unknown;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof PairTable table) || table.size() != size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j <= i; j++) {
                if (Double.compare(coefficient(i, j), table.coefficient(i, j)) != 0
                        || observations(i, j) != table.observations(i, j)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = size();
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j <= i; j++) {
                hash = 31 * (31 * hash + Double.hashCode(coefficient(i, j))) + observations(i, j);
            }
        }
        return hash;
    }
}
