package io.robotrader.examples.report;

import java.util.List;

/**
 * One part of a report, for example one run out of several that are compared. Immutable.
 *
 * @param title the heading; not blank
 * @param description what the reader sees here; may be empty
 * @param blocks the content from top to bottom; may be empty
 */
public record ReportSection(String title, String description, List<Block> blocks) {

    /** Checks the title and copies the list. */
    public ReportSection {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must be not blank, but was '" + title + "'");
        }
        blocks = List.copyOf(blocks);
    }
}
