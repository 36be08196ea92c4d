package io.robotrader.engine.loop;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketPhase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When positions may be opened. Thread-safe, if the calendar is. */
public final class EntryTimes {

    private static final Duration JUST_BEFORE = Duration.ofMillis(1);

    private final MarketCalendar calendar;
    private final Set<MarketPhase> phases;

    /**
     * Makes them.
     *
     * @param calendar the exchange's
     * @param phases the parts of its day in which positions may be opened
     */
    public EntryTimes(MarketCalendar calendar, Set<MarketPhase> phases) {
        this.calendar = calendar;
        this.phases = Set.copyOf(phases);
    }

    /**
     * {@return whether an instant, or the one just before, is in one of the parts: a bar that ends at the close is of the session}
     *
     * @param now the instant
     */
    public boolean include(Instant now) {
        return phases.contains(calendar.phaseAt(now)) || phases.contains(calendar.phaseAt(now.minus(JUST_BEFORE)));
    }

    /**
     * Whether it may be traded on a recorded bar: one that comes after the close of its trade date, and is the only one of the
     * date so far, speaks for the day, whenever the exchange closed.
     */
    boolean include(Instant bar, @Nullable Instant before) {
        if (include(bar)) {
            return true;
        }
        LocalDate date = calendar.tradeDate(bar);
        return (before == null || calendar.tradeDate(before).isBefore(date)) && !bar.isBefore(calendar.closeOf(date));
    }
}
