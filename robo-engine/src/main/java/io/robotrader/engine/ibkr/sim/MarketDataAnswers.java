package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.BarMessage.RealTimeBar;
import io.robotrader.engine.ibkr.wire.Contract;
import io.robotrader.engine.ibkr.wire.MarketDataRequest;
import io.robotrader.engine.ibkr.wire.RequestMarketData;
import io.robotrader.engine.ibkr.wire.TickByTick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers what is asked about the market as it is: ticks, trades one by one, and bars of five seconds. */
final class MarketDataAnswers implements Market.Listener {

    private static final Duration BAR = Duration.ofSeconds(5);
    private static final int LINES = 100;

    /** A subscription to trades or quotes one by one; type as on the wire: 1 last, 2 all, 3 quotes, 4 middle. */
    private record OneByOne(ClientSession session, int id, Market.Instrument instrument, int type) {}

    /** A subscription to bars of five seconds. */
    private record RealTime(
            ClientSession session, int id, Market.Instrument instrument, FiveSeconds bar, Timeline.Task task) {}

    private final Gateway gateway;
    private final List<TickLine> lines = new ArrayList<>();
    private final List<OneByOne> trades = new ArrayList<>();
    private final List<RealTime> bars = new ArrayList<>();

    MarketDataAnswers(Gateway gateway) {
        this.gateway = gateway;
    }

    void forget(ClientSession session) {
        lines.removeIf(l -> l.session == session);
        trades.removeIf(t -> t.session == session);
        bars.stream().filter(b -> b.session == session).forEach(b -> b.task.cancel());
        bars.removeIf(b -> b.session == session);
    }

    void take(ClientSession session, MarketDataRequest request) {
        if (request instanceof RequestMarketData asked) {
            subscribe(session, asked);
        } else if (request instanceof MarketDataRequest.CancelMarketData cancel) {
            boolean known = lines.removeIf(l -> l.session == session && l.id == cancel.requestId());
            unknownUnless(known, session, cancel.requestId());
        } else if (request instanceof MarketDataRequest.RequestMarketDataType type) {
            session.marketDataType = type.type();
        } else if (request instanceof MarketDataRequest.RequestTickByTick asked) {
            tickByTick(session, asked);
        } else if (request instanceof MarketDataRequest.CancelTickByTick cancel) {
            boolean known = trades.removeIf(t -> t.session == session && t.id == cancel.requestId());
            unknownUnless(known, session, cancel.requestId());
        } else if (request instanceof MarketDataRequest.RequestRealTimeBars asked) {
            realTimeBars(session, asked);
        } else if (request instanceof MarketDataRequest.CancelRealTimeBars cancel) {
            cancelBars(session, cancel.requestId());
        }
    }

    private void unknownUnless(boolean known, ClientSession session, int id) {
        if (!known) {
            gateway.error(session, id, 300, "Can't find EId with tickerId:" + id);
        }
    }

    private Market.@Nullable Instrument find(ClientSession session, int id, Contract contract) {
        Market.Instrument instrument = gateway.market.find(contract);
        if (instrument == null) {
            gateway.error(session, id, 200, "No security definition has been found for the request");
        }
        return instrument;
    }

    private void subscribe(ClientSession session, RequestMarketData asked) {
        int id = asked.requestId();
        Market.Instrument instrument = find(session, id, asked.contract());
        if (instrument == null) {
            return;
        }
        if (lines.stream().anyMatch(l -> l.session == session && l.id == id)) {
            gateway.error(session, id, 102, "Duplicate ticker ID");
            return;
        }
        if (asked.snapshot() && !asked.genericTicks().isEmpty()) {
            gateway.invalid(session, id, "Snapshot market data subscription is not applicable to generic ticks");
            return;
        }
        if (lines.size() >= LINES) {
            gateway.error(session, id, 101, "Max number of tickers has been reached");
            return;
        }
        int type = typeOf(session, id);
        if (type == 0) {
            return;
        }
        TickLine line = new TickLine(gateway, session, id, instrument, type, asked.genericTicks());
        line.first();
        if (asked.snapshot()) {
            line.endOfSnapshot();
        } else {
            lines.add(line);
        }
    }

    /** Which kind of data there will be, 0 if none; what has to be said of that is said. */
    private int typeOf(ClientSession session, int id) {
        boolean takesDelayed = session.marketDataType >= 3;
        return switch (gateway.settings.permission()) {
            case LIVE -> {
                boolean frozen = session.marketDataType == 2 || session.marketDataType == 4;
                yield frozen && !gateway.hours.isExtended(gateway.timeline.now()) ? 2 : 1;
            }
            case DELAYED -> {
                String text = takesDelayed
                        ? "Requested market data is not subscribed. Displaying delayed market data."
                        : "Requested market data is not subscribed. Delayed market data is not enabled.";
                gateway.error(session, id, takesDelayed ? 10167 : 10168, text);
                yield takesDelayed ? 3 : 0;
            }
            case NONE -> {
                gateway.error(session, id, 354, "Requested market data is not subscribed.");
                yield 0;
            }
        };
    }

    private void tickByTick(ClientSession session, MarketDataRequest.RequestTickByTick asked) {
        int id = asked.requestId();
        Market.Instrument instrument = find(session, id, asked.contract());
        if (instrument == null) {
            return;
        }
        if (gateway.settings.permission() != MarketDataPermission.LIVE) {
            gateway.error(session, id, 10189, "Failed to request tick-by-tick data:No market data permissions");
            return;
        }
        int type = switch (asked.tickType()) {
            case "Last" -> 1;
            case "AllLast" -> 2;
            case "BidAsk" -> 3;
            case "MidPoint" -> 4;
            default -> 0;
        };
        if (type == 0) {
            gateway.invalid(session, id, "Tick-by-tick request has an invalid tick type");
            return;
        }
        OneByOne line = new OneByOne(session, id, instrument, type);
        trades.add(line);
        if (type >= 3 && instrument.quote.exists()) {
            tell(line);
        }
    }

    private void tell(OneByOne line) {
        Quote quote = line.instrument.quote;
        long time = gateway.timeline.now().getEpochSecond();
        double shown = quote.shown();
        TickByTick tick = switch (line.type) {
            case 3 -> new TickByTick.Quote(line.id, time, quote.bid, quote.ask, shown, shown, 0);
            case 4 -> new TickByTick.MidPoint(line.id, time, Math.round(quote.middle() * 1e6) / 1e6);
            default ->
                new TickByTick.Trade(
                        line.id, line.type, time, quote.last, quote.size, 0, line.instrument.listing.exchange(), "");
        };
        gateway.send(line.session, tick);
    }

    private void realTimeBars(ClientSession session, MarketDataRequest.RequestRealTimeBars asked) {
        int id = asked.requestId();
        Market.Instrument instrument = find(session, id, asked.contract());
        if (instrument == null) {
            return;
        }
        if (!FiveSeconds.knows(asked.whatToShow())) {
            gateway.invalid(session, id, "Real time bars are not supported of: " + asked.whatToShow());
            return;
        }
        FiveSeconds bar = new FiveSeconds(instrument.quote, asked.whatToShow());
        Timeline.Task task = gateway.timeline.every(BAR, () -> {
            boolean open = asked.regularHoursOnly()
                    ? gateway.hours.isRegular(gateway.timeline.now().minusNanos(1))
                    : gateway.hours.isExtended(gateway.timeline.now().minusNanos(1));
            RealTimeBar full = bar.take(id, gateway.timeline.now().minus(BAR).getEpochSecond());
            if (open && full != null && !gateway.fault.isSilent()) {
                gateway.send(session, full);
            }
        });
        bars.add(new RealTime(session, id, instrument, bar, task));
    }

    private void cancelBars(ClientSession session, int id) {
        List<RealTime> found =
                bars.stream().filter(b -> b.session == session && b.id == id).toList();
        found.forEach(b -> b.task.cancel());
        bars.removeAll(found);
        unknownUnless(!found.isEmpty(), session, id);
    }

    @Override
    public void onPoint(Market.Instrument instrument, PricePath.Point point) {
        for (RealTime bar : bars) {
            if (bar.instrument == instrument) {
                bar.bar.add(point);
            }
        }
        if (gateway.fault.isSilent()) {
            return;
        }
        for (TickLine line : lines) {
            if (line.instrument == instrument) {
                line.next();
            }
        }
        for (OneByOne line : trades) {
            if (line.instrument == instrument) {
                tell(line);
            }
        }
    }

    /** A halt begins or ends. */
    void halted(Market.Instrument instrument) {
        lines.stream().filter(l -> l.instrument == instrument).forEach(TickLine::halted);
    }
}
