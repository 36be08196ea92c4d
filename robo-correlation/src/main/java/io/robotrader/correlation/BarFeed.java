package io.robotrader.correlation;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Bars of always the same symbols, as plain numbers: {@link CorrelationTracker#addBar} without a map, and without looking
 * the names up each time. Once its symbols have come, a bar allocates nothing.
 *
 * <pre>{@code
 * BarFeed bars = tracker.bars(List.of("AAPL", "MSFT"));
 * bars.add(time, new double[] {187.5, 411.2});
 * }</pre>
 *
 * <p>It holds no prices, only the symbols' places in its tracker, which may be given prices by other ways too. Thread-safe,
 * as the tracker is.
 */
public final class BarFeed {
    private final CorrelationTracker tracker;
    private final List<String> symbols;
    private final int[] places;

    BarFeed(CorrelationTracker tracker, List<String> symbols) {
        symbols.forEach(PriceDoor::checkSymbol);
        if (symbols.isEmpty() || new HashSet<>(symbols).size() < symbols.size()) {
            throw new IllegalArgumentException("symbols must be at least one, each once, but was " + symbols);
        }
        this.tracker = tracker;
        this.symbols = List.copyOf(symbols);
        places = new int[symbols.size()];
        Arrays.fill(places, -1);
    }

    /**
     * What its prices belong to.
     *
     * @return unmodifiable
     */
    public List<String> symbols() {
        return symbols;
    }

    /**
     * Takes a bar: all of its prices or, if one is refused, none. Symbols that appear for the first time are numbered in the
     * feed's order.
     *
     * @param time not before the tracker's current row; within the years 1678 to 2261
     * @param prices one a symbol, in the order of {@link #symbols()}; NaN for a symbol that has none in this bar, which not
     *     all may be, and otherwise as for {@link CorrelationTracker#add}. Not kept
     * @throws IllegalArgumentException if they are not as many as the symbols, all are NaN, or one would be refused by
     *     {@link CorrelationTracker#add}
     */
    public void add(Instant time, double[] prices) {
        if (prices.length != places.length) {
            throw new IllegalArgumentException(
                    "prices must be " + places.length + ", one a symbol, but was " + prices.length);
        }
        tracker.addBar(time, symbols, places, prices);
    }
}
