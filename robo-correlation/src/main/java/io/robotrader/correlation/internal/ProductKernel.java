package io.robotrader.correlation.internal;

/**
 * The inner products of every two of many equally long columns: the lower triangle of Z'Z. All of a batch's time goes here.
 *
 * <p>Used in three steps: {@link #begin}, {@link #put} for every symbol, {@link #products} once or, in several threads at
 * once, for parts that do not overlap. A kernel keeps its room and allocates only to make it larger. Which one there is
 * is told by {@link ProductKernels}; they differ in speed and, by rounding, in the last digits.
 */
abstract class ProductKernel {
    /** What a row's length is rounded up to, and where a part may begin: a multiple of every kernel's tile. */
    static final int STEP = 16;

    /** Forgets what it had, and makes room. */
    abstract void begin(int symbols, int observations);

    /** Takes a symbol's column, (value - level) x scale. */
    abstract void put(int symbol, double[] values, int first, double level, double scale);

    /**
     * Writes the products of the symbols from one up to another with all up to themselves, overwriting what was there.
     *
     * @param out by row, each of {@link #rowLength}; what lies above the diagonal is undefined afterwards
     * @param from a multiple of {@link #STEP}
     * @param to a multiple of {@link #STEP}, or the number of symbols
     */
    abstract void products(double[][] out, int from, int to);

    /** The room that a row needs. */
    static int rowLength(int row) {
        return (row + STEP) / STEP * STEP;
    }
}
