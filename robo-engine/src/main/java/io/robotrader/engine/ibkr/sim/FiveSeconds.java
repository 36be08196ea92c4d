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
    private final GrowingBar bar = new GrowingBar();

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
        bar.add(price(), point.size());
    }

    /** The bar, and the start of a new one; null if there has never been a price. */
    @Nullable
    RealTimeBar take(int id, long time) {
        if (!quote.exists()) {
            return null;
        }
        if (bar.count == 0) {
            bar.standAt(price());
        }
        RealTimeBar taken = shown.equals(TRADES)
                ? new RealTimeBar(
                        id, time, bar.open, bar.high, bar.low, bar.close, bar.volume, bar.average(), bar.count)
                : new RealTimeBar(id, time, bar.open, bar.high, bar.low, bar.close, -1, -1, -1);
        bar.clear();
        return taken;
    }
}
