package io.robotrader.correlation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A matrix in a few figures, over its pairs of different symbols. Immutable and thread-safe.
 *
 * @param symbols how many symbols there are
 * @param pairs how many pairs they make
 * @param knownPairs how many of these are known; the figures below are theirs
 * @param highPairs how many are above the threshold of the settings, in absolute terms
 * @param mean the mean coefficient, signed; empty without a known pair
 * @param median the median, the mean of both in the middle if there are two; empty without a known pair
 * @param lowest the pair with the lowest coefficient, signed; empty without a known pair
 * @param highest the pair with the highest coefficient, signed; empty without a known pair
 */
public record CorrelationSummary(
        int symbols,
        int pairs,
        int knownPairs,
        int highPairs,
        OptionalDouble mean,
        OptionalDouble median,
        Optional<CorrelatedPair> lowest,
        Optional<CorrelatedPair> highest) {

    static CorrelationSummary of(CorrelationMatrix matrix, List<CorrelatedPair> known) {
        List<CorrelatedPair> ascending = known.stream()
                .sorted((a, b) -> Double.compare(a.coefficient(), b.coefficient()))
                .toList();
        double[] values =
                ascending.stream().mapToDouble(CorrelatedPair::coefficient).toArray();
        int count = values.length;
        return new CorrelationSummary(
                matrix.size(),
                matrix.size() * (matrix.size() - 1) / 2,
                count,
                matrix.highPairs().size(),
                Arrays.stream(values).average(),
                count == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((values[(count - 1) / 2] + values[count / 2]) / 2),
                ascending.stream().findFirst(),
                count == 0 ? Optional.empty() : Optional.of(ascending.get(count - 1)));
    }
}
