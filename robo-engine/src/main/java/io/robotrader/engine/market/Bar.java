package io.robotrader.engine.market;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The trades of one symbol over one period, summed up in four prices and a volume.
 *
 * <p>A bar that exists is sound: prices are finite and positive, {@code low <= open <= high} and
 * {@code low <= close <= high} (equality is allowed), and the volume, where there is one, is finite and not negative. A
 * bar does not know how long its period was. Immutable and thread-safe.
 *
 * @param symbol what was traded; not blank
 * @param time the instant at which the period ended, which is the first at which the bar could be known
 * @param open the first price of the period, per unit, in the currency of the symbol
 * @param high the highest price
 * @param low the lowest price
 * @param close the last price
 * @param volume units traded, zero if the source says that none were; empty if the source does not say
 */
public record Bar(
        String symbol, Instant time, double open, double high, double low, double close, OptionalDouble volume) {
    /**
     * Checks every component.
     *
     * @throws IllegalArgumentException if one breaks the rules above; the message names the component, the symbol, the
     *     time, the rule and the value
     */
    public Bar {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(volume, "volume");
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("symbol must not be blank, but was '" + symbol + "'");
        }
        if (!isSound(open, high, low, close, volume)) {
            explain(symbol, time, open, high, low, close, volume);
        }
    }

    /**
     * Returns a bar of which only the closing price is known: all four prices are the close, and the volume is unknown.
     *
     * @param symbol what was traded; not blank
     * @param time the instant at which the period ended
     * @param close the last price; finite and positive
     * @return the bar
     * @throws IllegalArgumentException if the symbol is blank or the price is not finite and positive
     */
    public static Bar ofClose(String symbol, Instant time, double close) {
        return new Bar(symbol, time, close, close, close, close, OptionalDouble.empty());
    }

    private static boolean isSound(double open, double high, double low, double close, OptionalDouble volume) {
        // The lowest and the highest bound the others, NaN included: no comparison with it holds.
        return low > 0
                && high < Double.POSITIVE_INFINITY
                && low <= open
                && open <= high
                && low <= close
                && close <= high
                && (volume.isEmpty() || (volume.getAsDouble() >= 0 && Double.isFinite(volume.getAsDouble())));
    }

    /** Puts into words what is wrong. To write numbers down takes longer than to compare them, and few bars are not sound. */
    private static void explain(
            String symbol, Instant time, double open, double high, double low, double close, OptionalDouble volume) {
        checkPrice("open", open, symbol, time);
        checkPrice("high", high, symbol, time);
        checkPrice("low", low, symbol, time);
        checkPrice("close", close, symbol, time);
        check(high >= low, "high", "at least the low " + low, high, symbol, time);
        checkWithin("open", open, low, high, symbol, time);
        checkWithin("close", close, low, high, symbol, time);
        double units = volume.orElse(0);
        check(units >= 0 && Double.isFinite(units), "volume", "finite and not negative", units, symbol, time);
    }

    private static void checkPrice(String name, double price, String symbol, Instant time) {
        check(price > 0 && Double.isFinite(price), name, "finite and positive", price, symbol, time);
    }

    private static void checkWithin(String name, double price, double low, double high, String symbol, Instant time) {
        check(price <= high, name, "at most the high " + high, price, symbol, time);
        check(price >= low, name, "at least the low " + low, price, symbol, time);
    }

    private static void check(boolean holds, String name, String rule, double value, String symbol, Instant time) {
        if (!holds) {
            throw new IllegalArgumentException(
                    name + " of " + symbol + " at " + time + " must be " + rule + ", but was " + value);
        }
    }
}
