package io.robotrader.correlation;

/**
 * The nearest correlation matrix in the Frobenius norm: N. J. Higham, "Computing the nearest correlation matrix - a problem
 * from finance", IMA Journal of Numerical Analysis 22 (2002), algorithm 3.3: projections onto the positive semi-definite
 * matrices and onto those with a unit diagonal in turn, the former with Dykstra's correction. Stateless.
 */
final class NearestCorrelation {
    private static final int MOST_ITERATIONS = 1000;
    private static final double CLOSE = 1e-10;

    private NearestCorrelation() {}

    static double[][] of(double[][] matrix) {
        int n = matrix.length;
        double[][] y = copy(matrix);
        double[][] correction = new double[n][n];
        double[][] x = y;
        double change = Double.POSITIVE_INFINITY;
        for (int i = 0; i < MOST_ITERATIONS && change > CLOSE * n; i++) {
            double[][] r = minus(y, correction);
            x = positivePart(r);
            correction = minus(x, r);
            double[][] next = copy(x);
            for (int k = 0; k < n; k++) {
                next[k][k] = 1;
            }
            change = largest(minus(next, y));
            y = next;
        }
        // y has the diagonal, x has the eigenvalues, and they have all but met: scaled, x has both.
        return scaled(x);
    }

    private static double[][] positivePart(double[][] matrix) {
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        int n = matrix.length;
        double[][] part = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = eigen.value(k);
            double[] vector = eigen.vector(k);
            for (int i = 0; i < n && value > 0; i++) {
                double scaled = value * vector[i];
                for (int j = 0; j < n; j++) {
                    part[i][j] += scaled * vector[j];
                }
            }
        }
        return part;
    }

    private static double[][] scaled(double[][] matrix) {
        int n = matrix.length;
        double[][] scaled = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double value = matrix[i][j] / Math.sqrt(matrix[i][i]) / Math.sqrt(matrix[j][j]);
                scaled[i][j] = i == j ? 1 : Math.max(-1, Math.min(1, value));
            }
        }
        return scaled;
    }

    private static double[][] copy(double[][] matrix) {
        return minus(matrix, new double[matrix.length][matrix.length]);
    }

    private static double[][] minus(double[][] one, double[][] other) {
        double[][] difference = new double[one.length][one.length];
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < one.length; j++) {
                difference[i][j] = one[i][j] - other[i][j];
            }
        }
        return difference;
    }

    private static double largest(double[][] matrix) {
        double largest = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }
}
