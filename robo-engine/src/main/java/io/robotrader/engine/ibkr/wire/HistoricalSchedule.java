package io.robotrader.engine.ibkr.wire;

import java.util.List;

/**
 * When there was trading.
 *
 * @param requestId the number of the request
 * @param start from when, in the zone
 * @param end until when, in the zone
 * @param timeZone the zone
 * @param sessions the sessions, the oldest first
 */
public record HistoricalSchedule(
        int requestId, String start, String end, String timeZone, List<HistoricalSchedule.Session> sessions)
        implements BarMessage {

    static final HistoricalSchedule BLANK = new HistoricalSchedule(0, "", "", "", List.of());

    /** Takes a copy of the list. */
    public HistoricalSchedule {
        sessions = List.copyOf(sessions);
    }

    @Override
    public int id() {
        return 106;
    }

    @Override
    public HistoricalSchedule layout(Fields f) {
        return new HistoricalSchedule(
                f.integer("requestId", requestId),
                f.text("start", start),
                f.text("end", end),
                f.text("timeZone", timeZone),
                f.list("sessionCount", sessions, Session.BLANK, Session::layout));
    }

    /**
     * A session.
     *
     * @param start when it starts, in the zone
     * @param end when it ends, in the zone
     * @param day the day that it counts for, {@code yyyymmdd}
     */
    public record Session(String start, String end, String day) {

        static final Session BLANK = new Session("", "", "");

        static Session layout(Fields f, Session session) {
            return new Session(
                    f.text("sessionStart", session.start),
                    f.text("sessionEnd", session.end),
                    f.text("sessionDay", session.day));
        }
    }
}
