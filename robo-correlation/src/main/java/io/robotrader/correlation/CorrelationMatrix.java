package io.robotrader.correlation;

import io.robotrader.correlation.internal.PairTable;
import io.robotrader.correlation.internal.SymbolIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link CorrelationTracker} knew at one moment: Pearson's correlation of every two symbols, how many observations
 * each rests on, and which are unknown. It does not follow the tracker; take a new snapshot for that.
 *
 * <p>A coefficient is from -1 to 1. It is <em>unknown</em> if the two share fewer than
 * {@link CorrelationSettings#minimumObservations()} observations, if one did not vary over those that they share, or if a
 * symbol never came. Unknown is empty or NaN, as each method says, and never 0.
 *
 * <p>Immutable and thread-safe.
 */
public final class CorrelationMatrix {
    private final CorrelationSettings settings;
    private final SymbolIndex symbols;
    private final @Nullable Instant asOf;
    private final long version;
    private final PairTable pairs;

    /** The table has NaN where a pair has too few observations by the settings. */
    CorrelationMatrix(
            CorrelationSettings settings, SymbolIndex symbols, @Nullable Instant asOf, long version, PairTable pairs) {
        this.settings = settings;
        this.symbols = symbols;
        this.asOf = asOf;
        this.version = version;
        this.pairs = pairs;
    }

    /**
     * The correlation of two symbols.
     *
     * @param a a symbol
     * @param b another, or the same
     * @return from -1 to 1; for a symbol with itself 1 if it has enough data and varied; empty if unknown
     */
    public OptionalDouble between(String a, String b) {
        double coefficient = at(a, b);
        return Double.isNaN(coefficient) ? OptionalDouble.empty() : OptionalDouble.of(coefficient);
    }

    /**
     * The correlation of two symbols as a plain number, for callers that take a function of two names:
     * {@code matrix::coefficient}. Other than for {@link #between}, a symbol is always like itself.
     *
     * @param a a symbol
     * @param b another, or the same
     * @return from -1 to 1; 1 if both are the same, with or without data; NaN if unknown
     */
    public double coefficient(String a, String b) {
        return a.equals(b) ? 1 : at(a, b);
    }

    /**
     * The correlation of two symbols by their place in {@link #symbols()}.
     *
     * @param i from 0 to {@link #size()} - 1
     * @param j the same
     * @return from -1 to 1; on the diagonal 1 if the symbol has enough data and varied; NaN if unknown
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public double get(int i, int j) {
        return pairs.coefficient(Objects.checkIndex(i, size()), Objects.checkIndex(j, size()));
    }

    /**
     * How many returns two symbols have over the same intervals, whether that is enough or not.
     *
     * @param a a symbol
     * @param b another, or the same for all returns of that symbol
     * @return from 0 to the look-back; 0 for a symbol that never came
     */
    public int observations(String a, String b) {
        int i = symbols.of(a);
        int j = symbols.of(b);
        return i < 0 || j < 0 ? 0 : pairs.observations(i, j);
    }

    /**
     * The pairs whose absolute correlation is above the threshold of the settings.
     *
     * @return strongest first, equals by name; unmodifiable
     */
    public List<CorrelatedPair> highPairs() {
        return pairsAbove(settings.highThreshold());
    }

    /**
     * The pairs whose absolute correlation is above a threshold. Unknown pairs are not among them.
     *
     * @param threshold absolute correlation, from 0 to 1; a pair at it is not listed
     * @return strongest first, equals by name; unmodifiable
     * @throws IllegalArgumentException if the threshold is outside its range
     */
    public List<CorrelatedPair> pairsAbove(double threshold) {
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be from 0 to 1, but was " + threshold);
        }
        List<CorrelatedPair> above = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(pairs.coefficient(i, j)) > threshold) {
                    above.add(pair(i, j));
                }
            }
        }
        return above.stream().sorted().toList();
    }

    /**
     * The symbols in the order in which they first came; those that first came in the same bar, by name.
     *
     * @return unmodifiable
     */
    public List<String> symbols() {
        return symbols.symbols();
    }

    /**
     * How many symbols there are.
     *
     * @return 0 or more
     */
    public int size() {
        return pairs.size();
    }

    /**
     * The time of the last row: of the data, not of any clock.
     *
     * @return empty if no price ever came
     */
    public Optional<Instant> asOf() {
        return Optional.ofNullable(asOf);
    }

    /**
     * How many calls had changed the tracker; a later snapshot after a change has a greater one.
     *
     * @return 0 or more
     */
    public long version() {
        return version;
    }

    /**
     * What the tracker was made with.
     *
     * @return the settings
     */
    public CorrelationSettings settings() {
        return settings;
    }

    private double at(String a, String b) {
        int i = symbols.of(a);
        int j = symbols.of(b);
        return i < 0 || j < 0 ? Double.NaN : pairs.coefficient(i, j);
    }

    private CorrelatedPair pair(int i, int j) {
        String a = symbols().get(i);
        String b = symbols().get(j);
        double coefficient = pairs.coefficient(i, j);
        int observations = pairs.observations(i, j);
        return a.compareTo(b) < 0
                ? new CorrelatedPair(a, b, coefficient, observations)
                : new CorrelatedPair(b, a, coefficient, observations);
    }

    /**
     * Whether both say the same: settings, symbols in order, time, observations and coefficients. The version is not
     * compared, as it counts calls and not what they led to.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CorrelationMatrix matrix
                && settings.equals(matrix.settings)
                && symbols().equals(matrix.symbols())
                && Objects.equals(asOf, matrix.asOf)
                && pairs.equals(matrix.pairs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(settings, symbols(), asOf, pairs);
    }

    @Override
    public String toString() {
        long cells = (long) size() * (size() + 1) / 2;
        return "CorrelationMatrix[" + size() + " symbols, as of " + (asOf == null ? "never" : asOf) + ", "
                + pairs.unknown() + " unknown of " + cells + ", version " + version + "]";
    }
}
