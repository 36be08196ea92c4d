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
     * Has something done later, on a thread of the timer's.
     *
     * @param delay how much later
     * @param task what is to be done; quick
     * @return called to have it not done any more; does nothing once it was done
     */
    Runnable schedule(Duration delay, Runnable task);
}
