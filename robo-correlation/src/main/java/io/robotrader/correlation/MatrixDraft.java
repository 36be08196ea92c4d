package io.robotrader.correlation;

import io.robotrader.correlation.internal.PairTable;
import io.robotrader.correlation.internal.SymbolIndex;
import java.time.Instant;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/** A {@link CorrelationMatrix} in the making, symmetric whichever half is set. Not thread-safe. */
final class MatrixDraft {
    private final CorrelationSettings settings;
    private final List<String> symbols;
    private final @Nullable Instant asOf;
    private final long version;
    private final CorrelationMethod method;
    private final double[][] coefficients;
    private final int[][] observations;

    MatrixDraft(
            CorrelationSettings settings,
            List<String> symbols,
            @Nullable Instant asOf,
            long version,
            CorrelationMethod method) {
        this.settings = settings;
        this.symbols = symbols;
        this.asOf = asOf;
        this.version = version;
        this.method = method;
        coefficients = new double[symbols.size()][symbols.size()];
        observations = new int[symbols.size()][symbols.size()];
    }

    MatrixDraft(CorrelationSettings settings, AlignedReturns returns, CorrelationMethod method) {
        this(settings, returns.symbols(), last(returns.times()), 0, method);
    }

    /** One like a matrix, over other symbols or by another method, without its numbers. */
    MatrixDraft(CorrelationMatrix matrix, List<String> symbols, CorrelationMethod method) {
        this(matrix.settings(), symbols, matrix.asOf().orElse(null), matrix.version(), method);
    }

    /** Coefficients by the places of two symbols; NaN if unknown. */
    @FunctionalInterface
    interface Coefficients {
        double at(int i, int j);
    }

    private static @Nullable Instant last(List<Instant> times) {
        return times.isEmpty() ? null : times.get(times.size() - 1);
    }

    int size() {
        return symbols.size();
    }

    void set(int i, int j, double coefficient, int count) {
        coefficients[i][j] = coefficient;
        coefficients[j][i] = coefficient;
        observations[i][j] = count;
        observations[j][i] = count;
    }

    void setAll(Coefficients coefficient, IntBinaryOperator count) {
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j <= i; j++) {
                set(i, j, coefficient.at(i, j), count.applyAsInt(i, j));
            }
        }
    }

    String symbol(int i) {
        return symbols.get(i);
    }

    /** Takes a pair as a file tells it; an empty coefficient is unknown. Returns true, or says what is wrong. */
    boolean read(int i, int j, String coefficient, String count) {
        int shared = MatrixFields.wholeNumber("observations", count);
        if (shared < 0) {
            throw new IllegalArgumentException("observations must be at least 0, but was " + shared);
        }
        double known = coefficient.isEmpty() ? Double.NaN : MatrixFields.number("coefficient", coefficient);
        boolean inRange = i == j ? known == 1 : Math.abs(known) <= 1;
        if (!coefficient.isEmpty() && !inRange) {
            throw new IllegalArgumentException(
                    "coefficient must be " + (i == j ? "1" : "from -1 to 1") + ", but was " + coefficient);
        }
        if (!coefficient.isEmpty() && shared < settings.minimumObservations()) {
            throw new IllegalArgumentException("observations of a known pair must be at least "
                    + settings.minimumObservations() + ", but was " + shared);
        }
        set(i, j, known, shared);
        return true;
    }

    CorrelationMatrix finish() {
        return new CorrelationMatrix(
                settings, new SymbolIndex(symbols), asOf, version, method, new PairTable(coefficients, observations));
    }
}
