package io.robotrader.engine.loop;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.market.Bar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which bars get in. A bar must be of a symbol that is traded, later than the one before of the same symbol, not of a
 * trade date that is over, and not from the future.
 *
 * <p>What one symbol's bar says of time binds the others by the trade date alone: within it, each symbol has its own time.
 * The future is what the clock says it is. In virtual time the clock follows the bars, and every bar is taken at its word.
 */
final class BarDoor {

    private final Set<String> symbols;
    private final MarketCalendar calendar;
    private final EngineClock clock;
    private final Map<String, Bar> latest = new HashMap<>();
    private final Map<String, Bar> before = new HashMap<>();
    private @Nullable LocalDate newestDate;

    BarDoor(Set<String> symbols, MarketCalendar calendar, EngineClock clock) {
        this.symbols = symbols;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Whether a bar gets in, and if not, why. */
    enum Answer {
        IN,
        STRANGER,
        FUTURE,
        LATE
    }

    Answer ask(Bar bar) {
        if (!symbols.contains(bar.symbol())) {
            return Answer.STRANGER;
        }
        if (!clock.hasReached(bar.time())) {
            return Answer.FUTURE;
        }
        boolean isLate = !bar.time().isAfter(timeOf(latest.get(bar.symbol())))
                || (newestDate != null && calendar.tradeDate(bar.time()).isBefore(newestDate));
        return isLate ? Answer.LATE : Answer.IN;
    }

    /** What an answer means, in words. */
    String words(Answer answer, Bar bar) {
        return switch (answer) {
            case IN -> "it is let in";
            case STRANGER -> "its symbol is not among those that are traded";
            case FUTURE -> "it is " + clock.now();
            case LATE ->
                "the trade date is " + newestDate + " and the symbol had one at " + timeOf(latest.get(bar.symbol()));
        };
    }

    /** Takes a bar as its symbol's latest, unless it is older. */
    void remember(Bar bar) {
        LocalDate date = calendar.tradeDate(bar.time());
        newestDate = newestDate == null || date.isAfter(newestDate) ? date : newestDate;
        Bar last = latest.get(bar.symbol());
        if (last == null || bar.time().isAfter(last.time())) {
            latest.put(bar.symbol(), bar);
            if (last != null) {
                before.put(bar.symbol(), last);
            }
        }
    }

    /** The time of each symbol's latest bar. */
    Map<String, Instant> lastTimes() {
        Map<String, Instant> times = new HashMap<>();
        latest.forEach((symbol, bar) -> times.put(symbol, bar.time()));
        return times;
    }

    @Nullable
    Instant timeBefore(String symbol) {
        Bar bar = before.get(symbol);
        return bar == null ? null : bar.time();
    }

    /** The last bar of a symbol that is not of a later trade date, of the last two; null if there is none. */
    @Nullable
    Bar latestOn(String symbol, LocalDate date) {
        Bar bar = latest.get(symbol);
        return bar != null && calendar.tradeDate(bar.time()).isAfter(date) ? before.get(symbol) : bar;
    }

    @Nullable
    Bar latest(String symbol) {
        return latest.get(symbol);
    }

    private static Instant timeOf(@Nullable Bar bar) {
        return bar == null ? Instant.MIN : bar.time();
    }
}
