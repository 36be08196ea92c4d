package io.robotrader.correlation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What a symbol, a time and a price must be to be let in. Stateless; every refusal says what, when, how much and why. */
final class PriceDoor {
    /** Times are kept as nanoseconds since the epoch, which a long holds for these years. */
    private static final Instant EARLIEST = Instant.parse("1678-01-01T00:00:00Z");

    private static final Instant TOO_LATE = Instant.parse("2262-01-01T00:00:00Z");

    /** Far above any market, and low enough that a whole window of squared returns is still finite. */
    private static final double LARGEST_RATIO = 1e100;

    private PriceDoor() {}

    static String checkSymbol(@Nullable String symbol) {
        if (symbol == null || symbol.isBlank()) {
            throw new IllegalArgumentException("symbol must be a name, but was " + (symbol == null ? "null" : "blank"));
        }
        return symbol;
    }

    static long nanos(String what, Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(TOO_LATE)) {
            throw new IllegalArgumentException(
                    "time of " + what + " must be within the years 1678 to 2261, but was " + time);
        }
        return ChronoUnit.NANOS.between(Instant.EPOCH, time);
    }

    static double checkPrice(String symbol, Instant time, @Nullable Double price) {
        if (price == null || !(price > 0 && price < Double.POSITIVE_INFINITY)) {
            throw badPrice(symbol, time, price);
        }
        return price;
    }

    /** The same without a box. */
    static double checkPrice(String symbol, Instant time, double price) {
        if (!(price > 0 && price < Double.POSITIVE_INFINITY)) {
            throw badPrice(symbol, time, price);
        }
        return price;
    }

    private static IllegalArgumentException badPrice(String symbol, Instant time, @Nullable Double price) {
        return new IllegalArgumentException(
                "price of " + symbol + " at " + time + " must be finite and above 0, but was " + price);
    }

    static void checkStep(String symbol, Instant time, double price, double previous) {
        if (price / previous > LARGEST_RATIO) {
            throw new IllegalArgumentException("price of " + symbol + " at " + time + " must be at most "
                    + LARGEST_RATIO + " times the one before (" + previous + "), but was " + price);
        }
    }

    /** NaN, for one that is absent, may pass. */
    static void checkReturn(String symbol, int row, double value) {
        if (Math.abs(value) > LARGEST_RATIO) {
            throw new IllegalArgumentException("return of " + symbol + " in row " + row + " must be at most "
                    + LARGEST_RATIO + " in size, but was " + value);
        }
    }

    static IllegalArgumentException secondPrice(String symbol, Instant time, double price, double first) {
        return new IllegalArgumentException("price of " + symbol + " at " + time
                + " must be the only one for its symbol and time (" + first + " was taken), but was " + price);
    }

    static IllegalArgumentException tooOld(String symbol, Instant time, double price, Instant current) {
        return new IllegalArgumentException("time of " + symbol + " with price " + price
                + " must not be before the current row (" + current + "), but was " + time);
    }

    static IllegalArgumentException seriesTooOld(String symbol, Instant time, double price, Instant last) {
        return new IllegalArgumentException("first time of the series of " + symbol + " with price " + price
                + " must be after the symbol's last one (" + last + "), but was " + time);
    }
}
