package io.robotrader.engine.market;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where each column is. Immutable. */
final class DailyHeader {
    /** The columns that are read; the name in a file is theirs in any case. */
    enum Column {
        DATE("Date"),
        OPEN("Open"),
        HIGH("High"),
        LOW("Low"),
        CLOSE("Close"),
        VOLUME("Volume");

        static final Set<Column> PRICES = EnumSet.of(OPEN, HIGH, LOW, CLOSE);

        private final String title;

        Column(String title) {
            this.title = title;
        }
    }

    // What other programs write in place of commas; told by its name, as a tab cannot be seen.
    private static final Map<String, String> OTHER_SEPARATORS = Map.of(";", "semicolons", "\t", "tabs", "|", "bars");

    private final Map<Column, Integer> index;
    private final List<String> titles;

    private DailyHeader(Map<Column, Integer> index, List<String> titles) {
        this.index = index;
        this.titles = titles;
    }

    /** Returns the header of a record, or null if it cannot be used, which is then reported. */
    static @Nullable DailyHeader of(CsvRecord header, String source, ProblemLog problems) {
        List<String> titles = header.getFields().stream().map(String::strip).toList();
        List<String> names =
                titles.stream().map(title -> title.toLowerCase(Locale.ROOT)).toList();
        long line = header.getStartingLineNumber();
        if (titles.size() == 1) {
            for (Map.Entry<String, String> separator : OTHER_SEPARATORS.entrySet()) {
                if (titles.get(0).contains(separator.getKey())) {
                    String reason = "must separate the columns by commas, but does so by " + separator.getValue();
                    problems.add(source, line, "", titles.get(0), reason);
                    return null;
                }
            }
        }
        Map<Column, Integer> index = new EnumMap<>(Column.class);
        boolean sound = true;
        for (Column column : Column.values()) {
            String name = column.title.toLowerCase(Locale.ROOT);
            int first = names.indexOf(name);
            if (first >= 0) {
                index.put(column, first);
            } else if (column != Column.VOLUME) {
                problems.add(source, line, column.title, String.join(",", titles), "must have this column");
                sound = false;
            }
            if (first != names.lastIndexOf(name)) {
                problems.add(source, line, column.title, String.join(",", titles), "must have this column once");
                sound = false;
            }
        }
        return sound ? new DailyHeader(index, titles) : null;
    }

    int width() {
        return titles.size();
    }

    boolean has(Column column) {
        return index.containsKey(column);
    }

    /** The title as the file writes it. */
    String title(Column column) {
        return titles.get(indexOf(column));
    }

    int indexOf(Column column) {
        Integer at = index.get(column);
        if (at == null) {
            throw new IllegalArgumentException("column must be in the header, but was " + column);
        }
        return at;
    }
}
