package io.robotrader.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What came of the replay of one run. Immutable and thread-safe.
 *
 * @param began the number of the run's first entry in the journal
 * @param last the number of the last entry that was found to be the same; the one before {@code began} if none was
 * @param compared how many entries were found to be the same, by the simple name of their type
 * @param difference where the replay left the record; empty if it did not
 * @param endedEarly why the rest of the run could not be replayed; empty if it was replayed to its end, or to the difference
 */
public record ReplayResult(
        long began,
        long last,
        Map<String, Long> compared,
        Optional<ReplayDifference> difference,
        Optional<String> endedEarly) {

    /** Copies the counts. */
    public ReplayResult {
        compared = Map.copyOf(compared);
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(endedEarly, "endedEarly");
    }

    /** {@return whether nothing differed, as far as it was replayed} */
    public boolean isSame() {
        return difference.isEmpty();
    }
}
