package io.robotrader.correlation;

/** The quantities of both papers, in their letters, over standardised returns, where every variance is 1. */
final class LedoitWolfSums {
    private final double[][] y;
    private final int n;
    private final double[][] s;
    private final double meanCoefficient;

    LedoitWolfSums(double[][] standardised) {
        y = standardised;
        n = y.length == 0 ? 1 : y[0].length;
        s = new double[y.length][y.length];
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j <= i; j++) {
                for (int t = 0; t < n; t++) {
                    s[i][j] += y[i][t] * y[j][t] / n;
                }
                s[j][i] = s[i][j];
                sum += i == j ? 0 : 2 * s[i][j];
            }
        }
        meanCoefficient = y.length < 2 ? 0 : sum / (y.length * (y.length - 1.0));
    }

    double coefficient(int i, int j) {
        return s[i][j];
    }

    double meanCoefficient() {
        return meanCoefficient;
    }

    /** b^2 / d^2 of the paper of 2004 in JMVA: how much of the distance to the target is the error of s. */
    double intensityToIdentity() {
        double error = 0;
        double distance = 0;
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y.length; j++) {
                error += pi(i, j) / n;
                double apart = s[i][j] - (i == j ? 1 : 0);
                distance += apart * apart;
            }
        }
        return ratio(error, distance);
    }

    /** kappa / T of the paper of 2004 in JPM: (pi - rho) / gamma / T. */
    double intensityToConstant() {
        double piLessRho = 0;
        double gamma = 0;
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y.length; j++) {
                if (i != j) {
                    // On the diagonal pi and rho cancel, and gamma is 0.
                    piLessRho += pi(i, j) - meanCoefficient / 2 * (theta(i, i, j) + theta(j, i, j));
                    double apart = s[i][j] - meanCoefficient;
                    gamma += apart * apart;
                }
            }
        }
        return ratio(piLessRho / n, gamma);
    }

    /** The asymptotic variance of s[i][j]. */
    private double pi(int i, int j) {
        double sum = 0;
        for (int t = 0; t < n; t++) {
            double deviation = y[i][t] * y[j][t] - s[i][j];
            sum += deviation * deviation;
        }
        return sum / n;
    }

    /** The asymptotic covariance of s[k][k] and s[i][j]. */
    private double theta(int k, int i, int j) {
        double sum = 0;
        for (int t = 0; t < n; t++) {
            sum += (y[k][t] * y[k][t] - 1) * (y[i][t] * y[j][t] - s[i][j]);
        }
        return sum / n;
    }

    private static double ratio(double error, double distance) {
        // At the target already, how far to go makes no difference.
        return distance > 0 ? Math.max(0, Math.min(1, error / distance)) : 0;
    }
}
