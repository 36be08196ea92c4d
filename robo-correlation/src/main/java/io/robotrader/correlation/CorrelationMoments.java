package io.robotrader.correlation;

import io.robotrader.correlation.internal.MomentBlock;
import io.robotrader.correlation.internal.PriceRange;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must be kept of prices to tell the correlations of one block of pairs, in a form that adds up: the accumulator for
 * a universe that is shared out to several machines. Split the pairs into blocks (row symbols x column symbols), or the
 * times into ranges, or both; {@link #addBar} where the data is; {@link #merge} the ranges of a block; and put the blocks
 * together with {@link #matrix}. The result is what one {@link CorrelationTracker} would have told of all the prices, but
 * for rounding, some 1e-15 of a coefficient each time.
 *
 * <p><b>Seams.</b> A return belongs to two ranges if its two prices do. Each range therefore remembers the first and the last
 * price of each symbol, and the returns across are added in {@link #matrix}, when it is known which range follows which.
 * So merging is commutative and associative: any order, any grouping, neighbours or not. A range must not be merged twice,
 * which is refused as far as it had prices.
 *
 * <p><b>Window.</b> Nothing that was added leaves it, so a window is one accumulator a window, which may be told
 * when the window begins.
 *
 * <p>Adding a row and merging cost the number of pairs. Memory is 44 bytes a pair, and 32 a symbol for each range that was
 * merged. Serializable with the JDK's own means, and not thread-safe.
 */
public final class CorrelationMoments implements Serializable {
    private static final long serialVersionUID = 1;

    private static final double LARGEST = 1e100;

    private final String[] rows;
    private final String[] columns;
    private final MomentBlock block;
    private final long since;

    /** In the order of time, without overlap. */
    private final ArrayList<PriceRange> ranges = new ArrayList<>();

    /**
     * Nothing yet, for every pair of one of the rows and one of the columns.
     *
     * @param rows names that are not blank, each once; at least one
     * @param columns the same; the rows again for a block about the diagonal
     * @throws IllegalArgumentException if the names are not so
     */
    public CorrelationMoments(List<String> rows, List<String> columns) {
        this(rows, columns, Long.MIN_VALUE);
    }

    /**
     * The same for a window that begins at a time, as the look-back of a tracker does: prices before it count only as what
     * the first returns began at.
     *
     * @param rows names that are not blank, each once; at least one
     * @param columns the same; the rows again for a block about the diagonal
     * @param since when the earliest return that counts ends: the earliest row of the window. Within the years 1678 to 2261
     * @throws IllegalArgumentException if the names or the time are not so
     */
    public CorrelationMoments(List<String> rows, List<String> columns, Instant since) {
        this(rows, columns, PriceDoor.nanos("the window", since));
    }

    private CorrelationMoments(List<String> rows, List<String> columns, long since) {
        this.rows = names("rows", rows);
        this.columns = names("columns", columns);
        this.since = since;
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
     * Takes a bar: the prices of many symbols at one time, as {@link CorrelationTracker#addBar} does. All are taken or, if
     * one is refused, none.
     *
     * @param time after all prices that were taken or merged before; within the years 1678 to 2261
     * @param prices by symbol: finite and above 0, at most 1e100 times the one before. Those of symbols outside this block
     *     are not looked at, and without one of its own nothing changes. Not kept
     * @throws IllegalArgumentException if the time or a price is not so
     */
    public void addBar(Instant time, Map<String, Double> prices) {
        double[] values = new double[rows.length + columns.length];
        boolean some = false;
        for (int i = 0; i < values.length; i++) {
            boolean present = prices.containsKey(symbol(i));
            values[i] = present ? PriceDoor.checkPrice(symbol(i), time, prices.get(symbol(i))) : Double.NaN;
            some |= present;
        }
        long nanos = PriceDoor.nanos("the bar", time);
        PriceRange range = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        if (range != null && nanos <= range.end()) {
            throw new IllegalArgumentException("time must be after the prices before ("
                    + Instant.EPOCH.plusNanos(range.end()) + "), but was " + time);
        }
        if (some) {
            append(range, new PriceRange(nanos, values));
        }
    }

    private String symbol(int place) {
        return place < rows.length ? rows[place] : columns[place - rows.length];
    }

    private void append(@Nullable PriceRange range, PriceRange row) {
        if (range == null) {
            ranges.add(row);
        } else {
            checkSeam(range, row);
            block.add(range.append(row).since(since));
        }
    }

    private void checkSeam(PriceRange range, PriceRange later) {
        for (int i = 0; i < rows.length + columns.length; i++) {
            Instant time = Instant.EPOCH.plusNanos(later.firstTime(i));
            PriceDoor.checkStep(symbol(i), time, later.firstPrice(i), range.lastPrice(i));
        }
    }

    /**
     * Takes one observation of returns that somebody else worked out. They have no time, so there are no seams, and all
     * are in the window.
     *
     * @param rowReturns one a row, in their order: fractions (0.01 is 1 %), at most 1e100 in size; NaN where it is absent
     * @param columnReturns the same, one a column
     * @throws IllegalArgumentException if there are not as many as names, or one is too large; then nothing changes
     */
    public void addReturns(double[] rowReturns, double[] columnReturns) {
        checkReturns("rowReturns", rows.length, rowReturns);
        checkReturns("columnReturns", columns.length, columnReturns);
        block.add(rowReturns, columnReturns);
    }

    private static void checkReturns(String what, int count, double[] returns) {
        checkCount(what, count, returns);
        for (double value : returns) {
            if (Math.abs(value) > LARGEST) {
                throw new IllegalArgumentException(what + " must be at most " + LARGEST + " in size, but was " + value);
            }
        }
    }

    private static void checkCount(String what, int count, double[] given) {
        if (given.length != count) {
            throw new IllegalArgumentException(what + " must be " + count + ", but was " + given.length);
        }
    }

    /**
     * Takes what another has of other rows of the same pairs, be they before, after or between those here.
     *
     * @param other with the same rows and columns in the same order, and the same beginning of the window; not changed
     * @throws IllegalArgumentException if it has others, or ranges of prices overlap; then nothing changes
     */
    public void merge(CorrelationMoments other) {
        if (!Arrays.equals(rows, other.rows) || !Arrays.equals(columns, other.columns)) {
            throw new IllegalArgumentException("other must have the same rows and columns, but was of "
                    + Arrays.toString(other.rows) + " and " + Arrays.toString(other.columns));
        }
        checkSameWindow("other", other);
        List<PriceRange> merged = new ArrayList<>(ranges);
        other.ranges.forEach(range -> merged.add(range.copy()));
        merged.sort(Comparator.comparingLong(PriceRange::begin));
        for (int i = 1; i < merged.size(); i++) {
            if (merged.get(i).begin() <= merged.get(i - 1).end()) {
                throw new IllegalArgumentException("other must have prices of other times, but both have some from "
                        + Instant.EPOCH.plusNanos(merged.get(i).begin()) + " on");
            }
        }
        ranges.clear();
        ranges.addAll(merged);
        block.merge(other.block);
    }

    void checkSameWindow(String what, CorrelationMoments other) {
        if (since != other.since) {
            throw new IllegalArgumentException(what + " must begin at the same time, but was not");
        }
    }

    /**
     * Puts blocks together.
     *
     * @param settings how many observations a pair needs; the look-back is not asked, as all that was added counts
     * @param blocks in any order, all of the same window, no pair of symbols in two of them; not changed
     * @return a matrix of all symbols by name, of version 0, as of the last price if there were prices; a pair that is in
     *     no block is unknown
     * @throws IllegalArgumentException if a pair is in two blocks, windows differ, or a price after a seam is more than 1e100
     *     times the one before it
     */
    public static CorrelationMatrix matrix(CorrelationSettings settings, Collection<CorrelationMoments> blocks) {
        return new MomentAssembly(blocks).matrix(settings);
    }

    /** The block with the returns across the seams. */
    MomentBlock joined() {
        if (ranges.size() < 2) {
            return block;
        }
        MomentBlock joined = block.copy();
        PriceRange all = ranges.get(0).copy();
        for (PriceRange range : ranges.subList(1, ranges.size())) {
            checkSeam(all, range);
            joined.add(all.append(range).since(since));
        }
        return joined;
    }

    /**
     * The symbols of the rows; with the columns, this names the block.
     *
     * @return in their order; unmodifiable
     */
    public List<String> rows() {
        return List.of(rows);
    }

    /**
     * The symbols of the columns.
     *
     * @return in their order; unmodifiable
     */
    public List<String> columns() {
        return List.of(columns);
    }

    /** When the last price is, or the earliest time of all without one. */
    Instant end() {
        return ranges.isEmpty()
                ? Instant.MIN
                : Instant.EPOCH.plusNanos(ranges.get(ranges.size() - 1).end());
    }
}
