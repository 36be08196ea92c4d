package io.robotrader.examples.benchmark;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The peer: centres and scales in Java, and lets OpenBLAS multiply, through JNI and in one thread. All of its room is kept
 * from call to call, and the result, one triangle, is left where OpenBLAS wrote it: nothing is charged for copies.
 */
final class OpenBlas {

    private final int symbols;
    private final int times;
    private final double[] column;
    private final DoubleBuffer scaled;
    private final DoubleBuffer triangle;

    OpenBlas(int symbols, int times) {
        this.symbols = symbols;
        this.times = times;
        column = new double[times];
        scaled = buffer(symbols * times);
        triangle = buffer(symbols * symbols);
    }

    /** Whether its library is there. One thread is what it is held to from then on. */
    static boolean isThere() {
        try {
            org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads(1);
            return openblas_nolapack.CblasLower == 122;
        } catch (LinkageError e) {
            return false;
        }
    }

    private static DoubleBuffer buffer(int length) {
        return ByteBuffer.allocateDirect(Double.BYTES * length)
                .order(ByteOrder.nativeOrder())
                .asDoubleBuffer();
    }

    void correlate(double[][] returns) {
        for (int i = 0; i < symbols; i++) {
            scale(returns[i]);
            scaled.put(i * times, column);
        }
        openblas_nolapack.cblas_dsyrk(
                openblas_nolapack.CblasRowMajor,
                openblas_nolapack.CblasLower,
                openblas_nolapack.CblasNoTrans,
                symbols,
                times,
                1,
                scaled,
                times,
                0,
                triangle,
                symbols);
    }

    double coefficient(int i, int j) {
        return triangle.get(Math.max(i, j) * symbols + Math.min(i, j));
    }

    /** In four sums each, that the processor can work at side by side. */
    private void scale(double[] returns) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int t = 0; t < times; t += 4) {
            a += returns[t];
            b += returns[t + 1];
            c += returns[t + 2];
            d += returns[t + 3];
        }
        double mean = (a + b + (c + d)) / times;
        a = 0;
        b = 0;
        c = 0;
        d = 0;
        for (int t = 0; t < times; t += 4) {
            a += (returns[t] - mean) * (returns[t] - mean);
            b += (returns[t + 1] - mean) * (returns[t + 1] - mean);
            c += (returns[t + 2] - mean) * (returns[t + 2] - mean);
            d += (returns[t + 3] - mean) * (returns[t + 3] - mean);
        }
        double factor = 1 / Math.sqrt(a + b + (c + d));
        for (int t = 0; t < times; t++) {
            column[t] = (returns[t] - mean) * factor;
        }
    }
}
