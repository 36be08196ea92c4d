package io.robotrader.engine.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells the points of each trading day, each exactly once and in their order, however rarely or late it is asked: what was
 * missed comes first, one after the other.
 *
 * <p>It remembers which point was handled last, and goes on after it; that is all it needs. After a crash, the last point on
 * record is handed in, and the day goes on where it was left:
 *
 * <pre>{@code
 * DayEdges edges = DayEdges.after(calendar, lastDate, lastKind); // from the journal
 * for (Optional<DayEdge> edge = edges.due(now); edge.isPresent(); edge = edges.due(now)) {
 *     handle(edge.get()); // and note in the journal that it is done
 *     edges.handled(edge.get());
 * }
 * }</pre>
 *
 * <p>Time is handed in, virtual or real. When it goes back, nothing is told twice. A date that the calendar no longer has as
 * a trading day is over, whatever was handled of it.
 *
 * <p>Not thread-safe: it belongs to the loop that asks.
 */
public final class DayEdges {
    private final MarketCalendar calendar;
    private LocalDate lastDate;
    private DayEdge.Kind lastKind;

    private DayEdges(MarketCalendar calendar, LocalDate lastDate, DayEdge.Kind lastKind) {
        this.calendar = Objects.requireNonNull(calendar, "calendar");
        this.lastDate = Objects.requireNonNull(lastDate, "lastDate");
        this.lastKind = Objects.requireNonNull(lastKind, "lastKind");
    }

    /**
     * Begins with a trade date, for whoever has no record of a day before.
     *
     * @param calendar the exchange's
     * @param firstDate the first date of which points are told, all of them, even those that are past; usually the trade
     *     date of the first instant
     * @return the points from that date on
     */
    public static DayEdges from(MarketCalendar calendar, LocalDate firstDate) {
        return new DayEdges(calendar, firstDate.minusDays(1), DayEdge.Kind.END);
    }

    /**
     * Goes on after the last point that was handled.
     *
     * @param calendar the exchange's
     * @param lastDate the trade date of that point
     * @param lastKind which point of that date; if only whole days are on record, {@link DayEdge.Kind#END}
     * @return the points after that
     */
    public static DayEdges after(MarketCalendar calendar, LocalDate lastDate, DayEdge.Kind lastKind) {
        return new DayEdges(calendar, lastDate, lastKind);
    }

    /**
     * Returns the point that comes next, whenever that is; a loop may sleep until then.
     *
     * @return the first point that is not handled
     * @throws java.util.NoSuchElementException if there is no session within a year
     */
    public DayEdge next() {
        if (lastKind != DayEdge.Kind.END) {
            Optional<TradingSession> today = calendar.session(lastDate);
            if (today.isPresent()) {
                return new DayEdge(after(lastKind), today.get());
            }
        }
        return new DayEdge(DayEdge.Kind.START, calendar.nextSession(lastDate));
    }

    private static DayEdge.Kind after(DayEdge.Kind kind) {
        return switch (kind) {
            case START -> DayEdge.Kind.OPEN;
            case OPEN -> DayEdge.Kind.CLOSE;
            case CLOSE -> DayEdge.Kind.END;
            case END -> DayEdge.Kind.START;
        };
    }

    /**
     * Returns the next point if it is time for it. It stays the next until it is {@link #handled}.
     *
     * @param now the time
     * @return the point, which may be due for long; empty if the next one is after {@code now}
     * @throws java.util.NoSuchElementException if there is no session within a year
     */
    public Optional<DayEdge> due(Instant now) {
        DayEdge next = next();
        return next.at().isAfter(now) ? Optional.empty() : Optional.of(next);
    }

    /**
     * Notes that the next point is done with.
     *
     * @param edge the point that {@link #due} told
     * @throws IllegalArgumentException if it is not the next one
     */
    public void handled(DayEdge edge) {
        DayEdge next = next();
        if (!edge.equals(next)) {
            throw new IllegalArgumentException("edge must be " + next + ", but was " + edge);
        }
        lastDate = edge.tradeDate();
        lastKind = edge.kind();
    }
}
