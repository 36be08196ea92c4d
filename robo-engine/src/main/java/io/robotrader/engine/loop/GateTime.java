package io.robotrader.engine.loop;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The time for the risk gate: the engine's, but for what is taken in from the journal, which happened when it happened.
 * Thread-safe.
 */
public final class GateTime implements InstantSource {

    private final InstantSource clock;
    private volatile @Nullable Instant past;

    /**
     * Makes a clock.
     *
     * @param clock the engine's
     */
    public GateTime(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        Instant then = past;
        return then == null ? clock.instant() : then;
    }

    void standAt(Instant time) {
        past = time;
    }

    void goOn() {
        past = null;
    }
}
