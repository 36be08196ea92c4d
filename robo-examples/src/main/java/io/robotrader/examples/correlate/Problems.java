package io.robotrader.examples.correlate;

import io.robotrader.engine.market.DataProblem;
import io.robotrader.examples.console.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong in files, all at once: keeps the first, counts all. Not thread-safe. */
final class Problems {

    private static final int MOST_KEPT = 100;
    private static final int LONGEST_VALUE = 120;

    private final List<DataProblem> kept = new ArrayList<>();
    private long count;

    /** The line is 0 if it is about the whole file. */
    void add(String file, long line, String column, String value, String reason) {
        count++;
        if (kept.size() < MOST_KEPT) {
            String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "...";
            kept.add(new DataProblem(file, line, column, shown, reason));
        }
    }

    void throwIfAny() {
        if (count > 0) {
            String told = kept.stream().map(DataProblem::describe).collect(Collectors.joining("\n"));
            throw new BadInputException(
                    told + (count > kept.size() ? "\nand " + (count - kept.size()) + " more problems" : ""));
        }
    }
}
