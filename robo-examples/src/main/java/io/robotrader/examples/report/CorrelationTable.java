package io.robotrader.examples.report;

import java.util.List;
import java.util.Locale;

/**
 * Draws correlations as a table with coloured cells: it can be read aloud, copied and printed. Blue to white to orange
 * stays in order for colour-blind readers, and dark text can be read on all of it. Unknown is hatched and says so: it
 * must not look like zero.
 */
final class CorrelationTable {

    private static final int[] BLUE = {0x56, 0xA0, 0xD3};
    private static final int[] WHITE = {0xFF, 0xFF, 0xFF};
    private static final int[] ORANGE = {0xF5, 0x9B, 0x42};

    private CorrelationTable() {}

    static void write(Markup html, CorrelationMap map) {
        List<String> names = map.names();
        if (names.isEmpty()) {
            html.leaf("p", "No correlations were measured.", "class", "none").newLine();
            return;
        }
        html.open("figure").open("figcaption").leaf("strong", "Correlation");
        html.leaf("span", map.note(), "class", "note").close();
        html.open("div", "class", "scroll").open("table", "class", "heat").newLine();
        html.open("tr").leaf("td", "");
        for (String name : names) {
            html.leaf("th", name, "scope", "col");
        }
        html.close().newLine();
        for (int row = 0; row < names.size(); row++) {
            html.open("tr").leaf("th", names.get(row), "scope", "row");
            for (int column = 0; column < names.size(); column++) {
                writeCell(html, map.value(row, column));
            }
            html.close().newLine();
        }
        html.close().close();
        writeLegend(html);
        html.close().newLine();
    }

    static void writeLegend(Markup html) {
        html.open("p", "class", "legend").leaf("span", "-1");
        html.leaf(
                "span",
                "",
                "class",
                "scale",
                "style",
                "background:linear-gradient(90deg," + colour(-1) + "," + colour(0) + "," + colour(1) + ")");
        html.leaf("span", "+1").leaf("span", "n/a", "class", "unknown").leaf("span", "not known");
        html.close();
    }

    private static void writeCell(Markup html, double value) {
        if (Double.isNaN(value)) {
            html.leaf("td", Texts.number(value, 2, 2), "class", "unknown");
        } else {
            html.leaf("td", Texts.number(value, 2, 2), "style", "background:" + colour(value));
        }
    }

    static String colour(double value) {
        int[] end = value < 0 ? BLUE : ORANGE;
        double weight = Math.abs(value);
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                mix(WHITE[0], end[0], weight),
                mix(WHITE[1], end[1], weight),
                mix(WHITE[2], end[2], weight));
    }

    private static int mix(int from, int to, double weight) {
        return (int) Math.round(from + weight * (to - from));
    }
}
