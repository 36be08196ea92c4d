package io.robotrader.correlation;

import java.util.Arrays;

/**
 * The returns that two symbols share, oldest first.
 *
 * @param x those of one
 * @param y those of the other
 * @param ages how many rows each is older than the newest row
 */
@SuppressWarnings("ArrayRecordComponent") // made, used and dropped within one method, never compared
record PairSample(double[] x, double[] y, int[] ages) {
    static PairSample of(AlignedReturns returns, int i, int j) {
        int rows = returns.times().size();
        double[] x = new double[rows];
        double[] y = new double[rows];
        int[] ages = new int[rows];
        int n = 0;
        for (int row = 0; row < rows; row++) {
            if (returns.isShared(i, j, row)) {
                x[n] = returns.get(i, row);
                y[n] = returns.get(j, row);
                ages[n] = rows - 1 - row;
                n++;
            }
        }
        return new PairSample(Arrays.copyOf(x, n), Arrays.copyOf(y, n), Arrays.copyOf(ages, n));
    }

    int size() {
        return x.length;
    }

    double[] weights(double decay) {
        return Arrays.stream(ages).mapToDouble(age -> Math.pow(decay, age)).toArray();
    }
}
