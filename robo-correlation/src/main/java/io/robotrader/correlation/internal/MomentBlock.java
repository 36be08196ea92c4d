package io.robotrader.correlation.internal;

import java.io.Serializable;

/**
 * Counts, means and central co-moments of every pair of a row and a column, over the observations that both have. Means
 * are followed rather than sums, so that no level swamps what varies (Welford; merged after Chan, Golub and LeVeque).
 */
public final class MomentBlock implements Serializable {
    private static final long serialVersionUID = 1;

    private final int columns;
    private final int[] count;
    private final double[] meanX;
    private final double[] meanY;
    private final double[] squaresX;
    private final double[] squaresY;
    private final double[] products;

    /**
     * Nothing yet.
     *
     * @param rows how many
     * @param columns how many
     */
    public MomentBlock(int rows, int columns) {
        this.columns = columns;
        int cells = Math.multiplyExact(rows, columns);
        count = new int[cells];
        meanX = new double[cells];
        meanY = new double[cells];
        squaresX = new double[cells];
        squaresY = new double[cells];
        products = new double[cells];
    }

    /**
     * Takes an observation.
     *
     * @param x by row, NaN where it is absent
     * @param y by column, NaN where it is absent
     */
    public void add(double[] x, double[] y) {
        for (int row = 0; row < x.length; row++) {
            for (int column = 0; column < columns; column++) {
                if (!Double.isNaN(x[row]) && !Double.isNaN(y[column])) {
                    add(row * columns + column, 1, x[row], y[column], 0, 0, 0);
                }
            }
        }
    }

    /**
     * Takes the returns of a seam between two ranges, which count for a pair only if both began and ended at the same times.
     *
     * @param seam of the rows' symbols, then of the columns'
     */
    public void add(SeamReturns seam) {
        double[] returns = seam.returns();
        int rows = returns.length - columns;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double x = returns[row];
                double y = returns[rows + column];
                if (!Double.isNaN(x) && !Double.isNaN(y) && seam.isShared(row, rows + column)) {
                    add(row * columns + column, 1, x, y, 0, 0, 0);
                }
            }
        }
    }

    /**
     * Another one with the same numbers.
     *
     * @return sharing nothing with this one
     */
    public MomentBlock copy() {
        MomentBlock copy = new MomentBlock(count.length / columns, columns);
        copy.merge(this);
        return copy;
    }

    /**
     * Takes all observations of another block of the same shape.
     *
     * @param other not changed
     */
    public void merge(MomentBlock other) {
        for (int cell = 0; cell < count.length; cell++) {
            if (other.count[cell] > 0) {
                add(
                        cell,
                        other.count[cell],
                        other.meanX[cell],
                        other.meanY[cell],
                        other.squaresX[cell],
                        other.squaresY[cell],
                        other.products[cell]);
            }
        }
    }

    private void add(int cell, int n, double x, double y, double xx, double yy, double xy) {
        int before = count[cell];
        double total = (double) before + n;
        double stepX = x - meanX[cell];
        double stepY = y - meanY[cell];
        double weight = before * (n / total);
        count[cell] = before + n;
        meanX[cell] += stepX * (n / total);
        meanY[cell] += stepY * (n / total);
        squaresX[cell] += xx + stepX * stepX * weight;
        squaresY[cell] += yy + stepY * stepY * weight;
        products[cell] += xy + stepX * stepY * weight;
    }

    /**
     * How many observations a pair has.
     *
     * @param row of the pair
     * @param column of the pair
     * @return 0 or more
     */
    public int observations(int row, int column) {
        return count[row * columns + column];
    }

    /**
     * Pearson's coefficient of a pair that has at least two observations.
     *
     * @param row of the pair
     * @param column of the pair
     * @param itself whether both are the same symbol
     * @return from -1 to 1, 1 for a symbol with itself; NaN if one does not vary
     */
    public double coefficient(int row, int column, boolean itself) {
        int cell = row * columns + column;
        double coefficient = Pearson.coefficient(
                count[cell], meanX[cell], meanY[cell], squaresX[cell], squaresY[cell], products[cell]);
        return itself && !Double.isNaN(coefficient) ? 1 : coefficient;
    }
}
