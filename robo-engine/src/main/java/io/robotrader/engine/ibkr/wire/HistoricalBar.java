package io.robotrader.engine.ibkr.wire;

/**
 * A bar of the past. Immutable and thread-safe.
 *
 * @param time its start: a day {@code yyyymmdd}, a date with time and zone, or seconds since 1970, as was asked for
 * @param open the first price
 * @param high the highest
 * @param low the lowest
 * @param close the last
 * @param volume how much was traded, -1 if not known
 * @param average the average price, weighted by size; -1 if not known
 * @param count how many trades, -1 if not known
 */
public record HistoricalBar(
        String time, double open, double high, double low, double close, double volume, double average, int count) {

    static final HistoricalBar BLANK = new HistoricalBar("", 0, 0, 0, 0, 0, 0, 0);

    static HistoricalBar layout(Fields f, HistoricalBar bar) {
        return new HistoricalBar(
                f.text("time", bar.time),
                f.real("open", bar.open),
                f.real("high", bar.high),
                f.real("low", bar.low),
                f.real("close", bar.close),
                f.size("volume", bar.volume),
                f.size("average", bar.average),
                f.integer("count", bar.count));
    }
}
