package io.robotrader.engine.market;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown when market data breaks the rules of its reader: tells everything that is wrong at once, one problem a line,
 * and means that nothing was returned. Not thrown for a file that cannot be read at all, which is an {@link java.io.UncheckedIOException}.
 */
public final class BadDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_IN_MESSAGE = 10;

    /** The first problems. */
    private final DataProblem[] problems;

    /** How many there are in all. */
    private final long problemCount;

    /**
     * Creates the exception.
     *
     * @param problems the first problems found, in the order of the files; at least one
     * @param problemCount how many there are in all; at least as many as are listed
     * @throws IllegalArgumentException if there are no problems, or fewer in all than are listed
     */
    public BadDataException(List<DataProblem> problems, long problemCount) {
        super(message(problems, problemCount));
        this.problems = problems.toArray(DataProblem[]::new);
        this.problemCount = problemCount;
    }

    /**
     * Returns the problems found first.
     *
     * @return at least one problem; not all of them if there are more than the reader cares to keep. Unmodifiable
     */
    public List<DataProblem> problems() {
        return List.of(problems);
    }

    /**
     * Returns how many problems there are.
     *
     * @return the number of all problems, those that are not listed included; at least 1
     */
    public long problemCount() {
        return problemCount;
    }

    private static String message(List<DataProblem> problems, long problemCount) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("problems must not be empty, but was []");
        }
        if (problemCount < problems.size()) {
            throw new IllegalArgumentException(
                    "problemCount must be at least the " + problems.size() + " listed, but was " + problemCount);
        }
        int shown = Math.min(problems.size(), MAX_IN_MESSAGE);
        String text = problems.stream()
                .limit(shown)
                .map(problem -> "\n  " + problem.describe())
                .collect(Collectors.joining());
        String more = problemCount > shown ? "\n  and " + (problemCount - shown) + " more" : "";
        return "market data must be sound, but has " + problemCount + (problemCount == 1 ? " problem:" : " problems:")
                + text + more;
    }
}
