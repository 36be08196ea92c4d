package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.BarMessage;
import io.robotrader.engine.ibkr.wire.Extras;
import io.robotrader.engine.ibkr.wire.HistoricalData;
import io.robotrader.engine.ibkr.wire.HistoricalDataUpdate;
import io.robotrader.engine.ibkr.wire.HistoryRequest.CancelHeadTimestamp;
import io.robotrader.engine.ibkr.wire.HistoryRequest.CancelHistoricalData;
import io.robotrader.engine.ibkr.wire.HistoryRequest.RequestHeadTimestamp;
import io.robotrader.engine.ibkr.wire.MarketDataRequest.CancelMarketData;
import io.robotrader.engine.ibkr.wire.MarketDataRequest.CancelRealTimeBars;
import io.robotrader.engine.ibkr.wire.MarketDataRequest.CancelTickByTick;
import io.robotrader.engine.ibkr.wire.MarketDataRequest.RequestRealTimeBars;
import io.robotrader.engine.ibkr.wire.MarketDataRequest.RequestTickByTick;
import io.robotrader.engine.ibkr.wire.RequestHistoricalData;
import io.robotrader.engine.ibkr.wire.RequestMarketData;
import io.robotrader.engine.ibkr.wire.ServerMessage;
import io.robotrader.engine.ibkr.wire.TickMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * What can be asked about prices. Thread-safe. Answers come in time or fail with an {@link IbkrException}. Streams start
 * with their subscription, one request for each subscriber, and go on over reconnections until they are cancelled or
 * refused. Of ticks the oldest are dropped for a subscriber that does not keep up, which {@link IbkrTick.Gap} tells; bars
 * are never dropped.
 */
public final class IbkrMarketData {

    private final Session session;

    IbkrMarketData(Session session) {
        this.session = session;
    }

    /**
     * Says which prices are wanted by whatever is asked from now on.
     *
     * @param type live, frozen, delayed or both
     */
    public void type(MarketDataType type) {
        session.marketDataType(type);
    }

    /**
     * {@return prices and sizes as they change. Takes a market data line; waits for one if there is none}
     *
     * @param contract of what
     * @param genericTicks which others are wanted besides the usual, with commas between; may be empty
     */
    public Flow.Publisher<IbkrTick> quotes(IbkrContract contract, String genericTicks) {
        return ticks(new Feed.Source<>(
                id -> request(id, contract, genericTicks, false),
                CancelMarketData::new,
                Outbox.Lane.DATA,
                null,
                null,
                true,
                Ticks::read));
    }

    private static RequestMarketData request(int id, IbkrContract contract, String ticks, boolean snapshot) {
        return new RequestMarketData(id, Wired.contract(contract), ticks, snapshot, false, "", Extras.NONE);
    }

    /**
     * {@return the prices and sizes of now, once each}
     *
     * @param contract of what
     */
    public CompletableFuture<List<IbkrTick>> snapshot(IbkrContract contract) {
        List<IbkrTick> found = new ArrayList<>();
        return session.requests()
                .ask("the question for a snapshot", id -> request(id, contract, "", true), CancelMarketData::new, m -> {
                    found.addAll(Ticks.read(m));
                    return m instanceof TickMessage.TickSnapshotEnd ? List.copyOf(found) : null;
                });
    }

    /**
     * {@return every single trade or quote}
     *
     * @param contract of what
     * @param type {@code Last}, {@code AllLast}, {@code BidAsk} or {@code MidPoint}
     */
    public Flow.Publisher<IbkrTick> tickByTick(IbkrContract contract, String type) {
        return ticks(new Feed.Source<>(
                id -> new RequestTickByTick(id, Wired.contract(contract), type, 0, false),
                CancelTickByTick::new,
                Outbox.Lane.HISTORY,
                // One request in fifteen seconds for each instrument.
                new HistoryRules.Key("ticks " + contract, "", 0, false),
                null,
                false,
                Ticks::read));
    }

    private Flow.Publisher<IbkrTick> ticks(Feed.Source<IbkrTick> source) {
        Settings settings = session.settings();
        return Feed.publisher(
                session,
                source,
                (subscriber, onCancel) -> Mailbox.dropping(
                        subscriber, settings.executor(), settings.tickRoom(), IbkrTick.Gap::new, onCancel));
    }

    /**
     * {@return a bar every five seconds. Takes a market data line; waits for one if there is none}
     *
     * @param contract of what
     * @param whatToShow {@code TRADES}, {@code MIDPOINT}, {@code BID} or {@code ASK}
     * @param regularHoursOnly whether bars of other hours are left out
     */
    public Flow.Publisher<IbkrBar> realTimeBars(IbkrContract contract, String whatToShow, boolean regularHoursOnly) {
        return bars(new Feed.Source<>(
                id -> new RequestRealTimeBars(id, Wired.contract(contract), 5, whatToShow, regularHoursOnly, ""),
                CancelRealTimeBars::new,
                Outbox.Lane.HISTORY,
                new HistoryRules.Key("bars " + contract + whatToShow + regularHoursOnly, "", 1, false),
                null,
                true,
                m -> m instanceof BarMessage.RealTimeBar b
                        ? List.of(new IbkrBar(
                                Long.toString(b.time()),
                                b.open(),
                                b.high(),
                                b.low(),
                                b.close(),
                                b.volume(),
                                b.average(),
                                b.count()))
                        : List.of()));
    }

    /**
     * {@return bars of the past, the oldest first; empty if there are none. The question waits until the vendor's rules for
     * such questions let it out, and has its time from then on}
     *
     * @param query which bars
     */
    public CompletableFuture<List<IbkrBar>> history(HistoryQuery query) {
        return session.requests()
                .askHistory(
                        "the question for bars",
                        id -> request(id, query, false),
                        CancelHistoricalData::new,
                        key(query, true),
                        new Ask.Reply<>() {
                            @Override
                            public @org.jspecify.annotations.Nullable List<IbkrBar> on(ServerMessage m) {
                                return m instanceof HistoricalData data ? bars(data) : null;
                            }

                            @Override
                            public @org.jspecify.annotations.Nullable List<IbkrBar> on(IbkrError error) {
                                return ErrorCodes.isNoData(error) ? List.of() : null;
                            }
                        });
    }

    /**
     * {@return bars of the past, and then the latest bar again and again as it changes}
     *
     * @param query which bars; its end must be empty
     */
    public Flow.Publisher<IbkrBar> historyKeptUpToDate(HistoryQuery query) {
        if (!query.end().isEmpty()) {
            throw new IllegalArgumentException("end must be empty to be kept up to date, but was " + query.end());
        }
        return bars(new Feed.Source<>(
                id -> request(id, query, true),
                CancelHistoricalData::new,
                Outbox.Lane.HISTORY,
                key(query, false),
                null,
                false,
                m -> m instanceof HistoricalData data
                        ? bars(data)
                        : m instanceof HistoricalDataUpdate update ? List.of(Wired.bar(update.bar())) : List.of()));
    }

    private static RequestHistoricalData request(int id, HistoryQuery q, boolean keep) {
        return new RequestHistoricalData(
                id,
                Wired.contract(q.contract()),
                false,
                q.end(),
                q.barSize(),
                q.duration(),
                q.regularHoursOnly(),
                q.whatToShow(),
                2,
                keep,
                "",
                Extras.NONE);
    }

    private static HistoryRules.Key key(HistoryQuery q, boolean opens) {
        int weight = !q.isSmall() ? 0 : q.whatToShow().equals("BID_ASK") ? 2 : 1;
        return new HistoryRules.Key(q.toString(), q.contract() + q.whatToShow(), weight, opens);
    }

    private static List<IbkrBar> bars(HistoricalData data) {
        return data.bars().stream().map(Wired::bar).toList();
    }

    /**
     * {@return how far back the data go, as the gateway spells it}
     *
     * @param contract of what
     * @param whatToShow of which data, such as {@code TRADES}
     * @param regularHoursOnly whether other hours are left out
     */
    public CompletableFuture<String> earliest(IbkrContract contract, String whatToShow, boolean regularHoursOnly) {
        return session.requests()
                .ask(
                        "the question for the earliest data",
                        id -> new RequestHeadTimestamp(
                                id, Wired.contract(contract), false, regularHoursOnly, whatToShow, 1),
                        CancelHeadTimestamp::new,
                        m -> m instanceof BarMessage.HeadTimestamp head ? head.time() : null);
    }

    private Flow.Publisher<IbkrBar> bars(Feed.Source<IbkrBar> source) {
        return Feed.publisher(
                session,
                source,
                (subscriber, onCancel) ->
                        Mailbox.unbounded(subscriber, session.settings().executor(), onCancel));
    }
}
