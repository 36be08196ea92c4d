package io.robotrader.engine.loop;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.market.Bar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which bars get in. A bar must be of a symbol that is traded, later than the one before of the same symbol, not of a
 * trade date that is over, and not from the future.
 *
 * <p>What one symbol's bar says of time binds the others by the trade date alone: within it, each symbol has its own time.
 * The future is what the clock says it is. In virtual time the clock follows the bars, and every bar is taken at its word.
 */
final class BarDoor {

    private static final Logger LOG = LoggerFactory.getLogger(BarDoor.class);

    private final Set<String> symbols;
    private final MarketCalendar calendar;
    private final EngineClock clock;
    private final Set<String> strangers = new HashSet<>();
    private final Map<String, Bar> latest = new HashMap<>();
    private @Nullable LocalDate newestDate;

    BarDoor(Set<String> symbols, MarketCalendar calendar, EngineClock clock) {
        this.symbols = symbols;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Whether the bar gets in; if so it is its symbol's latest from now on. */
    boolean letsIn(Bar bar) {
        if (!symbols.contains(bar.symbol())) {
            if (strangers.add(bar.symbol())) {
                LOG.warn(
                        "Bars of {} come, which is not among the symbols that are traded; they are ignored",
                        bar.symbol());
            }
            return false;
        }
        if (!clock.hasReached(bar.time())) {
            LOG.warn("A bar from the future is ignored, as it is {}: {}", clock.now(), bar);
            return false;
        }
        Instant before = timeOf(latest.get(bar.symbol()));
        LocalDate date = calendar.tradeDate(bar.time());
        if (!bar.time().isAfter(before) || (newestDate != null && date.isBefore(newestDate))) {
            LOG.warn(
                    "A bar that came late or twice is ignored, as the trade date is {} and the symbol had one at {}: {}",
                    newestDate,
                    before,
                    bar);
            return false;
        }
        remember(bar);
        return true;
    }

    /** Takes a bar as its symbol's latest, unless it is older. */
    void remember(Bar bar) {
        LocalDate date = calendar.tradeDate(bar.time());
        newestDate = newestDate == null || date.isAfter(newestDate) ? date : newestDate;
        latest.merge(bar.symbol(), bar, (old, fresh) -> fresh.time().isAfter(old.time()) ? fresh : old);
    }

    /** The time of each symbol's latest bar. */
    Map<String, Instant> lastTimes() {
        Map<String, Instant> times = new HashMap<>();
        latest.forEach((symbol, bar) -> times.put(symbol, bar.time()));
        return times;
    }

    @Nullable
    Bar latest(String symbol) {
        return latest.get(symbol);
    }

    private static Instant timeOf(@Nullable Bar bar) {
        return bar == null ? Instant.MIN : bar.time();
    }
}
