package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.HistoricalBar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes bars of prices that come in the order of time. */
final class BarMaker {

    private final BarSize size;
    private final boolean ofTrades;
    private final double shift;
    private final int format;
    private final GrowingBar bar = new GrowingBar();
    private final List<HistoricalBar> done = new ArrayList<>();
    boolean zoned = true;
    private @Nullable Instant start;
    private Instant latest = Instant.EPOCH;

    BarMaker(BarSize size, String shown, double halfSpread, int format) {
        this.size = size;
        this.ofTrades = shown.equals("TRADES") || shown.equals("ADJUSTED_LAST");
        this.shift = shown.equals("BID") ? -halfSpread : shown.equals("ASK") ? halfSpread : 0;
        this.format = format;
    }

    void add(PricePath.Point point) {
        Instant here = size.start(point.time());
        if (!here.equals(start)) {
            finish();
            start = here;
        }
        double price = shift == 0 ? point.price() : Math.round((point.price() + shift) * 1e6) / 1e6;
        bar.add(price, point.size());
        latest = point.time();
    }

    private void finish() {
        Instant from = start;
        if (from == null) {
            return;
        }
        String time = size.isIntraday()
                ? format == 2
                        ? Long.toString(from.getEpochSecond())
                        : zoned ? Spelling.zoned(from) : Spelling.bare(from)
                : Spelling.day(Hours.date(size.name().equals("1 day") ? from : latest));
        done.add(
                ofTrades
                        ? new HistoricalBar(
                                time, bar.open, bar.high, bar.low, bar.close, bar.volume, bar.average(), bar.count)
                        : new HistoricalBar(time, bar.open, bar.high, bar.low, bar.close, -1, -1, -1));
        bar.clear();
        start = null;
    }

    List<HistoricalBar> bars() {
        finish();
        return done;
    }
}
