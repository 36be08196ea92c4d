package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.BarMessage.RealTimeBar;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bar of five seconds that is being made. */
final class FiveSeconds {

    private static final String TRADES = "TRADES";
    private static final Set<String> SHOWN = Set.of(TRADES, "BID", "ASK", "MIDPOINT");

    private final Quote quote;
    private final String shown;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;
    private double turnover;
    private int count;

    FiveSeconds(Quote quote, String shown) {
        this.quote = quote;
        this.shown = shown.isEmpty() ? TRADES : shown;
    }

    /** Whether there are such bars; without a word they are of trades. */
    static boolean knows(String shown) {
        return shown.isEmpty() || SHOWN.contains(shown);
    }

    private double price() {
        return switch (shown) {
            case "BID" -> quote.bid;
            case "ASK" -> quote.ask;
            case "MIDPOINT" -> Math.round(quote.middle() * 1e6) / 1e6;
            default -> quote.last;
        };
    }

    /** Takes a price that the quote has taken already. */
    void add(PricePath.Point point) {
        double price = price();
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
            open = price();
            high = open;
            low = open;
            close = open;
        }
        double average = volume > 0 ? Math.round(turnover / volume * 1e4) / 1e4 : close;
        RealTimeBar bar = shown.equals(TRADES)
                ? new RealTimeBar(id, time, open, high, low, close, volume, average, count)
                : new RealTimeBar(id, time, open, high, low, close, -1, -1, -1);
        volume = 0;
        turnover = 0;
        count = 0;
        return bar;
    }
}
