package io.robotrader.examples.correlate;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code symbol,sector}, with that header. Stateless. */
final class SectorFile {

    private static final List<String> HEADER = List.of("symbol", "sector");

    private SectorFile() {}

    static Map<String, String> read(Path file) {
        Problems problems = new Problems();
        Map<String, String> sectors = new TreeMap<>();
        CsvFile.read(file, problems, read -> {}, records -> rows(file, records, problems, sectors));
        problems.throwIfAny();
        return sectors;
    }

    private static void rows(Path file, Iterator<CsvRecord> records, Problems problems, Map<String, String> sectors) {
        List<String> header = records.hasNext() ? records.next().getFields() : List.of();
        if (!header.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList()
                .equals(HEADER)) {
            problems.add(file.toString(), 1, "", String.join(",", header), "must be the header symbol,sector");
            return;
        }
        records.forEachRemaining(row -> {
            List<String> cells = row.getFields();
            if (cells.size() != HEADER.size() || cells.get(0).isBlank()) {
                String text = String.join(",", cells);
                problems.add(file.toString(), row.getStartingLineNumber(), "", text, "must be a symbol and its sector");
            } else if (sectors.put(cells.get(0).strip(), cells.get(1).strip()) != null) {
                problems.add(
                        file.toString(), row.getStartingLineNumber(), "symbol", cells.get(0), "must come only once");
            }
        });
    }
}
