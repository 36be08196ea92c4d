package io.robotrader.engine.ibkr;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.TradingSession;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.Bars;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the engine's bars of those that a gateway tells of the past; what has not ended or is not sound is left out. */
final class PastBars {

    private static final Logger LOG = LoggerFactory.getLogger(IbkrFeed.class);

    private final MarketCalendar calendar;
    private final Duration length;
    private final Instant now;
    private final List<List<Bar>> found = new ArrayList<>();

    PastBars(MarketCalendar calendar, Duration length, Instant now) {
        this.calendar = calendar;
        this.length = length;
        this.now = now;
    }

    void add(String symbol, List<IbkrBar> told, int most) {
        List<Bar> bars = new ArrayList<>();
        Instant newest = Instant.MIN;
        for (IbkrBar bar : told) {
            Optional<Bar> sound = bar(symbol, bar);
            if (sound.isPresent() && sound.get().time().isAfter(newest)) {
                newest = sound.get().time();
                bars.add(sound.get());
            }
        }
        found.add(List.copyOf(bars.subList(Math.max(0, bars.size() - most), bars.size())));
    }

    private Optional<Bar> bar(String symbol, IbkrBar bar) {
        Optional<Instant> start = bar.start();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        Optional<TradingSession> session = calendar.session(calendar.tradeDate(start.get()));
        Instant end = start.get().plus(length);
        if (session.isPresent() && end.isAfter(session.get().close())) {
            end = session.get().close();
        }
        return end.isAfter(now) ? Optional.empty() : sound(symbol, end, bar);
    }

    static Optional<Bar> sound(String symbol, Instant end, IbkrBar bar) {
        OptionalDouble volume = bar.volume() < 0 ? OptionalDouble.empty() : OptionalDouble.of(bar.volume());
        try {
            return Optional.of(new Bar(symbol, end, bar.open(), bar.high(), bar.low(), bar.close(), volume));
        } catch (IllegalArgumentException e) {
            LOG.warn("A bar of the gateway's is ignored: {}", e.getMessage());
            return Optional.empty();
        }
    }

    List<Bar> inOrder() {
        return Bars.merge(found);
    }
}
