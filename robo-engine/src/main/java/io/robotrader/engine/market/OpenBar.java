package io.robotrader.engine.market;

import java.time.Instant;
import java.util.OptionalDouble;

/** A bar that is still growing. */
final class OpenBar {

    private final Instant end;
    private Instant firstTime;
    private Instant lastTime;
    private double first;
    private double last;
    private double high;
    private double low;
    private double volume;
    private boolean sizesKnown = true;

    OpenBar(Instant end, Instant time, double price) {
        this.end = end;
        firstTime = time;
        lastTime = time;
        first = price;
        last = price;
        high = price;
        low = price;
    }

    void add(Instant time, double price, OptionalDouble size) {
        if (time.isBefore(firstTime)) {
            firstTime = time;
            first = price;
        }
        if (!time.isBefore(lastTime)) {
            lastTime = time;
            last = price;
        }
        high = Math.max(high, price);
        low = Math.min(low, price);
        sizesKnown &= size.isPresent();
        volume += size.orElse(0);
    }

    Instant end() {
        return end;
    }

    double last() {
        return last;
    }

    Bar close(String symbol) {
        // A sum of sizes that is too large for a number is not known.
        OptionalDouble units =
                sizesKnown && volume <= Double.MAX_VALUE ? OptionalDouble.of(volume) : OptionalDouble.empty();
        return new Bar(symbol, end, first, high, low, last, units);
    }
}
