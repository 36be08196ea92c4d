package io.robotrader.correlation;

import io.robotrader.correlation.internal.MomentBlock;
import io.robotrader.correlation.internal.PairTable;
import io.robotrader.correlation.internal.SymbolIndex;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What must be kept of returns to tell the correlations of one block of pairs, in a form that adds up: the accumulator for
 * a universe that is shared out to several machines. Split the pairs into blocks (row symbols x column symbols), or the
 * observations into ranges, or both; {@link #add} where the data is; {@link #merge} the ranges of a block; and put the
 * blocks together with {@link #matrix}.
 *
 * <p>It is a sum over all that was added: nothing leaves it, so a window is one accumulator a window. For a window that
 * slides on one machine use {@link CorrelationTracker}.
 *
 * <p>Merging is commutative and associative but for rounding, some 1e-15 of a coefficient each time; one to which nothing
 * was added changes nothing. Adding and merging cost the number of pairs. Each pair counts the observations that both have.
 *
 * <p>Serializable with the JDK's own means, and not thread-safe.
 */
public final class CorrelationMoments implements Serializable {
    private static final long serialVersionUID = 1;

    private static final double LARGEST = 1e100;

    private final String[] rows;
    private final String[] columns;
    private final MomentBlock block;

    /**
     * Nothing yet, for every pair of one of the rows and one of the columns.
     *
     * @param rows names that are not blank, each once; at least one
     * @param columns the same; the rows again for a block about the diagonal
     * @throws IllegalArgumentException if the names are not so
     */
    public CorrelationMoments(List<String> rows, List<String> columns) {
        this.rows = names("rows", rows);
        this.columns = names("columns", columns);
        block = new MomentBlock(this.rows.length, this.columns.length);
    }

    private static String[] names(String what, List<String> names) {
        names.forEach(PriceDoor::checkSymbol);
        if (names.isEmpty() || new TreeSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(what + " must be at least one name, each once, but was " + names);
        }
        return names.toArray(String[]::new);
    }

    /**
     * Takes one observation.
     *
     * @param rowReturns one a row, in their order: fractions (0.01 is 1 %), at most 1e100 in size; NaN where it is absent
     * @param columnReturns the same, one a column
     * @throws IllegalArgumentException if there are not as many as names, or one is too large; then nothing changes
     */
    public void add(double[] rowReturns, double[] columnReturns) {
        check("rowReturns", rows.length, rowReturns);
        check("columnReturns", columns.length, columnReturns);
        block.add(rowReturns, columnReturns);
    }

    private static void check(String what, int count, double[] returns) {
        if (returns.length != count) {
            throw new IllegalArgumentException(what + " must be " + count + ", but was " + returns.length);
        }
        for (double value : returns) {
            if (Math.abs(value) > LARGEST) {
                throw new IllegalArgumentException(what + " must be at most " + LARGEST + " in size, but was " + value);
            }
        }
    }

    /**
     * Takes what another has of other observations of the same pairs.
     *
     * @param other with the same rows and columns in the same order; not changed
     * @throws IllegalArgumentException if it has others
     */
    public void merge(CorrelationMoments other) {
        if (!Arrays.equals(rows, other.rows) || !Arrays.equals(columns, other.columns)) {
            throw new IllegalArgumentException("other must have the same rows and columns, but was of "
                    + Arrays.toString(other.rows) + " and " + Arrays.toString(other.columns));
        }
        block.merge(other.block);
    }

    /**
     * Puts blocks together.
     *
     * @param settings how many observations a pair needs; the look-back is not asked, as all that was added counts
     * @param blocks in any order, no pair of symbols in two of them; not changed
     * @return a matrix of all symbols by name, without a time, of version 0; a pair that is in no block is unknown
     * @throws IllegalArgumentException if a pair is in two blocks
     */
    public static CorrelationMatrix matrix(CorrelationSettings settings, Collection<CorrelationMoments> blocks) {
        TreeSet<String> names = new TreeSet<>();
        for (CorrelationMoments each : blocks) {
            names.addAll(Arrays.asList(each.rows));
            names.addAll(Arrays.asList(each.columns));
        }
        SymbolIndex index = new SymbolIndex(List.copyOf(names));
        int size = names.size();
        double[][] coefficients = new double[size][];
        int[][] observations = new int[size][];
        int[][] owners = new int[size][];
        for (int i = 0; i < size; i++) {
            coefficients[i] = new double[i + 1];
            Arrays.fill(coefficients[i], Double.NaN);
            observations[i] = new int[i + 1];
            owners[i] = new int[i + 1];
        }
        int owner = 0;
        for (CorrelationMoments each : blocks) {
            owner++;
            for (int r = 0; r < each.rows.length; r++) {
                for (int c = 0; c < each.columns.length; c++) {
                    int a = index.of(each.rows[r]);
                    int b = index.of(each.columns[c]);
                    int i = Math.max(a, b);
                    int j = Math.min(a, b);
                    if (owners[i][j] != 0 && owners[i][j] != owner) {
                        throw new IllegalArgumentException("blocks must have each pair once, but " + each.rows[r]
                                + " and " + each.columns[c] + " were in two");
                    }
                    owners[i][j] = owner;
                    observations[i][j] = each.block.observations(r, c);
                    coefficients[i][j] = observations[i][j] < settings.minimumObservations()
                            ? Double.NaN
                            : each.block.coefficient(r, c, i == j);
                }
            }
        }
        return new CorrelationMatrix(
                settings, index, null, 0, CorrelationMethod.PEARSON, new PairTable(coefficients, observations));
    }
}
