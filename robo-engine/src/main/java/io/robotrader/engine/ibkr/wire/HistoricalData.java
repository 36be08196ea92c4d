package io.robotrader.engine.ibkr.wire;

import java.util.List;

/**
 * The bars that were asked for, all at once.
 *
 * @param requestId the number of the request
 * @param start from when; for people to read, the spelling differs from server to server
 * @param end until when, likewise
 * @param bars the bars, the oldest first
 */
public record HistoricalData(int requestId, String start, String end, List<HistoricalBar> bars) implements BarMessage {

    static final HistoricalData BLANK = new HistoricalData(0, "", "", List.of());

    /** Takes a copy of the list. */
    public HistoricalData {
        bars = List.copyOf(bars);
    }

    @Override
    public int id() {
        return 17;
    }

    @Override
    public HistoricalData layout(Fields f) {
        return new HistoricalData(
                f.integer("requestId", requestId),
                f.text("start", start),
                f.text("end", end),
                f.list("barCount", bars, HistoricalBar.BLANK, HistoricalBar::layout));
    }
}
