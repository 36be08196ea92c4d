package io.robotrader.correlation;

import java.time.Instant;
import java.util.List;

/**
 * A correlation left its usual range, or came back; told by {@link CorrelationBreaks}. Immutable and thread-safe.
 *
 * @param symbols both names of the pair, in order; empty if it is the average of all pairs
 * @param time of the matrix that told it
 * @param isRaised true if it left, false if it came back
 * @param coefficient what it is now, from -1 to 1
 * @param usual what it was before by its history, from -1 to 1
 * @param deviation how many standard deviations of Fisher's z it is off the usual; negative if below
 */
public record CorrelationBreak(
        List<String> symbols, Instant time, boolean isRaised, double coefficient, double usual, double deviation) {
    /** Copies the list. */
    public CorrelationBreak {
        symbols = List.copyOf(symbols);
    }

    /**
     * Whether it is about the average of all pairs.
     *
     * @return true if it names no symbols
     */
    public boolean isAboutAverage() {
        return symbols.isEmpty();
    }
}
