package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import java.util.Objects;
import java.util.Optional;

/**
 * The first place where a replay left the record. Immutable and thread-safe.
 *
 * @param sequence the number of the entry in the journal at which it did
 * @param recorded what the journal has there
 * @param replayed what the replay came to in its place; empty if it came to nothing
 */
public record ReplayDifference(long sequence, EngineEvent recorded, Optional<EngineEvent> replayed) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the sequence is below one
     */
    public ReplayDifference {
        if (sequence < 1) {
            throw new IllegalArgumentException("sequence must be at least 1, but was " + sequence);
        }
        Objects.requireNonNull(recorded, "recorded");
        Objects.requireNonNull(replayed, "replayed");
    }

    /** {@return both sides, for people to read} */
    public String message() {
        return "entry " + sequence + ": the journal has " + recorded + ", the replay came to "
                + replayed.map(EngineEvent::toString).orElse("nothing");
    }
}
