package io.robotrader.correlation;

import io.robotrader.correlation.internal.ReturnTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Returns of several symbols in rows: what a {@link CorrelationEstimator} works on. A row is a time at which at least one
 * symbol had a price; a symbol without a return there is absent, which is NaN and never 0.
 *
 * <p>Two returns of a row are <em>shared</em> if they began at the same time, too: after a day that one of them missed, its
 * return over two days is not set against the other's over one.
 *
 * <p>Immutable and thread-safe. Returns are simple ones, price / previous price - 1, if they come from prices; whoever
 * hands in their own may hand in others.
 */
public final class AlignedReturns {
    /** Stands among the beginnings where there is no return. No time that passes the door has this value. */
    static final long ABSENT = Long.MIN_VALUE;

    private final List<String> symbols;
    private final List<Instant> times;

    /** By symbol and row; neither is changed once it is here. */
    private final double[][] returns;

    private final long[][] from;

    AlignedReturns(List<String> symbols, List<Instant> times, double[][] returns, long[][] from) {
        this.symbols = List.copyOf(symbols);
        this.times = List.copyOf(times);
        this.returns = returns;
        this.from = from;
    }

    /**
     * Returns that somebody else worked out. All returns of a row are taken to have begun at the same time.
     *
     * @param symbols the names, each once, none blank
     * @param times when the rows ended, each later than the one before
     * @param returns by symbol, then by row; at most 1e100 in size, or NaN where there is none. Copied
     * @return the returns
     * @throws IllegalArgumentException if the sizes do not fit, or a name, a time or a return is not so
     */
    public static AlignedReturns of(List<String> symbols, List<Instant> times, double[][] returns) {
        checkNames(symbols);
        for (int row = 1; row < times.size(); row++) {
            if (!times.get(row).isAfter(times.get(row - 1))) {
                throw new IllegalArgumentException(
                        "times must ascend, but was " + times.get(row) + " after " + times.get(row - 1));
            }
        }
        if (returns.length != symbols.size()) {
            throw new IllegalArgumentException(
                    "returns must have a column for each of " + symbols.size() + " symbols, but was " + returns.length);
        }
        double[][] copy = new double[returns.length][];
        long[][] from = new long[returns.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = returns[i].clone();
            if (copy[i].length != times.size()) {
                throw new IllegalArgumentException("returns of " + symbols.get(i) + " must be " + times.size()
                        + ", one a row, but was " + copy[i].length);
            }
            from[i] = beginnings(symbols.get(i), copy[i]);
        }
        return new AlignedReturns(symbols, times, copy, from);
    }

    private static long[] beginnings(String symbol, double[] returns) {
        long[] from = new long[returns.length];
        for (int row = 0; row < returns.length; row++) {
            PriceDoor.checkReturn(symbol, row, returns[row]);
            from[row] = Double.isNaN(returns[row]) ? ABSENT : row;
        }
        return from;
    }

    /**
     * Simple returns of prices. Rows are all the times at which any of the symbols has a price.
     *
     * @param prices by symbol, then by time; each finite and above 0, as for {@link CorrelationTracker#addSeries}. A symbol
     *     may have none
     * @return the returns, symbols by name
     * @throws IllegalArgumentException if a name is blank, or a time or price is not so
     */
    public static AlignedReturns ofPrices(Map<String, ? extends SortedMap<Instant, Double>> prices) {
        List<String> symbols = prices.keySet().stream().sorted().toList();
        checkNames(symbols);
        SortedSet<Instant> all = new TreeSet<>();
        prices.values().forEach(series -> all.addAll(series.keySet()));
        List<Instant> times = List.copyOf(all);
        double[][] returns = new double[symbols.size()][times.size()];
        long[][] from = new long[symbols.size()][times.size()];
        for (int i = 0; i < returns.length; i++) {
            SortedMap<Instant, Double> series = new TreeMap<>();
            series.putAll(prices.get(symbols.get(i)));
            fill(symbols.get(i), series, times, returns[i], from[i]);
        }
        return new AlignedReturns(symbols, times, returns, from);
    }

    private static void fill(
            String symbol, SortedMap<Instant, Double> series, List<Instant> times, double[] returns, long[] from) {
        Arrays.fill(returns, Double.NaN);
        Arrays.fill(from, ABSENT);
        double previous = Double.NaN;
        long previousTime = ABSENT;
        for (int row = 0; row < times.size(); row++) {
            Instant time = times.get(row);
            if (series.containsKey(time)) {
                double price = PriceDoor.checkPrice(symbol, time, series.get(time));
                if (previousTime != ABSENT) {
                    PriceDoor.checkStep(symbol, time, price, previous);
                    returns[row] = price / previous - 1;
                    from[row] = previousTime;
                }
                previous = price;
                previousTime = PriceDoor.nanos(symbol, time);
            }
        }
    }

    private static void checkNames(List<String> symbols) {
        symbols.forEach(PriceDoor::checkSymbol);
        if (new HashSet<>(symbols).size() < symbols.size()) {
            throw new IllegalArgumentException("symbols must be different, but was " + symbols);
        }
    }

    /**
     * The symbols, in the order of the columns.
     *
     * @return unmodifiable
     */
    public List<String> symbols() {
        return symbols;
    }

    /**
     * When the rows ended, earliest first.
     *
     * @return unmodifiable
     */
    public List<Instant> times() {
        return times;
    }

    /**
     * One return.
     *
     * @param symbol its place in {@link #symbols()}
     * @param row its place in {@link #times()}
     * @return a fraction, 0.01 for 1 %; NaN if there is none
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public double get(int symbol, int row) {
        return returns[symbol][row];
    }

    /**
     * The latest rows alone.
     *
     * @param rows how many, at least 0
     * @return all rows if there are no more than that
     * @throws IllegalArgumentException if it is negative
     */
    public AlignedReturns last(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows must be at least 0, but was " + rows);
        }
        int size = times.size();
        return rows >= size ? this : rows(IntStream.range(size - rows, size).toArray());
    }

    /**
     * The rows in which every symbol has a return that all of them share, for estimators that take no others.
     *
     * @return perhaps without any row
     */
    public AlignedReturns complete() {
        int[] rows = IntStream.range(0, times.size())
                .filter(row -> IntStream.range(0, symbols.size()).allMatch(i -> isShared(0, i, row)))
                .toArray();
        return rows.length == times.size() ? this : rows(rows);
    }

    /**
     * The sample standard deviation of each symbol's returns, a row and not a year.
     *
     * @return by symbol, in the order of the columns; without symbols that have fewer than two returns. Unmodifiable
     */
    public Map<String, Double> volatilities() {
        return Volatilities.of(this);
    }

    /** The last rows; not copied, so not to be changed. */
    ReturnTable table(int rows) {
        return new ReturnTable(returns, from, Math.max(0, times.size() - rows));
    }

    private AlignedReturns rows(int[] rows) {
        List<Instant> kept = Arrays.stream(rows).mapToObj(times::get).toList();
        double[][] keptReturns = new double[returns.length][rows.length];
        long[][] keptFrom = new long[returns.length][rows.length];
        for (int i = 0; i < returns.length; i++) {
            for (int row = 0; row < rows.length; row++) {
                keptReturns[i][row] = returns[i][rows[row]];
                keptFrom[i][row] = from[i][rows[row]];
            }
        }
        return new AlignedReturns(symbols, kept, keptReturns, keptFrom);
    }

    boolean isShared(int i, int j, int row) {
        long begun = from[i][row];
        return begun != ABSENT && begun == from[j][row];
    }

    /** Whether both hold the same names, times and returns. Beginnings count only as far as they tell what is shared. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AlignedReturns aligned
                && symbols.equals(aligned.symbols)
                && times.equals(aligned.times)
                && Arrays.deepEquals(returns, aligned.returns)
                && Arrays.deepEquals(ranks(), aligned.ranks());
    }

    @Override
    public int hashCode() {
        return 31 * symbols.hashCode() + Arrays.deepHashCode(returns);
    }

    /** By row and symbol, the first symbol whose return began at the same time; -1 without one. */
    private int[][] ranks() {
        int[][] ranks = new int[times.size()][symbols.size()];
        for (int row = 0; row < ranks.length; row++) {
            for (int i = 0; i < symbols.size(); i++) {
                int same = 0;
                while (same < i && !isShared(i, same, row)) {
                    same++;
                }
                ranks[row][i] = from[i][row] == ABSENT ? -1 : same;
            }
        }
        return ranks;
    }

    @Override
    public String toString() {
        return "AlignedReturns[" + symbols.size() + " symbols, " + times.size() + " rows]";
    }
}
