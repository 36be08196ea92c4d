package io.robotrader.engine.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The hours of one trading day. Immutable and thread-safe.
 *
 * <p>The instants do not descend. Parts that a day does not have are empty: their beginning is their end.
 *
 * @param tradeDate the date to which everything in the session belongs
 * @param start when the overnight session begins, on the day before; equal to {@code preOpen} if there is none
 * @param preOpen when extended hours begin
 * @param open when regular trading begins
 * @param close when regular trading ends; after the open
 * @param end when extended hours end, and with them the session
 * @param early whether regular trading ends earlier than on other days
 */
public record TradingSession(
        LocalDate tradeDate, Instant start, Instant preOpen, Instant open, Instant close, Instant end, boolean early) {
    /**
     * Checks the order of the instants.
     *
     * @throws IllegalArgumentException if they descend, or the close is not after the open
     */
    public TradingSession {
        Objects.requireNonNull(tradeDate, "tradeDate");
        checkOrder("preOpen", preOpen, "start", start);
        checkOrder("open", open, "preOpen", preOpen);
        if (!close.isAfter(open)) {
            throw new IllegalArgumentException("close must be after open " + open + ", but was " + close);
        }
        checkOrder("end", end, "close", close);
    }

    private static void checkOrder(String name, Instant value, String before, Instant bound) {
        if (value.isBefore(bound)) {
            throw new IllegalArgumentException(
                    name + " must not be before " + before + " " + bound + ", but was " + value);
        }
    }

    /**
     * Returns in which part of this session an instant is.
     *
     * @param instant any instant
     * @return the part; {@link MarketPhase#CLOSED} before the start and from the end on
     */
    public MarketPhase phaseAt(Instant instant) {
        if (instant.isBefore(start) || !instant.isBefore(end)) {
            return MarketPhase.CLOSED;
        }
        if (instant.isBefore(preOpen)) {
            return MarketPhase.OVERNIGHT;
        }
        if (instant.isBefore(open)) {
            return MarketPhase.PRE;
        }
        return instant.isBefore(close) ? MarketPhase.REGULAR : MarketPhase.POST;
    }
}
