package io.robotrader.engine.market;

import java.util.Arrays;

/** How far apart, in seconds of trading, the bars of a symbol usually are: the median of the last few distances. */
final class Spacing {

    private static final int KNOWN_AFTER = 5;

    private final double[] distances = new double[15];
    private int count;

    /** Takes in the next distance and returns how many bars are missing in it, as far as the distances before it tell. */
    long missing(double distance) {
        double usual = usual();
        distances[count % distances.length] = distance;
        count = count + 1 < 2 * distances.length ? count + 1 : distances.length;
        return usual > 0 ? Math.max(0, Math.round(distance / usual) - 1) : 0;
    }

    /** 0 as long as too few distances came. */
    private double usual() {
        if (count < KNOWN_AFTER) {
            return 0;
        }
        double[] sorted = Arrays.copyOf(distances, Math.min(count, distances.length));
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
