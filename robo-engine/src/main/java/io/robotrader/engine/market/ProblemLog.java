package io.robotrader.engine.market;

import java.util.ArrayList;
import java.util.List;

/** Collects problems: keeps the first, counts all. Not thread-safe. */
final class ProblemLog {
    // Enough to see the pattern; a file of the wrong kind would give one a cell.
    static final int MAX_KEPT = 100;
    // A quote that is never closed makes one cell of the rest of the file.
    private static final int MAX_VALUE_LENGTH = 120;

    private final List<DataProblem> kept = new ArrayList<>();
    private long count;

    void add(String file, long line, String column, String value, String reason) {
        count++;
        if (kept.size() < MAX_KEPT) {
            String shown = value.length() <= MAX_VALUE_LENGTH ? value : value.substring(0, MAX_VALUE_LENGTH) + "...";
            kept.add(new DataProblem(file, line, column, shown, reason));
        }
    }

    void throwIfAny() {
        if (count > 0) {
            throw new BadDataException(kept, count);
        }
    }
}
