package io.robotrader.examples.report;

import java.util.List;

/**
 * The summary figures of a run, shown as a grid of small cards. Immutable.
 *
 * @param figures the figures in reading order; may be empty
 */
public record Figures(List<Figure> figures) implements Block {

    /** Copies the list. */
    public Figures {
        figures = List.copyOf(figures);
    }

    /**
     * One figure; the caller has formatted it and chosen its unit.
     *
     * @param label what it is, for example {@code Sharpe ratio}
     * @param value the value as text, for example {@code 1.24} or {@code 12.3 %}
     * @param parts what it is made of, shown below it; may be empty. Parts of parts are not shown
     */
    public record Figure(String label, String value, List<Figure> parts) {

        /** Copies the list. */
        public Figure {
            parts = List.copyOf(parts);
        }

        /**
         * Makes a figure without parts.
         *
         * @param label what it is
         * @param value the value as text
         */
        public Figure(String label, String value) {
            this(label, value, List.of());
        }
    }
}
