package io.robotrader.risk.sizing;

import io.robotrader.risk.internal.Require;

/**
 * The most shares that a limit admits. Immutable and thread-safe.
 *
 * @param name what a person calls the limit
 * @param quantity shares, whole lots or not; zero or less admits nothing
 */
public record SizeLimit(String name, long quantity) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public SizeLimit {
        Require.text(name, "name");
    }

    /** The whole lots within both the limit and what is wanted. */
    SizeStep step(SizingRequest request, long wanted) {
        long lot = request.instrument().lotSize();
        long admitted = quantity >= wanted ? wanted : Math.max(0, quantity) / lot * lot;
        return new SizeStep(SizeBound.LIMIT, name, 1, admitted);
    }
}
