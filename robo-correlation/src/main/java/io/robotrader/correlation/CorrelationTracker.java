package io.robotrader.correlation;

import io.robotrader.correlation.internal.RollingCorrelation;
import io.robotrader.correlation.internal.SymbolIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes prices and keeps the correlations of their returns over the last rows. It is not a store of prices: what the
 * look-back no longer needs is forgotten.
 *
 * <p><b>Rows.</b> Prices with the same time form a row. The newest row is the current one: it counts with the prices that
 * it has, so a {@link #snapshot()} always shows every price taken, and prices of other symbols for it may still come,
 * before or after a snapshot. It is complete when a later time arrives. {@link #add} and {@link #addBar} go forward only:
 * a price for an earlier row is refused. {@link #addSeries} is for history and may fill earlier rows.
 *
 * <p><b>Observations.</b> A return is price / previous price of the same symbol - 1. A pair has an observation where both
 * have a return that ends at the same time and began at the same time: after a day missed by one, its return over two
 * days is not set against the other's over one. Prices that are meant to be compared must therefore carry the same times.
 *
 * <p><b>Look-back.</b> The last {@link CorrelationSettings#lookback()} rows, counted back from the newest. No clock is
 * read, so history of any age is as good as live data.
 *
 * <p><b>Refusals.</b> What cannot be right is refused with an {@link IllegalArgumentException} that names the symbol, the
 * time, the value and the rule, and nothing changes: neither numbers nor version, and of a bar or a series not a part.
 *
 * <p><b>Cost.</b> A bar of all symbols costs symbols squared; a price costs symbols, paid when its row is complete; neither
 * depends on how much came before. The pairs' share is paid for four rows at a time, or when a snapshot asks for it. Memory is symbols x look-back, plus half of symbols squared. A snapshot after a change
 * costs symbols squared, and look-back for each pair of which one has a gap in the window. A series is for loading: the
 * first row or snapshot after it adds the whole window up afresh.
 *
 * <p>Thread-safe: any number of threads may write and read; each call sees all that was taken before it, under one lock.
 * A {@link CorrelationMatrix} once handed out is immutable and needs none. The same calls in the same order give the same
 * numbers to the last bit, whoever takes snapshots in between and when.
 */
public final class CorrelationTracker {
    private final ReentrantLock lock = new ReentrantLock();
    private final CorrelationSettings settings;
    private final RollingCorrelation rolling;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<String> symbols = new ArrayList<>();
    private Instant current = Instant.MIN;
    private long version;
    private @Nullable CorrelationMatrix latest;
    private @Nullable SymbolIndex index;

    /**
     * A tracker without prices.
     *
     * @param settings how far to look back and how much is enough
     */
    public CorrelationTracker(CorrelationSettings settings) {
        this.settings = settings;
        rolling = new RollingCorrelation(settings.lookback());
    }

    /**
     * What it was made with.
     *
     * @return the settings
     */
    public CorrelationSettings settings() {
        return settings;
    }

    /**
     * Takes one price.
     *
     * @param symbol any name that is not blank; upper and lower case differ
     * @param time not before the current row; within the years 1678 to 2261
     * @param price finite and above 0, in any unit that the symbol keeps to, at most 1e100 times the symbol's last
     * @throws IllegalArgumentException if one of them is not so, or the symbol has a price for that time
     */
    public void add(String symbol, Instant time, double price) {
        lock.lock();
        try {
            PriceDoor.checkSymbol(symbol);
            long nanos = PriceDoor.nanos(symbol, time);
            checkLive(symbol, find(symbol), time, nanos, PriceDoor.checkPrice(symbol, time, price));
            rolling.put(indexOf(symbol), nanos, price);
            changed(time);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes a bar: the prices of many symbols at one time. All are taken or, if one is refused, none.
     *
     * <p>Symbols that appear for the first time are numbered by name, so that the kind of map makes no difference.
     *
     * @param time not before the current row; within the years 1678 to 2261
     * @param prices by symbol, at least one; each as for {@link #add}. Not kept
     * @throws IllegalArgumentException if there are none, or one would be refused by {@link #add}
     */
    public void addBar(Instant time, Map<String, Double> prices) {
        lock.lock();
        try {
            Map<String, Double> bar = new HashMap<>(prices);
            if (bar.isEmpty()) {
                throw new IllegalArgumentException("prices at " + time + " must hold at least one, but was empty");
            }
            long nanos = PriceDoor.nanos("the bar", time);
            bar.forEach((symbol, price) -> checkLive(
                    PriceDoor.checkSymbol(symbol),
                    find(symbol),
                    time,
                    nanos,
                    PriceDoor.checkPrice(symbol, time, price)));
            bar.keySet().stream()
                    .filter(symbol -> !indexes.containsKey(symbol))
                    .sorted()
                    .forEach(this::indexOf);
            bar.forEach((symbol, price) -> rolling.put(indexOf(symbol), nanos, price));
            changed(time);
        } finally {
            lock.unlock();
        }
    }

    /**
     * For bars of always the same symbols: as fast as can be, and without a map.
     *
     * @param symbols names that are not blank, at least one, each once. They are known to the tracker when their first prices
     *     come, not before. Not kept
     * @return a way to give this tracker such bars
     * @throws IllegalArgumentException if the names are not so
     */
    public BarFeed bars(List<String> symbols) {
        return new BarFeed(this, symbols);
    }

    /** For {@link BarFeed}, which keeps the places and has them changed under this lock only; -1 is not known yet. */
    void addBar(Instant time, List<String> names, int[] places, double[] prices) {
        lock.lock();
        try {
            long nanos = PriceDoor.nanos("the bar", time);
            int present = 0;
            for (int k = 0; k < prices.length; k++) {
                double price = prices[k];
                if (!Double.isNaN(price)) {
                    PriceDoor.checkPrice(names.get(k), time, price);
                    checkLive(names.get(k), places[k] < 0 ? find(names.get(k)) : places[k], time, nanos, price);
                    present++;
                }
            }
            if (present == 0) {
                throw new IllegalArgumentException("prices at " + time + " must hold at least one, but all were NaN");
            }
            for (int k = 0; k < prices.length; k++) {
                if (places[k] < 0 && !Double.isNaN(prices[k])) {
                    places[k] = indexOf(names.get(k));
                }
            }
            for (int k = 0; k < prices.length; k++) {
                if (!Double.isNaN(prices[k])) {
                    rolling.put(places[k], nanos, prices[k]);
                }
            }
            changed(time);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes a symbol's history, or its continuation. The result is the same as if all prices of all symbols had come bar by
     * bar in the order of time, so histories may be loaded one symbol after another.
     *
     * <p>A symbol's own prices go forward: the series of a symbol that has prices must begin after the last of them. Within
     * that it may lie before, among or after the rows of other symbols.
     *
     * @param symbol any name that is not blank; upper and lower case differ
     * @param prices by time, at least one; times within the years 1678 to 2261, prices as for {@link #add}. Taken from the
     *     earliest on, whatever the map's own order. Not kept
     * @throws IllegalArgumentException if it is empty, begins too early or holds a price that is not so
     */
    public void addSeries(String symbol, SortedMap<Instant, Double> prices) {
        lock.lock();
        try {
            PriceDoor.checkSymbol(symbol);
            SortedMap<Instant, Double> series = new TreeMap<>();
            series.putAll(prices);
            if (series.isEmpty()) {
                throw new IllegalArgumentException(
                        "series of " + symbol + " must hold at least one price, but was empty");
            }
            long[] times = new long[series.size()];
            double[] values = new double[series.size()];
            checkSeries(symbol, series, times, values);
            rolling.putSeries(indexOf(symbol), times, values);
            changed(series.lastKey());
        } finally {
            lock.unlock();
        }
    }

    /**
     * What is known now. Without a change in between, the same matrix again.
     *
     * @return an immutable matrix over all symbols that ever came
     */
    public CorrelationMatrix snapshot() {
        lock.lock();
        try {
            CorrelationMatrix matrix = latest;
            if (matrix == null) {
                matrix = new CorrelationMatrix(
                        settings,
                        index(),
                        rolling.isEmpty() ? null : current,
                        version,
                        CorrelationMethod.PEARSON,
                        rolling.read(settings.minimumObservations()));
                latest = matrix;
            }
            return matrix;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What the rows that are kept tell of an earlier time: as {@link #snapshot()}, but rows after that time are left out.
     * Only the last {@link CorrelationSettings#lookback()} rows are kept, so this looks back over fewer of them the earlier
     * the time is. It is worked out afresh at each call and costs symbols squared x rows.
     *
     * @param asOf not before the oldest row that is kept; the newest row or later is the same as {@link #snapshot()}
     * @return an immutable matrix over all symbols that ever came, as of the last row at or before that time; a symbol that
     *     came later is unknown in it
     * @throws IllegalArgumentException if the time is before the oldest row that is kept
     */
    public CorrelationMatrix snapshot(Instant asOf) {
        lock.lock();
        try {
            if (!asOf.isBefore(current) || rolling.isEmpty()) {
                return snapshot();
            }
            Instant oldest = Instant.EPOCH.plusNanos(rolling.oldestTime());
            if (asOf.isBefore(oldest)) {
                throw new IllegalArgumentException(
                        "asOf must not be before the oldest row that is kept (" + oldest + "), but was " + asOf);
            }
            long nanos = PriceDoor.nanos("asOf", asOf);
            Instant last = Instant.EPOCH.plusNanos(rolling.lastRowUntil(nanos));
            return new CorrelationMatrix(
                    settings,
                    index(),
                    last,
                    version,
                    CorrelationMethod.PEARSON,
                    rolling.readUntil(nanos, settings.minimumObservations()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * The returns that the look-back holds now, for a {@link CorrelationEstimator}.
     *
     * @return an immutable copy: all symbols that ever came, in order of appearance, and at most
     *     {@link CorrelationSettings#lookback()} rows. Costs symbols x look-back
     */
    public AlignedReturns returns() {
        lock.lock();
        try {
            List<Instant> times = new ArrayList<>();
            double[][] returns = new double[symbols.size()][rolling.rows()];
            long[][] from = new long[symbols.size()][rolling.rows()];
            for (int row = 0; row < rolling.rows(); row++) {
                times.add(Instant.EPOCH.plusNanos(rolling.time(row)));
                for (int i = 0; i < symbols.size(); i++) {
                    returns[i][row] = rolling.returned(i, row);
                    from[i][row] = rolling.from(i, row);
                }
            }
            return new AlignedReturns(symbols, times, returns, from);
        } finally {
            lock.unlock();
        }
    }

    /** The names so far, made anew only when there are more of them. */
    private SymbolIndex index() {
        SymbolIndex known = index;
        if (known == null || known.symbols().size() < symbols.size()) {
            known = new SymbolIndex(symbols);
            index = known;
        }
        return known;
    }

    /** The symbol's place, or -1. */
    private int find(String symbol) {
        Integer index = indexes.get(symbol);
        return index == null ? -1 : index;
    }

    private void checkLive(String symbol, int index, Instant time, long nanos, double price) {
        if (!rolling.isEmpty() && nanos < rolling.newestTime()) {
            throw PriceDoor.tooOld(symbol, time, price, current);
        }
        if (index >= 0) {
            double last = rolling.lastPrice(index);
            if (rolling.lastTime(index) == nanos) {
                throw PriceDoor.secondPrice(symbol, time, price, last);
            }
            PriceDoor.checkStep(symbol, time, price, last);
        }
    }

    private void checkSeries(String symbol, SortedMap<Instant, Double> series, long[] times, double[] values) {
        Integer index = indexes.get(symbol);
        double previous = index == null ? Double.POSITIVE_INFINITY : rolling.lastPrice(index);
        int i = 0;
        for (Map.Entry<Instant, Double> entry : series.entrySet()) {
            Instant time = entry.getKey();
            times[i] = PriceDoor.nanos(symbol, time);
            values[i] = PriceDoor.checkPrice(symbol, time, entry.getValue());
            PriceDoor.checkStep(symbol, time, values[i], previous);
            previous = values[i];
            i++;
        }
        if (index != null && times[0] <= rolling.lastTime(index)) {
            Instant last = Instant.EPOCH.plusNanos(rolling.lastTime(index));
            throw PriceDoor.seriesTooOld(symbol, series.firstKey(), values[0], last);
        }
    }

    private int indexOf(String symbol) {
        Integer index = indexes.get(symbol);
        if (index == null) {
            index = rolling.addSymbol();
            indexes.put(symbol, index);
            symbols.add(symbol);
        }
        return index;
    }

    private void changed(Instant time) {
        if (time.isAfter(current)) {
            current = time;
        }
        version++;
        latest = null;
    }
}
