package io.robotrader.engine.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A point of a trading day at which something is to be done once. Immutable and thread-safe.
 *
 * @param kind which point
 * @param session the trading day
 */
public record DayEdge(Kind kind, TradingSession session) {
    /** The points of a trading day, in their order. */
    public enum Kind {
        /** The trade date begins, with its first extended hours: the time to reset what is counted by the day. */
        START,
        /** Regular trading begins. */
        OPEN,
        /** Regular trading ends. */
        CLOSE,
        /** The trade date is over, with its last extended hours: the time for the end of the day. */
        END
    }

    /** Checks that both are there. */
    public DayEdge {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(session, "session");
    }

    /** {@return the trade date} */
    public LocalDate tradeDate() {
        return session.tradeDate();
    }

    /** {@return when it is due} */
    public Instant at() {
        return switch (kind) {
            case START -> session.start();
            case OPEN -> session.open();
            case CLOSE -> session.close();
            case END -> session.end();
        };
    }
}
