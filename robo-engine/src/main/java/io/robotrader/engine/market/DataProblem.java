package io.robotrader.engine.market;

import java.io.Serializable;

/**
 * One thing wrong in one place of a data file. Immutable and thread-safe.
 *
 * @param file the file, or another name of the source, as it was handed to the reader; for a folder without any file, the
 *     folder
 * @param line the line, counted from 1 for the header; 0 if the problem is the file as a whole or is not in a file
 * @param column the column's name as the file writes it; empty if the problem is the whole line
 * @param value what was found there, as text, cut if it is long; empty if nothing was
 * @param reason why that cannot be, in words that follow on the value: {@code must be positive}
 */
public record DataProblem(String file, long line, String column, String value, String reason) implements Serializable {
    /**
     * Returns the problem in one line, for people.
     *
     * @return such as {@code AAPL.csv, line 7, Close: '-1' must be positive}
     */
    public String describe() {
        return file
                + (line > 0 ? ", line " + line : "")
                + (column.isEmpty() ? "" : ", " + column)
                + ": " + (value.isEmpty() ? "" : "'" + value + "' ") + reason;
    }
}
