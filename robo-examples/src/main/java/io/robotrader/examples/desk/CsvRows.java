package io.robotrader.examples.desk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.robotrader.examples.console.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads the rows of a CSV file, strictly: all of one length, none blank, and no quote that swallows the rest. */
final class CsvRows {

    private static final int SHOWN = 40;

    private CsvRows() {}

    /** At least one row. */
    static List<CsvRecord> read(Path file) {
        String text = Document.text(file);
        // Blank lines at the end are how many programs end a file.
        List<CsvRecord> rows = parse(file, text.stripTrailing());
        if (text.isBlank()) {
            throw new BadInputException(file + ": must hold numbers, but is empty");
        }
        int columns = rows.get(0).getFieldCount();
        for (CsvRecord row : rows) {
            String line = file + ": line " + row.getStartingLineNumber();
            if (row.getFieldCount() <= 1 && row.getFields().stream().allMatch(String::isBlank)) {
                throw new BadInputException(line + " must hold a number, but is blank");
            }
            if (row.getFields().stream().anyMatch(field -> field.contains("\n") || field.contains("\r"))) {
                throw new BadInputException(line + " must close its quotes, but a field goes on in the next line");
            }
            if (row.getFieldCount() != columns) {
                throw new BadInputException(line + " must have as many columns as the first row, " + columns
                        + ", but has " + row.getFieldCount() + "; decimals need a point");
            }
        }
        return rows;
    }

    /** As much of a field as a person needs to find it. */
    static String quoted(String field) {
        return '"' + (field.length() > SHOWN ? field.substring(0, SHOWN) + "..." : field) + '"';
    }

    private static List<CsvRecord> parse(Path file, String text) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException | IOException e) {
            throw new BadInputException(file + ": must be CSV, but: " + e.getMessage());
        }
    }
}
