package io.robotrader.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How alike the symbols of a sector are on average, and those of two sectors. Immutable and thread-safe.
 *
 * @param averages every sector with itself and with each other, in order of their names
 * @param withoutSector symbols of the matrix of which no sector was told, in the matrix's order; they count nowhere
 */
public record SectorCorrelations(List<Average> averages, List<String> withoutSector) {
    /** Copies the lists. */
    public SectorCorrelations {
        averages = List.copyOf(averages);
        withoutSector = List.copyOf(withoutSector);
    }

    /**
     * One sector, or two.
     *
     * @param first the name that sorts first
     * @param second the other; the same for the pairs within a sector
     * @param mean the mean coefficient of the known pairs, signed, from -1 to 1; empty without one
     * @param knownPairs how many pairs of symbols it rests on
     * @param unknownPairs how many pairs of symbols are not known and not in it
     */
    public record Average(String first, String second, OptionalDouble mean, int knownPairs, int unknownPairs) {
        /**
         * Whether it is about one sector.
         *
         * @return whether both names are the same
         */
        public boolean isWithin() {
            return first.equals(second);
        }
    }

    /**
     * Averages a matrix by sector. A symbol is not set against itself, so a sector of one symbol has no pairs within.
     *
     * @param matrix any matrix
     * @param sectors the sector of each symbol; symbols that are not in the matrix are passed over, blank sectors are none
     * @return the averages, also of a single sector
     */
    public static SectorCorrelations of(CorrelationMatrix matrix, Map<String, String> sectors) {
        Map<String, Map<String, Sum>> sums = new TreeMap<>();
        List<String> without = new ArrayList<>();
        for (int i = 0; i < matrix.size(); i++) {
            String one = sectors.getOrDefault(matrix.symbols().get(i), "");
            if (one.isBlank()) {
                without.add(matrix.symbols().get(i));
                continue;
            }
            for (int j = 0; j <= i; j++) {
                String other = sectors.getOrDefault(matrix.symbols().get(j), "");
                if (!other.isBlank()) {
                    boolean ordered = one.compareTo(other) <= 0;
                    Sum sum = sums.computeIfAbsent(ordered ? one : other, key -> new TreeMap<>())
                            .computeIfAbsent(ordered ? other : one, key -> new Sum());
                    if (i != j) {
                        sum.add(matrix.get(i, j));
                    }
                }
            }
        }
        List<Average> averages = new ArrayList<>();
        sums.forEach((first, row) -> row.forEach((second, sum) -> averages.add(sum.average(first, second))));
        return new SectorCorrelations(averages, without);
    }

    /**
     * The average of two sectors, or of one with itself.
     *
     * @param a a sector
     * @param b another, or the same
     * @return empty if no symbol is in one of them
     */
    public Optional<Average> between(String a, String b) {
        return averages.stream()
                .filter(average -> (average.first().equals(a)
                                && average.second().equals(b))
                        || (average.first().equals(b) && average.second().equals(a)))
                .findFirst();
    }

    private static final class Sum {
        private double sum;
        private int known;
        private int unknown;

        void add(double coefficient) {
            if (Double.isNaN(coefficient)) {
                unknown++;
            } else {
                sum += coefficient;
                known++;
            }
        }

        Average average(String first, String second) {
            OptionalDouble mean = known == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / known);
            return new Average(first, second, mean, known, unknown);
        }
    }
}
