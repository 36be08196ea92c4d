package io.robotrader.engine.ibkr;

import java.util.Objects;
import java.util.Set;

/**
 * Which bars of the past are wanted. Immutable and thread-safe.
 *
 * @param contract of what
 * @param end until when, as {@code yyyymmdd-hh:mm:ss} in universal time; empty for now
 * @param duration how far back, such as {@code 1 D} or {@code 2 W}
 * @param barSize how long a bar is, such as {@code 5 mins} or {@code 1 day}
 * @param whatToShow of which data, such as {@code TRADES} or {@code MIDPOINT}
 * @param regularHoursOnly whether bars of other hours are left out
 */
public record HistoryQuery(
        IbkrContract contract,
        String end,
        String duration,
        String barSize,
        String whatToShow,
        boolean regularHoursOnly) {

    private static final Set<String> SMALL = Set.of("1 secs", "5 secs", "10 secs", "15 secs", "30 secs");

    /** Checks the parts. */
    public HistoryQuery {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(barSize, "barSize");
        Objects.requireNonNull(whatToShow, "whatToShow");
    }

    /**
     * {@return trades in the regular hours until now}
     *
     * @param contract of what
     * @param duration how far back
     * @param barSize how long a bar is
     */
    public static HistoryQuery trades(IbkrContract contract, String duration, String barSize) {
        return new HistoryQuery(contract, "", duration, barSize, "TRADES", true);
    }

    /** Whether the strict rules for bars of at most thirty seconds hold. */
    boolean isSmall() {
        return SMALL.contains(barSize);
    }
}
