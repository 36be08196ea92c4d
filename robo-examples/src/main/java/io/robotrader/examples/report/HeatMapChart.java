package io.robotrader.examples.report;

import java.util.List;
import java.util.Locale;

/**
 * Draws correlations as coloured squares. The SVG holds the squares only; the names are HTML around it, so that they keep
 * their size in a narrow window.
 */
final class HeatMapChart {

    /** Above so many symbols cells have no text of their own, which would make the page heavy. */
    private static final int MOST_TOLD = 120;

    private HeatMapChart() {}

    static void write(Markup html, CorrelationMap map) {
        int size = map.names().size();
        if (size == 0) {
            html.leaf("p", "No correlations were measured.", "class", "none").newLine();
            return;
        }
        html.open("figure").open("figcaption").leaf("strong", "Heat map");
        html.leaf("span", map.note(), "class", "note").close();
        html.open("div", "class", "scroll").open("div", "class", "heatmap", "style", "--n:" + size);
        html.open(
                "svg",
                "viewBox",
                "0 0 " + size + " " + size,
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                "Correlations of " + String.join(", ", map.names()));
        writeHatch(html);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                writeCell(html, map, row, column);
            }
            html.newLine();
        }
        html.close();
        writeNames(html, map.names());
        html.close().close();
        CorrelationTable.writeLegend(html);
        html.close().newLine();
    }

    /** Unknown must not look like zero. */
    private static void writeHatch(Markup html) {
        html.open("defs")
                .open(
                        "pattern",
                        "id",
                        "hatch",
                        "width",
                        ".25",
                        "height",
                        ".25",
                        "patternUnits",
                        "userSpaceOnUse",
                        "patternTransform",
                        "rotate(45)");
        html.empty("path", "d", "M0 0V.25").close().close();
    }

    private static void writeCell(Markup html, CorrelationMap map, int row, int column) {
        double value = map.value(row, column);
        boolean known = !Double.isNaN(value);
        html.open(
                "rect",
                "x",
                Integer.toString(column),
                "y",
                Integer.toString(row),
                "width",
                "1",
                "height",
                "1",
                "fill",
                known ? CorrelationTable.colour(value) : "url(#hatch)");
        if (map.names().size() <= MOST_TOLD) {
            String pair = map.names().get(row) + " and " + map.names().get(column);
            html.leaf("title", pair + ": " + (known ? Texts.number(value, 2, 2) : "not known"));
        }
        html.close();
    }

    private static void writeNames(Markup html, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String place = String.format(Locale.ROOT, "%.2f%%", 100 * (i + 0.5) / names.size());
            html.leaf("span", names.get(i), "class", "row", "style", "top:" + place);
            html.leaf("span", names.get(i), "class", "col", "style", "left:" + place);
        }
        html.newLine();
    }
}
