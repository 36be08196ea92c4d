package io.robotrader.correlation;

import java.util.Comparator;

/**
 * Two symbols and how alike they moved. Immutable and thread-safe.
 *
 * <p>The natural order puts the strongest first: by absolute coefficient, largest first, then by the names.
 *
 * @param first the name that sorts first; differs from {@code second}
 * @param second the other name
 * @param coefficient the correlation, from -1 to 1; negative when they move against each other
 * @param observations the returns that both have in common and that the coefficient rests on; at least 2
 */
public record CorrelatedPair(String first, String second, double coefficient, int observations)
        implements Comparable<CorrelatedPair> {
    private static final Comparator<CorrelatedPair> STRONGEST_FIRST = Comparator.<CorrelatedPair>comparingDouble(
                    pair -> -Math.abs(pair.coefficient))
            .thenComparing(CorrelatedPair::first)
            .thenComparing(CorrelatedPair::second)
            .thenComparingDouble(CorrelatedPair::coefficient)
            .thenComparingInt(CorrelatedPair::observations);

    /**
     * Checks that this can be a pair.
     *
     * @throws IllegalArgumentException if the names are not in order or a number is outside its range
     */
    public CorrelatedPair {
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException("first must sort before second (" + second + "), but was " + first);
        }
        if (!(Math.abs(coefficient) <= 1)) {
            throw new IllegalArgumentException("coefficient must be from -1 to 1, but was " + coefficient);
        }
        if (observations < 2) {
            throw new IllegalArgumentException("observations must be at least 2, but was " + observations);
        }
    }

    @Override
    public int compareTo(CorrelatedPair other) {
        return STRONGEST_FIRST.compare(this, other);
    }
}
