package io.robotrader.correlation;

import java.util.ArrayList;
import java.util.List;

/** Joins the two nearest clusters until one is left. Used once, by one thread. */
final class Agglomeration {
    private final Linkage linkage;
    private final double[][] distances;

    /** By the place of a cluster's first symbol, its symbols in order; null once it is part of another. */
    private final List<List<String>> clusters = new ArrayList<>();

    /** The places that still hold a cluster, ascending. */
    private final List<Integer> left = new ArrayList<>();

    Agglomeration(CorrelationMatrix matrix, Linkage linkage) {
        this.linkage = linkage;
        distances = new double[matrix.size()][matrix.size()];
        for (int i = 0; i < matrix.size(); i++) {
            clusters.add(List.of(matrix.symbols().get(i)));
            left.add(i);
            for (int j = 0; j < matrix.size(); j++) {
                double coefficient = matrix.get(i, j);
                distances[i][j] = Double.isNaN(coefficient) ? 1 : Math.sqrt((1 - coefficient) / 2);
            }
        }
    }

    List<ClusterTree.Merge> merges() {
        List<ClusterTree.Merge> merges = new ArrayList<>();
        while (left.size() > 1) {
            merges.add(joinNearest());
        }
        return List.copyOf(merges);
    }

    private ClusterTree.Merge joinNearest() {
        int first = left.get(0);
        int second = left.get(1);
        for (int i : left) {
            for (int j : left) {
                if (i < j && distances[i][j] < distances[first][second]) {
                    first = i;
                    second = j;
                }
            }
        }
        ClusterTree.Merge merge =
                new ClusterTree.Merge(clusters.get(first), clusters.get(second), distances[first][second]);
        join(first, second);
        return merge;
    }

    private void join(int first, int second) {
        List<String> one = clusters.get(first);
        List<String> other = clusters.get(second);
        double between = distances[first][second];
        for (int third : left) {
            if (third != first && third != second) {
                double distance = linkage.distance(
                        distances[first][third],
                        distances[second][third],
                        between,
                        one.size(),
                        other.size(),
                        clusters.get(third).size());
                distances[first][third] = distance;
                distances[third][first] = distance;
            }
        }
        List<String> joined = new ArrayList<>(one);
        joined.addAll(other);
        clusters.set(first, joined);
        left.remove(Integer.valueOf(second));
    }
}
