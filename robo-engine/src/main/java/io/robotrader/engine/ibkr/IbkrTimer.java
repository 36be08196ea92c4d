package io.robotrader.engine.ibkr;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a client has its time from: what time it is, how much of it has passed, and being called later. Must be
 * thread-safe.
 */
public interface IbkrTimer {

    /** {@return the time by the calendar} */
    Instant now();

    /** {@return nanoseconds since some instant; they never go back} */
    long nanoTime();

    /**
     * Has something done at a time, on a thread of the timer's, and never on the caller's before this returns. A time and
     * not a wait: a clock that is turned by hand may have gone on between the caller's look at it and this call.
     *
     * @param nanoTime when, as {@link #nanoTime} counts; if that has passed already, as soon as the timer next does anything
     * @param task what is to be done; quick
     * @return called to have it not done any more; does nothing once it was done
     */
    Runnable scheduleAt(long nanoTime, Runnable task);

    /**
     * Has something done later, on a thread of the timer's.
     *
     * @param delay how much later than now
     * @param task what is to be done; quick
     * @return called to have it not done any more; does nothing once it was done
     */
    default Runnable schedule(Duration delay, Runnable task) {
        return scheduleAt(nanoTime() + delay.toNanos(), task);
    }
}
