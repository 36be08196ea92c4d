package io.robotrader.correlation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Symbols joined step by step, those most alike first: groups, and an order in which neighbours are alike. Immutable and
 * thread-safe.
 *
 * <p>Two symbols are sqrt((1 - correlation) / 2) apart: 0 if perfectly alike, 0.71 if uncorrelated, 1 if perfectly opposite;
 * R. N. Mantegna, "Hierarchical structure in financial markets" (1999), in the scale of M. López de Prado. Two of which
 * nothing is known are 1 apart, the farthest: not knowing brings nobody together. Of clusters equally near, those join
 * first whose symbols come first in the matrix.
 */
public final class ClusterTree {
    private final List<String> symbols;
    private final List<Merge> merges;

    private ClusterTree(List<String> symbols, List<Merge> merges) {
        this.symbols = symbols;
        this.merges = merges;
    }

    /**
     * Two clusters that became one.
     *
     * @param first the symbols of one, in the order of the tree
     * @param second those of the other
     * @param distance how far apart they were, by the linkage
     */
    public record Merge(List<String> first, List<String> second, double distance) {
        /** Copies the lists. */
        public Merge {
            first = List.copyOf(first);
            second = List.copyOf(second);
        }

        private List<String> joined() {
            List<String> joined = new ArrayList<>(first);
            joined.addAll(second);
            return joined;
        }
    }

    /**
     * Joins by {@link Linkage#AVERAGE}.
     *
     * @param matrix any matrix
     * @return the tree of its symbols
     */
    public static ClusterTree of(CorrelationMatrix matrix) {
        return of(matrix, Linkage.AVERAGE);
    }

    /**
     * Joins all symbols of a matrix. Costs the cube of its size.
     *
     * @param matrix any matrix
     * @param linkage how far apart clusters are
     * @return the tree of its symbols
     */
    public static ClusterTree of(CorrelationMatrix matrix, Linkage linkage) {
        return new ClusterTree(matrix.symbols(), new Agglomeration(matrix, linkage).merges());
    }

    /**
     * The steps.
     *
     * @return one fewer than there are symbols, the nearest first; unmodifiable
     */
    public List<Merge> merges() {
        return merges;
    }

    /**
     * All symbols, so that those of a cluster stand together at every step: the quasi-diagonalisation of M. López de Prado,
     * "Building diversified portfolios that outperform out of sample" (2016). For the axes of heat maps.
     *
     * @return each symbol once; unmodifiable
     */
    public List<String> order() {
        return merges.isEmpty()
                ? symbols
                : List.copyOf(merges.get(merges.size() - 1).joined());
    }

    /**
     * The clusters when so many are left.
     *
     * @param count from 1 to the number of symbols
     * @return so many clusters, in the order of the tree; unmodifiable
     * @throws IllegalArgumentException if the count is outside its range
     */
    public List<List<String>> clusters(int count) {
        if (count < 1 || count > symbols.size()) {
            throw new IllegalArgumentException("count must be from 1 to " + symbols.size() + ", but was " + count);
        }
        return after(symbols.size() - count);
    }

    /**
     * The clusters that are joined up to a distance.
     *
     * @param distance what two clusters may be apart, at least 0; joined at it, too. A correlation r is
     *     sqrt((1 - r) / 2)
     * @return in the order of the tree; unmodifiable
     * @throws IllegalArgumentException if the distance is negative or NaN
     */
    public List<List<String>> clustersWithin(double distance) {
        if (!(distance >= 0)) {
            throw new IllegalArgumentException("distance must be at least 0, but was " + distance);
        }
        int steps = 0;
        while (steps < merges.size() && merges.get(steps).distance() <= distance) {
            steps++;
        }
        return after(steps);
    }

    private List<List<String>> after(int steps) {
        Map<String, List<String>> clusterOf = new HashMap<>();
        symbols.forEach(symbol -> clusterOf.put(symbol, List.of(symbol)));
        for (Merge merge : merges.subList(0, steps)) {
            List<String> joined = List.copyOf(merge.joined());
            joined.forEach(symbol -> clusterOf.put(symbol, joined));
        }
        List<List<String>> clusters = new ArrayList<>();
        for (String symbol : order()) {
            List<String> cluster = clusterOf.getOrDefault(symbol, List.of());
            if (cluster.indexOf(symbol) == 0) {
                clusters.add(cluster);
            }
        }
        return Collections.unmodifiableList(clusters);
    }
}
