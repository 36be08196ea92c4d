package io.robotrader.examples.report;

import java.util.List;

/**
 * Any other table, for example the trades. A column in which every cell is a number is aligned right. Immutable.
 *
 * @param title the heading above the table; may be empty
 * @param headers one name a column; not empty
 * @param rows the cells as text, as many in each row as there are headers; may be empty
 */
public record Table(String title, List<String> headers, List<List<String>> rows) implements Block {

    /** Checks that the rows fit the headers, and copies the lists. */
    public Table {
        headers = List.copyOf(headers);
        if (headers.isEmpty()) {
            throw new IllegalArgumentException("headers must be not empty, but was []");
        }
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != headers.size()) {
                throw new IllegalArgumentException("row must have " + headers.size() + " cells, but was " + row);
            }
        }
    }
}
