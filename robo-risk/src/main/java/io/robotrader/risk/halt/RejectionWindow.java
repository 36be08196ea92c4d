package io.robotrader.risk.halt;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The last few refusals, in a ring as long as the count that trips. Not thread-safe. */
final class RejectionWindow {

    private final @Nullable Instant[] ring;
    private final Duration span;
    private int next;

    RejectionWindow(int count, Duration span) {
        this.ring = new @Nullable Instant[count];
        this.span = span;
    }

    /**
     * Notes a refusal, and tells whether the ring is full of refusals no older than the span. Exactly as old counts; so
     * does one from the future, where the clock was set back.
     */
    boolean add(Instant now) {
        ring[next] = now;
        next = (next + 1) % ring.length;
        Instant oldest = ring[next];
        return oldest != null && Duration.between(oldest, now).compareTo(span) <= 0;
    }

    void clear() {
        Arrays.fill(ring, null);
    }
}
