package io.robotrader.examples.report;

import java.util.List;

/**
 * A whole report. Immutable.
 *
 * @param title the heading and the name of the browser's tab; not blank
 * @param subtitle one sentence below the heading, for example the period and the universe; may be empty
 * @param sections the sections from top to bottom; may be empty
 */
public record ReportPage(String title, String subtitle, List<ReportSection> sections) {

    /** Checks the title and copies the list. */
    public ReportPage {
        if (title.isBlank()) {
            throw new IllegalArgumentException("title must be not blank, but was '" + title + "'");
        }
        sections = List.copyOf(sections);
    }
}
