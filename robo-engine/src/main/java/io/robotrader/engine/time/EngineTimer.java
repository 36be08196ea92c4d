package io.robotrader.engine.time;

import java.time.Duration;
import java.time.Instant;

/** What time it is, how much of it has passed, and being called later. Must be thread-safe. */
public interface EngineTimer {

    /** {@return the time by the calendar; it may be set back} */
    Instant now();

    /** {@return nanoseconds since some instant; they never go back} */
    long nanoTime();

    /**
     * Has something done later, once, on a thread of the timer's choice.
     *
     * @param delay how much later; zero or less is as soon as can be
     * @param task what is to be done; quick
     * @return called to have it not done any more; does nothing once it was done
     */
    Runnable schedule(Duration delay, Runnable task);
}
