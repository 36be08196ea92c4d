package io.robotrader.examples.report;

import java.util.stream.IntStream;

/** Chooses the points of a long curve that a chart needs: no reader can tell ten thousand points in a thousand pixels. */
final class Thinning {

    /** More points than a chart is wide; a curve up to here is drawn whole. */
    static final int WHOLE = 1500;

    private static final int BUCKETS = 500;

    private Thinning() {}

    /**
     * Returns the indices to draw, ascending: all of a short curve; of a long one the ends and the lowest and highest
     * value of each bucket, so that no peak and no trough is lost.
     */
    static int[] indices(double[] values) {
        int size = values.length;
        if (size <= WHOLE) {
            return IntStream.range(0, size).toArray();
        }
        IntStream extremes = IntStream.range(0, BUCKETS).flatMap(bucket -> {
            int from = (int) ((long) bucket * size / BUCKETS);
            int to = (int) ((long) (bucket + 1) * size / BUCKETS);
            int low = from;
            int high = from;
            for (int i = from + 1; i < to; i++) {
                low = values[i] < values[low] ? i : low;
                high = values[i] > values[high] ? i : high;
            }
            return IntStream.of(low, high);
        });
        return IntStream.concat(IntStream.of(0, size - 1), extremes)
                .sorted()
                .distinct()
                .toArray();
    }
}
