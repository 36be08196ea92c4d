package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.BarMessage.HeadTimestamp;
import io.robotrader.engine.ibkr.wire.HistoricalBar;
import io.robotrader.engine.ibkr.wire.HistoricalData;
import io.robotrader.engine.ibkr.wire.HistoricalDataUpdate;
import io.robotrader.engine.ibkr.wire.HistoricalSchedule;
import io.robotrader.engine.ibkr.wire.HistoryRequest;
import io.robotrader.engine.ibkr.wire.RequestHistoricalData;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers what is asked about the past, from the same prices that are replayed. */
final class HistoryAnswers implements Market.Listener {

    private static final Duration UPDATE = Duration.ofSeconds(5);
    private static final Set<String> SHOWN = Set.of("TRADES", "MIDPOINT", "BID", "ASK", "ADJUSTED_LAST", "SCHEDULE");

    /** A request that is kept up to date. */
    private static final class Kept {
        final ClientSession session;
        final RequestHistoricalData asked;
        final Market.Instrument instrument;
        final BarSize size;
        boolean changed;
        Timeline.Task task;

        Kept(ClientSession session, RequestHistoricalData asked, Market.Instrument i, BarSize size, Timeline.Task t) {
            this.session = session;
            this.asked = asked;
            this.instrument = i;
            this.size = size;
            this.task = t;
        }
    }

    private final Gateway gateway;
    private final List<Kept> kept = new ArrayList<>();

    HistoryAnswers(Gateway gateway) {
        this.gateway = gateway;
    }

    void forget(ClientSession session) {
        kept.stream().filter(k -> k.session == session).forEach(k -> k.task.cancel());
        kept.removeIf(k -> k.session == session);
    }

    void take(ClientSession session, HistoryRequest request) {
        if (request instanceof RequestHistoricalData asked) {
            bars(session, asked);
        } else if (request instanceof HistoryRequest.CancelHistoricalData cancel) {
            cancel(session, cancel.requestId());
        } else if (request instanceof HistoryRequest.RequestHeadTimestamp asked) {
            head(session, asked);
        }
    }

    private void cancel(ClientSession session, int id) {
        List<Kept> found = kept.stream()
                .filter(k -> k.session == session && k.asked.requestId() == id)
                .toList();
        found.forEach(k -> k.task.cancel());
        kept.removeAll(found);
        if (found.isEmpty()) {
            gateway.error(session, id, 366, "No historical data query found for ticker id:" + id);
        } else {
            service(session, id, "API historical data query cancelled: " + id);
        }
    }

    private void head(ClientSession session, HistoryRequest.RequestHeadTimestamp asked) {
        Market.Instrument instrument = gateway.market.find(asked.contract());
        int id = asked.requestId();
        if (instrument == null) {
            gateway.error(session, id, 200, "No security definition has been found for the request");
        } else if (instrument.path.segments() == 0) {
            service(session, id, "HMDS query returned no data: " + instrument.listing.symbol());
        } else {
            Instant first = instrument.path.start(0);
            gateway.send(
                    session,
                    new HeadTimestamp(
                            id, asked.formatDate() == 2 ? Long.toString(first.getEpochSecond()) : Spelling.utc(first)));
        }
    }

    private void service(ClientSession session, int id, String text) {
        gateway.error(session, id, 162, "Historical Market Data Service error message:" + text);
    }

    private void bars(ClientSession session, RequestHistoricalData asked) {
        int id = asked.requestId();
        Market.Instrument instrument = gateway.market.find(asked.contract());
        if (instrument == null) {
            gateway.error(session, id, 200, "No security definition has been found for the request");
            return;
        }
        BarSize size = BarSize.of(asked.barSize());
        Instant now = gateway.timeline.now();
        Instant end = asked.end().isEmpty() ? now : Spelling.instant(asked.end());
        String wrong = size == null
                ? "Historical data bar size setting is invalid."
                : !SHOWN.contains(asked.whatToShow())
                        ? "Historical data type is not supported: " + asked.whatToShow()
                        : end == null
                                ? "Invalid date, time, or time-zone entered: " + asked.end()
                                : asked.keepUpToDate() && (!asked.end().isEmpty() || size.seconds() < 5)
                                        ? "Historical data kept up to date needs no end and bars of 5 secs or more"
                                        : "";
        Instant from = end == null ? null : BarSize.from(end, asked.duration(), gateway.hours);
        if (wrong.isEmpty() && from == null) {
            wrong = "Historical data query duration is invalid: " + asked.duration();
        }
        if (!wrong.isEmpty() || size == null || end == null || from == null) {
            gateway.invalid(session, id, wrong);
            return;
        }
        if (gateway.fault.refusesHistory()) {
            service(session, id, "Historical data request pacing violation");
            return;
        }
        Instant until = end.isAfter(now) ? now : end;
        if (asked.whatToShow().equals("SCHEDULE")) {
            schedule(session, id, from, until);
            return;
        }
        List<HistoricalBar> found = collect(instrument, asked, size, from, until);
        if (found.isEmpty() && !asked.keepUpToDate()) {
            service(
                    session,
                    id,
                    "HMDS query returned no data: " + instrument.listing.symbol() + "@SMART " + asked.whatToShow());
            return;
        }
        gateway.send(session, new HistoricalData(id, Spelling.bare(from), Spelling.bare(until), found));
        if (asked.keepUpToDate()) {
            keep(session, asked, instrument, size);
        }
    }

    private void schedule(ClientSession session, int id, Instant from, Instant until) {
        List<HistoricalSchedule.Session> sessions = new ArrayList<>();
        for (LocalDate day = Hours.date(from); !day.isAfter(Hours.date(until)); day = day.plusDays(1)) {
            if (gateway.hours.isOpenDay(day)) {
                String date = Spelling.day(day);
                String end = date + "-" + Hours.close(day) + ":00";
                sessions.add(new HistoricalSchedule.Session(date + "-09:30:00", end, date));
            }
        }
        gateway.send(session, new HistoricalSchedule(id, dashed(from), dashed(until), Hours.ZONE, sessions));
    }

    private static String dashed(Instant time) {
        return Spelling.bare(time).replace("  ", "-");
    }

    private List<HistoricalBar> collect(
            Market.Instrument instrument, RequestHistoricalData asked, BarSize size, Instant from, Instant until) {
        BarMaker maker = new BarMaker(size, asked.whatToShow(), gateway.settings.halfSpread(), asked.formatDate());
        maker.zoned = gateway.settings.serverVersion() >= 174;
        instrument.path.between(from.minusNanos(1), until, point -> {
            if (isInside(asked, point)) {
                maker.add(point);
            }
        });
        return maker.bars();
    }

    private boolean isInside(RequestHistoricalData asked, PricePath.Point point) {
        return asked.regularHoursOnly()
                ? gateway.hours.isRegular(point.time())
                : gateway.hours.isExtended(point.time());
    }

    private void keep(ClientSession session, RequestHistoricalData asked, Market.Instrument instrument, BarSize size) {
        Kept[] self = new Kept[1];
        Timeline.Task task = gateway.timeline.every(UPDATE, () -> update(self[0]));
        self[0] = new Kept(session, asked, instrument, size, task);
        kept.add(self[0]);
    }

    private void update(Kept k) {
        if (!k.changed || gateway.fault.isSilent()) {
            return;
        }
        k.changed = false;
        Instant now = gateway.timeline.now();
        // What was traded since the last update may lie in a bar that has just ended.
        Instant from = k.size.start(now.minus(UPDATE));
        int format = k.size.isIntraday() ? 2 : k.asked.formatDate();
        BarMaker maker = new BarMaker(k.size, k.asked.whatToShow(), gateway.settings.halfSpread(), format);
        k.instrument.path.between(from.minusNanos(1), now, point -> {
            if (isInside(k.asked, point)) {
                maker.add(point);
            }
        });
        for (HistoricalBar bar : maker.bars()) {
            gateway.send(k.session, new HistoricalDataUpdate(k.asked.requestId(), bar));
        }
    }

    @Override
    public void onPoint(Market.Instrument instrument, PricePath.Point point) {
        for (Kept k : kept) {
            if (k.instrument == instrument) {
                k.changed = true;
            }
        }
    }
}
