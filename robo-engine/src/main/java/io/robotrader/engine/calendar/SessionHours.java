package io.robotrader.engine.calendar;

import java.time.LocalTime;

/**
 * The hours of an ordinary trading day on the exchange's own clock, all within one date. Immutable and thread-safe.
 *
 * @param preOpen when extended hours begin; equal to {@code open} if there are none before it
 * @param open when regular trading begins
 * @param close when regular trading ends; after the open
 * @param postClose when extended hours end; equal to {@code close} if there are none after it
 */
public record SessionHours(LocalTime preOpen, LocalTime open, LocalTime close, LocalTime postClose) {
    /**
     * Checks the order of the times.
     *
     * @throws IllegalArgumentException if they descend, or the close is not after the open
     */
    public SessionHours {
        if (open.isBefore(preOpen)) {
            throw new IllegalArgumentException("open must not be before preOpen " + preOpen + ", but was " + open);
        }
        if (!close.isAfter(open)) {
            throw new IllegalArgumentException("close must be after open " + open + ", but was " + close);
        }
        if (postClose.isBefore(close)) {
            throw new IllegalArgumentException(
                    "postClose must not be before close " + close + ", but was " + postClose);
        }
    }

    /**
     * Returns hours without extended ones.
     *
     * @param open when trading begins
     * @param close when trading ends; after the open
     * @return the hours
     * @throws IllegalArgumentException if the close is not after the open
     */
    public static SessionHours regular(LocalTime open, LocalTime close) {
        return new SessionHours(open, open, close, close);
    }
}
