package io.robotrader.examples.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Draws a table; a long one is folded away until the reader asks for it. */
final class TableWriter {

    private static final int LONG = 12;
    private static final int SENTENCE = 40;
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\p{Sc}? ?[0-9][0-9,.]* ?[%MKx]?|-?infinite|n/a|");

    private TableWriter() {}

    static void write(Markup html, Table table) {
        int size = table.rows().size();
        if (size > LONG) {
            html.open("details");
            html.leaf("summary", (table.title().isEmpty() ? "Rows" : table.title()) + " (" + size + ")");
        } else if (!table.title().isEmpty()) {
            html.leaf("h3", table.title());
        }
        html.newLine();
        if (size == 0) {
            html.leaf("p", "None.", "class", "none").newLine();
            return;
        }
        writeRows(html, table);
        if (size > LONG) {
            html.close().newLine();
        }
    }

    private static void writeRows(Markup html, Table table) {
        String[] classes = IntStream.range(0, table.headers().size())
                .mapToObj(column -> kind(table.rows(), column))
                .toArray(String[]::new);
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (int column = 0; column < classes.length; column++) {
            html.leaf("th", table.headers().get(column), "scope", "col", "class", classes[column]);
        }
        html.close().close().newLine().open("tbody").newLine();
        for (List<String> row : table.rows()) {
            html.open("tr");
            for (int column = 0; column < classes.length; column++) {
                html.leaf("td", row.get(column), "class", classes[column]);
            }
            html.close().newLine();
        }
        html.close().close().close().newLine();
    }

    /** Numbers line up on the right, sentences may wrap, names and dates may not. */
    private static String kind(List<List<String>> rows, int column) {
        if (rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches())) {
            return "number";
        }
        return rows.stream().anyMatch(row -> row.get(column).length() > SENTENCE) ? "prose" : "text";
    }
}
