package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.Contract;
import io.robotrader.engine.market.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All symbols, and the replay of their prices. */
final class Market {

    /** One symbol. */
    static final class Instrument {
        final Listing listing;
        final PricePath path;
        final Quote quote;
        boolean halted;
        double available;
        boolean jumped = true;
        double previousBid;
        double previousAsk;
        double previousLast;

        Instrument(Listing listing, PricePath path, double halfSpread) {
            this.listing = listing;
            this.path = path;
            this.quote = new Quote(halfSpread);
        }

        BigDecimal mark() {
            return BigDecimal.valueOf(quote.last);
        }
    }

    /** Who is told of each price: matching first, then those who only look on. */
    interface Listener {
        void onPoint(Instrument instrument, PricePath.Point point);
    }

    private final Timeline timeline;
    private final Map<String, Instrument> instruments = new TreeMap<>();
    private final List<Listener> listeners = new ArrayList<>();
    private final double participation;
    private @Nullable Instant barTime;

    Market(Timeline timeline, double participation) {
        this.timeline = timeline;
        this.participation = participation;
    }

    void add(Listing listing, PricePath path, double halfSpread) {
        instruments.put(listing.symbol(), new Instrument(listing, path, halfSpread));
    }

    void tell(Listener listener) {
        listeners.add(listener);
    }

    Collection<Instrument> instruments() {
        return instruments.values();
    }

    @Nullable
    Instrument bySymbol(String symbol) {
        return instruments.get(symbol);
    }

    @Nullable
    Instrument find(Contract asked) {
        for (Instrument instrument : instruments.values()) {
            if (instrument.listing.matches(asked)) {
                return instrument;
            }
        }
        return null;
    }

    Instrument ofConId(int conId) {
        return instruments.values().stream()
                .filter(i -> i.listing.conId() == conId)
                .findFirst()
                .orElseThrow();
    }

    /** Takes up the prices where the clock stands: what was before is known, what comes is replayed. */
    void start() {
        for (Instrument instrument : instruments.values()) {
            PricePath path = instrument.path;
            Instant now = timeline.now();
            int next = path.segmentAfter(now);
            // The last price of the day before, and the day so far, for the quote.
            int first = next;
            while (first > 0 && Hours.date(path.start(first - 1)).equals(Hours.date(now))) {
                first--;
            }
            for (int i = Math.max(0, first - 1); i <= next && i < path.segments(); i++) {
                for (PricePath.Point point : path.points(i)) {
                    if (!point.time().isAfter(now)) {
                        instrument.quote.take(point);
                    }
                }
            }
            instrument.available = liquidity(instrument.quote.size);
            replay(instrument, next);
        }
    }

    private void replay(Instrument instrument, int segment) {
        if (segment < instrument.path.segments()) {
            List<PricePath.Point> points = instrument.path.points(segment);
            int first = 0;
            while (first < points.size() && !points.get(first).time().isAfter(timeline.now())) {
                first++;
            }
            next(instrument, segment, points, first);
        }
    }

    private void next(Instrument instrument, int segment, List<PricePath.Point> points, int index) {
        if (index == points.size()) {
            replay(instrument, segment + 1);
            return;
        }
        PricePath.Point point = points.get(index);
        timeline.at(point.time(), () -> {
            take(instrument, point);
            next(instrument, segment, points, index + 1);
        });
    }

    /** The prices of a bar, one after the other at its time, however many shares. */
    void play(Instrument instrument, Bar bar) {
        boolean traded = bar.volume().orElse(1) > 0;
        barTime = traded ? bar.time() : null;
        try {
            PricePath.ofBar(bar).forEach(point -> take(instrument, point));
        } finally {
            barTime = null;
        }
    }

    /** The time of the bar that is being traded in; null if none is. */
    @Nullable
    Instant barTime() {
        return barTime;
    }

    /** When what is traded now is traded. */
    Instant tradeTime() {
        return barTime == null ? timeline.now() : barTime;
    }

    /** A price that is, from now on. */
    void take(Instrument instrument, PricePath.Point point) {
        Quote quote = instrument.quote;
        instrument.previousBid = quote.bid;
        instrument.previousAsk = quote.ask;
        instrument.previousLast = quote.last;
        instrument.jumped = point.gap() || !quote.exists();
        quote.take(point);
        instrument.available = barTime == null ? liquidity(point.size()) : Double.POSITIVE_INFINITY;
        listeners.forEach(listener -> listener.onPoint(instrument, point));
    }

    /** When the next price is known to come, null if none does. */
    @Nullable
    Instant nextPrice() {
        Instant next = null;
        for (Instrument instrument : instruments.values()) {
            int segment = instrument.path.segmentAfter(timeline.now());
            if (segment < instrument.path.segments()) {
                Instant start = instrument.path.start(segment);
                next = next == null || start.isBefore(next) ? start : next;
            }
        }
        return next;
    }

    private double liquidity(double size) {
        return size > 0 ? Math.floor(size * participation) : Double.POSITIVE_INFINITY;
    }
}
