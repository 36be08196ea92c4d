package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.BarMessage.RealTimeBar;
import org.jspecify.annotations.Nullable;

/** The bar of five seconds that is being made. */
final class FiveSeconds {

    private final Quote quote;
    private final boolean ofTrades;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;
    private double turnover;
    private int count;

    FiveSeconds(Quote quote, boolean ofTrades) {
        this.quote = quote;
        this.ofTrades = ofTrades;
    }

    void add(PricePath.Point point) {
        double price = point.price();
        if (count == 0) {
            open = price;
            high = price;
            low = price;
        }
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        volume += point.size();
        turnover += point.size() * price;
        count++;
    }

    /** The bar, and the start of a new one; null if there has never been a price. */
    @Nullable
    RealTimeBar take(int id, long time) {
        if (!quote.exists()) {
            return null;
        }
        if (count == 0) {
            open = quote.last;
            high = open;
            low = open;
            close = open;
        }
        double average = volume > 0 ? Math.round(turnover / volume * 1e4) / 1e4 : close;
        RealTimeBar bar = ofTrades
                ? new RealTimeBar(id, time, open, high, low, close, volume, average, count)
                : new RealTimeBar(id, time, open, high, low, close, -1, -1, -1);
        volume = 0;
        turnover = 0;
        count = 0;
        return bar;
    }
}
