package io.robotrader.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * A clock that stands still until it is told the time: the engine sets it to each bar's time, so that years pass in
 * seconds. Thread-safe.
 */
public final class VirtualClock implements InstantSource {

    private volatile Instant now;

    /**
     * Makes a clock.
     *
     * @param start what it shows until it is told otherwise
     */
    public VirtualClock(Instant start) {
        this.now = Objects.requireNonNull(start, "start");
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Sets the clock forward. A time in the past is ignored: time does not go back.
     *
     * @param time what it shows from now on
     */
    public synchronized void advanceTo(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }
}
