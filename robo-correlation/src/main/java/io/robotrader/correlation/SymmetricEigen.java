package io.robotrader.correlation;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations in turn: G. H. Golub and C. F. Van Loan, "Matrix
 * Computations", 4th edition, 8.5. Slower than other methods and as exact as doubles are.
 */
final class SymmetricEigen {
    private static final int MOST_SWEEPS = 60;

    private final double[][] a;

    /** By rows, so that a rotation runs along memory. */
    private final double[][] vectors;

    private SymmetricEigen(double[][] a, double[][] vectors) {
        this.a = a;
        this.vectors = vectors;
    }

    static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        double[][] vectors = new double[n][n];
        double norm = 0;
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            vectors[i][i] = 1;
            for (double value : a[i]) {
                norm += value * value;
            }
        }
        SymmetricEigen eigen = new SymmetricEigen(a, vectors);
        for (int sweep = 0; sweep < MOST_SWEEPS && eigen.offDiagonal() > 1e-30 * norm; sweep++) {
            eigen.sweep();
        }
        return eigen;
    }

    int size() {
        return a.length;
    }

    double value(int k) {
        return a[k][k];
    }

    /** Of length 1. Not a copy. */
    double[] vector(int k) {
        return vectors[k];
    }

    double smallest() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < size(); k++) {
            smallest = Math.min(smallest, value(k));
        }
        return smallest;
    }

    private double offDiagonal() {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    private void sweep() {
        for (int p = 0; p < a.length; p++) {
            for (int q = p + 1; q < a.length; q++) {
                if (a[p][q] != 0) {
                    rotate(p, q);
                }
            }
        }
    }

    /** Turns rows and columns p and q so that a[p][q] becomes 0. */
    private void rotate(int p, int q) {
        double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = Math.copySign(1, tau) / (Math.abs(tau) + Math.hypot(1, tau));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = tangent * cosine;
        double[] rowP = a[p];
        double[] rowQ = a[q];
        double pq = rowP[q];
        double pp = rowP[p] - tangent * pq;
        double qq = rowQ[q] + tangent * pq;
        turn(rowP, rowQ, cosine, sine);
        for (int k = 0; k < a.length; k++) {
            a[k][p] = rowP[k];
            a[k][q] = rowQ[k];
        }
        rowP[p] = pp;
        rowQ[q] = qq;
        rowP[q] = 0;
        rowQ[p] = 0;
        turn(vectors[p], vectors[q], cosine, sine);
    }

    private static void turn(double[] first, double[] second, double cosine, double sine) {
        for (int k = 0; k < first.length; k++) {
            double one = first[k];
            double other = second[k];
            first[k] = cosine * one - sine * other;
            second[k] = sine * one + cosine * other;
        }
    }
}
