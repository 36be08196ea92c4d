package io.robotrader.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A record of a CSV text by RFC 4180.
 *
 * @param line where it begins, from 1
 * @param cells at least one, without their quotes
 */
record CsvRow(int line, List<String> cells) {
    static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && !cell.startsWith("#")
                && cell.equals(cell.strip());
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    static List<CsvRow> parse(String text) {
        List<CsvRow> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        int line = 1;
        int begun = 1;
        for (int at = 0; at < text.length(); ) {
            int end = text.charAt(at) == '"' ? closingQuote(text, at, line) + 1 : plainEnd(text, at);
            String raw = text.substring(at, end);
            cells.add(raw.startsWith("\"") ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"") : raw);
            line += (int) raw.chars().filter(c -> c == '\n').count();
            if (end < text.length() && text.charAt(end) == ',') {
                at = end + 1;
                if (at < text.length()) {
                    continue;
                }
                cells.add("");
            } else {
                at = end + (text.startsWith("\r\n", end) ? 2 : 1);
                if (end < text.length() && text.charAt(at - 1) != '\n') {
                    throw wrong(line, "a quote must be followed by a comma or the end of the line");
                }
            }
            rows.add(new CsvRow(begun, List.copyOf(cells)));
            cells.clear();
            line++;
            begun = line;
        }
        return rows;
    }

    private static int closingQuote(String text, int open, int line) {
        int at = text.indexOf('"', open + 1);
        while (at >= 0 && text.startsWith("\"\"", at)) {
            at = text.indexOf('"', at + 2);
        }
        if (at < 0) {
            throw wrong(line, "a quote must be closed");
        }
        return at;
    }

    private static int plainEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            at++;
        }
        boolean windows = at < text.length() && text.charAt(at) == '\n' && at > from && text.charAt(at - 1) == '\r';
        return windows ? at - 1 : at;
    }

    IllegalArgumentException wrong(String what) {
        return wrong(line, what);
    }

    private static IllegalArgumentException wrong(int line, String what) {
        return new IllegalArgumentException("line " + line + ": " + what);
    }

    /** Puts the line before what somebody else finds wrong. */
    <T> T at(Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + line + ": " + e.getMessage(), e);
        }
    }
}
