package io.robotrader.engine.loop;

import io.robotrader.engine.market.Bar;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.indicator.WilderAtr;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of the market: the last bars, true ranges, correlations, and the marks of the gate. */
final class Tape {

    private final Desk desk;
    private final BarDoor door;
    private final Map<String, WilderAtr> trueRanges = new HashMap<>();
    private Instant newestClose = Instant.MIN;

    Tape(Desk desk, EngineClock clock) {
        this.desk = desk;
        this.door = new BarDoor(desk.symbols(), desk.calendar(), clock);
    }

    BarDoor.Answer ask(Bar bar) {
        return door.ask(bar);
    }

    String words(BarDoor.Answer answer, Bar bar) {
        return door.words(answer, bar);
    }

    void letIn(Bar bar) {
        door.remember(bar);
    }

    /** Whether a bar is later than all that is known of its symbol, which is one that is traded. */
    boolean isNews(Bar bar) {
        Bar latest = door.latest(bar.symbol());
        return desk.symbols().contains(bar.symbol())
                && (latest == null || bar.time().isAfter(latest.time()));
    }

    /** A bar of an earlier run: it was let in then. */
    void remember(Bar bar) {
        if (desk.symbols().contains(bar.symbol())) {
            door.remember(bar);
            learn(bar);
        }
    }

    void learn(Bar bar) {
        trueRanges
                .computeIfAbsent(bar.symbol(), symbol -> new WilderAtr(desk.atrPeriod()))
                .add(bar.high(), bar.low(), bar.close());
        correlate(bar);
        desk.gate().update(new MarketData(bar.symbol(), bar.time(), bar.close(), atrOf(bar.symbol())));
    }

    /** The tracker takes single prices in order of time over all symbols, and others as a piece of history. */
    private void correlate(Bar bar) {
        if (bar.time().isBefore(newestClose)) {
            desk.correlations().addSeries(bar.symbol(), new TreeMap<>(Map.of(bar.time(), bar.close())));
        } else {
            newestClose = bar.time();
            desk.correlations().add(bar.symbol(), bar.time(), bar.close());
        }
    }

    /** The time of the bar before a symbol's latest; null if there was none. */
    @Nullable
    Instant timeBefore(String symbol) {
        return door.timeBefore(symbol);
    }

    boolean knows(String symbol) {
        return door.latest(symbol) != null;
    }

    double priceOf(String symbol) {
        return Objects.requireNonNull(door.latest(symbol)).close();
    }

    OptionalDouble markOf(String symbol) {
        Bar bar = door.latest(symbol);
        return bar == null ? OptionalDouble.empty() : OptionalDouble.of(bar.close());
    }

    /** What a symbol was worth at the end of a trade date, even when the first bar of the next is there. */
    OptionalDouble markOn(String symbol, LocalDate date) {
        Bar bar = door.latestOn(symbol, date);
        return bar == null ? OptionalDouble.empty() : OptionalDouble.of(bar.close());
    }

    OptionalDouble atrOf(String symbol) {
        WilderAtr ranges = trueRanges.get(symbol);
        OptionalDouble atr = ranges == null ? OptionalDouble.empty() : ranges.value();
        // Bars of one price each have no range, and a range of zero would make any size look safe.
        return atr.isPresent() && atr.getAsDouble() > 0 ? atr : OptionalDouble.empty();
    }

    Map<String, Instant> lastTimes() {
        return door.lastTimes();
    }
}
