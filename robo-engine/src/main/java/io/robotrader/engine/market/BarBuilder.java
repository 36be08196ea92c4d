package io.robotrader.engine.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Makes bars of one symbol out of its trades or quotes.
 *
 * <p><b>Periods.</b> They begin at the open of the session: the first is from the open to one period later, and so on; the last
 * is cut short by the close. A trade at the instant between two periods belongs to the later one, a trade at the close to
 * the last. Trades outside the session are ignored and counted.
 *
 * <p><b>Closing.</b> A bar is closed by time that is handed in, or by a trade at or after its end. From then on it never
 * changes: a trade that belongs to it comes too late, is ignored and counted. To wait for late trades, hand in a time that is
 * earlier than the clock's. Within a bar, trades may come in any order: the first and last price are those of the earliest and
 * latest time, and among equal times of the first and last to come.
 *
 * <p><b>Without trades.</b> A period without a trade has no bar, or, if {@link #withFlatBars} was asked for, one at the last
 * price of the session with volume 0; never one before the session's first trade.
 *
 * <p>The volume of a bar is unknown if the size of one of its trades is. No clock is read: the same calls give the same bars.
 * Not thread-safe.
 */
public final class BarBuilder {

    private final String symbol;
    private final Duration period;
    private final boolean flatBars;
    private @Nullable Session session;
    private @Nullable OpenBar open;
    private Instant closedUntil = Instant.MIN;
    private double lastPrice = Double.NaN;
    private long late;
    private long outside;

    private record Session(Instant start, Instant end) {

        boolean has(Instant time) {
            return !time.isBefore(start) && !time.isAfter(end);
        }
    }

    private BarBuilder(String symbol, Duration period, boolean flatBars) {
        this.symbol = symbol;
        this.period = period;
        this.flatBars = flatBars;
    }

    /**
     * Makes a builder that leaves out periods without a trade, and that waits for a session.
     *
     * @param symbol whose bars; not blank
     * @param period how long a bar is; positive
     * @return the builder
     * @throws IllegalArgumentException if one is not so
     */
    public static BarBuilder of(String symbol, Duration period) {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("symbol must not be blank, but was '" + symbol + "'");
        }
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("period must be positive, but was " + period);
        }
        return new BarBuilder(symbol, period, false);
    }

    /** {@return a new builder of the same kind that fills periods without a trade by flat bars} */
    public BarBuilder withFlatBars() {
        return new BarBuilder(symbol, period, true);
    }

    /**
     * Begins a session; the one before is closed first, to its end.
     *
     * @param start the open, not before the end of the session before
     * @param end the close, after the open
     * @return the bars that this closes, the earliest first
     * @throws IllegalArgumentException if the times are not so; nothing has changed then
     */
    public List<Bar> beginSession(Instant start, Instant end) {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("end must be after the start " + start + ", but was " + end);
        }
        Session before = session;
        if (before != null && start.isBefore(before.end())) {
            throw new IllegalArgumentException(
                    "start must not be before the end " + before.end() + " of the session before, but was " + start);
        }
        List<Bar> closed = before == null ? List.of() : advanceTo(before.end());
        session = new Session(start, end);
        closedUntil = start;
        lastPrice = Double.NaN;
        return closed;
    }

    /**
     * Takes in a trade.
     *
     * @param tick the trade
     * @return the bars that it closes, the earliest first; the trade is not in them
     * @throws IllegalArgumentException if it is of another symbol
     */
    public List<Bar> add(Tick tick) {
        requireOwn(tick.symbol());
        return add(tick.time(), tick.price(), tick.size());
    }

    /**
     * Takes in the middle of a quote as a trade of size 0. A quote without a middle is ignored, and counts as outside.
     *
     * @param quote the quote
     * @return the bars that it closes, the earliest first; the quote is not in them
     * @throws IllegalArgumentException if it is of another symbol
     */
    public List<Bar> add(Quote quote) {
        requireOwn(quote.symbol());
        OptionalDouble mid = quote.mid();
        if (mid.isEmpty()) {
            outside++;
            return List.of();
        }
        return add(quote.time(), mid.getAsDouble(), OptionalDouble.of(0));
    }

    private List<Bar> add(Instant time, double price, OptionalDouble size) {
        Session now = session;
        if (now == null || !now.has(time)) {
            outside++;
            return List.of();
        }
        Instant start = startOf(time, now);
        if (start.isBefore(closedUntil)) {
            late++;
            return List.of();
        }
        List<Bar> closed = advanceTo(start);
        OpenBar bar = open;
        if (bar == null) {
            bar = new OpenBar(endOf(start, now), time, price);
            open = bar;
        }
        bar.add(time, price, size);
        return closed;
    }

    /**
     * Closes what has ended.
     *
     * @param now the time that it is; one before an earlier one does nothing
     * @return the bars that ended at or before it, the earliest first
     */
    public List<Bar> advanceTo(Instant now) {
        Objects.requireNonNull(now, "now");
        Session current = session;
        if (current == null || !now.isAfter(closedUntil)) {
            return List.of();
        }
        List<Bar> closed = new ArrayList<>();
        OpenBar bar = open;
        if (bar != null && !bar.end().isAfter(now)) {
            closed.add(bar.close(symbol));
            lastPrice = bar.last();
            closedUntil = bar.end();
            open = null;
        }
        if (open == null) {
            Instant until = now.isBefore(current.end()) ? startOf(now, current) : current.end();
            fillUntil(until, current, closed);
            if (until.isAfter(closedUntil)) {
                closedUntil = until;
            }
        }
        return closed;
    }

    /** Adds flat bars for all periods that end at or before an instant and are not closed. */
    private void fillUntil(Instant until, Session current, List<Bar> closed) {
        if (!flatBars || Double.isNaN(lastPrice)) {
            return;
        }
        while (closedUntil.isBefore(until)) {
            Instant end = endOf(closedUntil, current);
            closed.add(new Bar(symbol, end, lastPrice, lastPrice, lastPrice, lastPrice, OptionalDouble.of(0)));
            closedUntil = end;
        }
    }

    /** The start of the period to which an instant of the session belongs. */
    private Instant startOf(Instant time, Session current) {
        // What is traded at the close belongs to the period that it ends.
        Instant within = time.isBefore(current.end()) ? time : current.end().minusNanos(1);
        Duration since = Duration.between(current.start(), within);
        if (since.isNegative()) {
            return current.start();
        }
        return current.start().plus(period.multipliedBy(since.dividedBy(period)));
    }

    private Instant endOf(Instant start, Session current) {
        Instant end = start.plus(period);
        return end.isBefore(current.end()) ? end : current.end();
    }

    private void requireOwn(String other) {
        if (!other.equals(symbol)) {
            throw new IllegalArgumentException("symbol must be " + symbol + ", but was " + other);
        }
    }

    /** {@return how many trades came after their bar was closed} */
    public long lateTicks() {
        return late;
    }

    /** {@return how many trades came outside a session, and quotes without a middle} */
    public long ignoredTicks() {
        return outside;
    }
}
