package io.robotrader.engine.ibkr;

import io.robotrader.engine.time.EngineTimer;
import java.time.Duration;

/** Where a client has its time from: what time it is, how much of it has passed, and being called later. */
public interface IbkrTimer extends EngineTimer {

    /**
     * Has something done at a time, on a thread of the timer's, and never on the caller's before this returns. A time and
     * not a wait: a clock that is turned by hand may have gone on between the caller's look at it and this call.
     *
     * @param nanoTime when, as {@link #nanoTime} counts; if that has passed already, as soon as the timer next does anything
     * @param task what is to be done; quick
     * @return called to have it not done any more; does nothing once it was done
     */
    Runnable scheduleAt(long nanoTime, Runnable task);

    @Override
    default Runnable schedule(Duration delay, Runnable task) {
        return scheduleAt(nanoTime() + delay.toNanos(), task);
    }
}
