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
 * What was known at one moment: the correlation of every two symbols, how many observations each rests on, how sure it is,
 * and which are unknown. Made by a {@link CorrelationTracker}, which it does not follow (take a new snapshot for that), or
 * by a {@link CorrelationEstimator}.
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
    private final CorrelationMethod method;
    private final PairTable pairs;

    /** The table has NaN where a pair has too few observations by the settings. */
    CorrelationMatrix(
            CorrelationSettings settings,
            SymbolIndex symbols,
            @Nullable Instant asOf,
            long version,
            CorrelationMethod method,
            PairTable pairs) {
        this.settings = settings;
        this.symbols = symbols;
        this.asOf = asOf;
        this.version = version;
        this.method = method;
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
     * How sure the correlation of two symbols is.
     *
     * @param a a symbol
     * @param b another, or the same
     * @return where it lies with a confidence of 95 %; empty if the correlation is unknown, if there are 3 observations or
     *     fewer (4 for Kendall's), or if the {@link #method()} does not tell
     */
    public Optional<ConfidenceInterval> interval(String a, String b) {
        double coefficient = at(a, b);
        double error = method.error(coefficient, observations(a, b));
        return Double.isNaN(coefficient) || Double.isNaN(error)
                ? Optional.empty()
                : Optional.of(ConfidenceInterval.around(coefficient, error));
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
        return pairs(threshold);
    }

    /**
     * The matrix in a few figures.
     *
     * @return always the same figures; those that need a known pair are empty without one
     */
    public CorrelationSummary summary() {
        return CorrelationSummary.of(this, pairs(-1));
    }

    /**
     * The part of the matrix that is about some symbols.
     *
     * @param chosen symbols of this matrix, each once; they become the order of the part
     * @return all else, the version too, as here
     * @throws IllegalArgumentException if a symbol is not here or comes twice
     */
    public CorrelationMatrix only(List<String> chosen) {
        int[] places = new int[chosen.size()];
        for (int i = 0; i < places.length; i++) {
            int place = symbols.of(chosen.get(i));
            if (place < 0 || chosen.indexOf(chosen.get(i)) < i) {
                throw new IllegalArgumentException(
                        "chosen must be symbols of the matrix, each once, but was " + chosen);
            }
            places[i] = place;
        }
        MatrixDraft draft = new MatrixDraft(this, chosen, method);
        draft.setAll((i, j) -> get(places[i], places[j]), (i, j) -> observations(places[i], places[j]));
        return draft.finish();
    }

    /**
     * The smallest eigenvalue: below 0 if the coefficients contradict each other, which they can when pairs rest on
     * different rows. Costs the cube of the size.
     *
     * @return empty if a coefficient is unknown or there is no symbol
     */
    public OptionalDouble smallestEigenvalue() {
        double[][] known = known();
        return known == null || known.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(SymmetricEigen.of(known).smallest());
    }

    /**
     * Whether there can be returns with these correlations, so that no portfolio has a variance below 0.
     *
     * @return whether all is known and no eigenvalue is below 0 by more than rounding, 1e-9; true without a symbol
     */
    public boolean isPositiveSemiDefinite() {
        double[][] known = known();
        return known != null && isPositiveSemiDefinite(known);
    }

    private static boolean isPositiveSemiDefinite(double[][] known) {
        return known.length == 0 || SymmetricEigen.of(known).smallest() >= -1e-9;
    }

    /**
     * The nearest matrix that is positive semi-definite, by the sum of squared differences: N. J. Higham (2002).
     *
     * @return this one if it is; empty if a coefficient is unknown, because what is unknown cannot be repaired
     */
    public Optional<CorrelationMatrix> nearest() {
        double[][] known = known();
        if (known == null) {
            return Optional.empty();
        }
        if (isPositiveSemiDefinite(known)) {
            return Optional.of(this);
        }
        double[][] repaired = NearestCorrelation.of(known);
        MatrixDraft draft = new MatrixDraft(this, symbols(), CorrelationMethod.REPAIRED);
        draft.setAll((i, j) -> repaired[i][j], this::observations);
        return Optional.of(draft.finish());
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
     * How many calls had changed the tracker; a later snapshot after a change has a greater one. An estimator has none, and
     * says 0.
     *
     * @return 0 or more
     */
    public long version() {
        return version;
    }

    /**
     * How the coefficients were come by.
     *
     * @return {@link CorrelationMethod#PEARSON} for that of a tracker
     */
    public CorrelationMethod method() {
        return method;
    }

    /**
     * What the tracker was made with, or the estimator was asked with.
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

    int observations(int i, int j) {
        return pairs.observations(i, j);
    }

    /** The whole square, or null if a coefficient is unknown. */
    private double @Nullable [][] known() {
        double[][] square = new double[size()][size()];
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < size(); j++) {
                square[i][j] = get(i, j);
                if (Double.isNaN(square[i][j])) {
                    return null;
                }
            }
        }
        return square;
    }

    /** Unknown ones are above no threshold. */
    private List<CorrelatedPair> pairs(double threshold) {
        List<CorrelatedPair> pairs = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(get(i, j)) > threshold) {
                    pairs.add(pair(i, j));
                }
            }
        }
        return pairs.stream().sorted().toList();
    }

    private CorrelatedPair pair(int i, int j) {
        String a = symbols().get(i);
        String b = symbols().get(j);
        return a.compareTo(b) < 0
                ? new CorrelatedPair(a, b, get(i, j), observations(i, j))
                : new CorrelatedPair(b, a, get(i, j), observations(i, j));
    }

    /**
     * Whether both say the same: settings, method, symbols in order, time, observations and coefficients. The version is not
     * compared, as it counts calls and not what they led to.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CorrelationMatrix matrix
                && settings.equals(matrix.settings)
                && method == matrix.method
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
