package io.robotrader.engine.ibkr;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.TradingSession;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.BarBuilder;
import io.robotrader.engine.market.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts bars of five seconds of several symbols together to longer ones, in order of time over all symbols. Used by one
 * thread.
 */
final class BarAssembly {

    private static final Logger LOG = LoggerFactory.getLogger(IbkrFeed.class);
    private static final Duration PART = Duration.ofSeconds(5);

    private final Map<String, BarBuilder> builders = new LinkedHashMap<>();
    private final MarketCalendar calendar;
    private @Nullable LocalDate tradeDate;
    private boolean trades;
    private Instant newest = Instant.MIN;

    BarAssembly(Collection<String> symbols, Duration length, MarketCalendar calendar) {
        this.calendar = calendar;
        symbols.forEach(symbol -> builders.put(symbol, BarBuilder.of(symbol, length)));
    }

    /** Takes five seconds in, and returns the bars that they end. */
    List<Bar> add(String symbol, Instant start, IbkrBar part) {
        Optional<Bar> sound = PastBars.sound(symbol, start.plus(PART), part);
        if (sound.isEmpty()) {
            return List.of();
        }
        List<Bar> closed = new ArrayList<>(begin(start));
        if (!trades) {
            return inOrder(closed);
        }
        // The others may be five seconds behind, and no more.
        builders.forEach((name, builder) -> {
            if (!name.equals(symbol)) {
                closed.addAll(builder.advanceTo(start));
            }
        });
        BarBuilder own = Objects.requireNonNull(builders.get(symbol));
        for (Tick tick : ticks(start, sound.get())) {
            closed.addAll(own.add(tick));
        }
        closed.addAll(own.advanceTo(start.plus(PART)));
        return inOrder(closed);
    }

    private List<Bar> begin(Instant time) {
        LocalDate date = calendar.tradeDate(time);
        if (date.equals(tradeDate) || (tradeDate != null && date.isBefore(tradeDate))) {
            return List.of();
        }
        tradeDate = date;
        Optional<TradingSession> session = calendar.session(date);
        trades = session.isPresent();
        List<Bar> closed = new ArrayList<>();
        session.ifPresent(hours ->
                builders.values().forEach(b -> closed.addAll(b.beginSession(hours.open(), hours.close()))));
        return closed;
    }

    /** In between, the order of high and low is not known and does not matter. */
    private static List<Tick> ticks(Instant start, Bar part) {
        OptionalDouble none = OptionalDouble.of(0);
        return List.of(
                new Tick(part.symbol(), start, part.open(), part.volume()),
                new Tick(part.symbol(), start.plusSeconds(1), part.high(), none),
                new Tick(part.symbol(), start.plusSeconds(2), part.low(), none),
                new Tick(part.symbol(), start.plusSeconds(4), part.close(), none));
    }

    private List<Bar> inOrder(List<Bar> closed) {
        List<Bar> bars = new ArrayList<>();
        closed.sort(Comparator.comparing(Bar::time));
        for (Bar bar : closed) {
            if (bar.time().isBefore(newest)) {
                LOG.warn("A bar that came after later ones is left out: {}", bar);
            } else {
                newest = bar.time();
                bars.add(bar);
            }
        }
        return bars;
    }
}
