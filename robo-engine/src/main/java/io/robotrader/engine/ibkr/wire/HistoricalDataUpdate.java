package io.robotrader.engine.ibkr.wire;

/**
 * The latest bar once more, as it is now.
 *
 * @param requestId the number of the request
 * @param bar the bar
 */
public record HistoricalDataUpdate(int requestId, HistoricalBar bar) implements BarMessage {

    static final HistoricalDataUpdate BLANK = new HistoricalDataUpdate(0, HistoricalBar.BLANK);

    @Override
    public int id() {
        return 90;
    }

    @Override
    public HistoricalDataUpdate layout(Fields f) {
        int request = f.integer("requestId", requestId);
        int count = f.integer("count", bar.count());
        String time = f.text("time", bar.time());
        double open = f.real("open", bar.open());
        // Not in the order of the bars of the past: here the close comes second.
        double close = f.real("close", bar.close());
        double high = f.real("high", bar.high());
        double low = f.real("low", bar.low());
        double average = f.size("average", bar.average());
        double volume = f.size("volume", bar.volume());
        return new HistoricalDataUpdate(
                request, new HistoricalBar(time, open, high, low, close, volume, average, count));
    }
}
