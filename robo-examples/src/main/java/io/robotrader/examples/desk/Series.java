package io.robotrader.examples.desk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.robotrader.examples.console.BadInputException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one column of numbers from a CSV file. */
final class Series {

    private static final String USUAL = "Close";

    private Series() {}

    /**
     * The numbers of a column. A first row in which no field is a number names the columns.
     *
     * @param column its name; null for the column Close, or else the only one
     */
    static double[] read(Path file, @Nullable String column) {
        List<CsvRecord> rows;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Document.text(file))) {
            rows = reader.stream().toList();
        } catch (CsvParseException | java.io.IOException e) {
            throw new BadInputException(file + ": must be CSV, but: " + e.getMessage());
        }
        if (rows.isEmpty()) {
            throw new BadInputException(file + ": must hold numbers, but is empty");
        }
        List<String> first = rows.get(0).getFields();
        boolean titled = first.stream().allMatch(field -> Double.isNaN(number(field)));
        int index = index(file, titled ? first : null, first.size(), column);
        return rows.stream()
                .skip(titled ? 1 : 0)
                .mapToDouble(row -> field(file, row, index))
                .toArray();
    }

    /** Simple returns, one fewer than there are prices. */
    static double[] returns(Path file, double[] prices) {
        double[] returns = new double[Math.max(0, prices.length - 1)];
        for (int i = 0; i < prices.length; i++) {
            if (!(prices[i] > 0)) {
                throw new BadInputException(file + ": price " + (i + 1) + " must be positive, but was " + prices[i]
                        + "; are these returns? Then say --returns");
            }
            if (i > 0) {
                returns[i - 1] = prices[i] / prices[i - 1] - 1;
            }
        }
        return returns;
    }

    private static int index(Path file, @Nullable List<String> names, int columns, @Nullable String column) {
        if (names != null && names.contains(column == null ? USUAL : column)) {
            return names.indexOf(column == null ? USUAL : column);
        }
        if (column == null && columns == 1) {
            return 0;
        }
        throw new BadInputException(file + ": --column must be one of "
                + (names == null ? "the columns that the first row names, and it names none" : String.join(", ", names))
                + ", but was " + (column == null ? "not given" : column));
    }

    private static double field(Path file, CsvRecord row, int index) {
        String text = index < row.getFieldCount() ? row.getField(index) : "";
        double value = number(text);
        if (!Double.isFinite(value)) {
            throw new BadInputException(
                    file + ": line " + row.getStartingLineNumber() + " must hold a number, but was \"" + text + "\"");
        }
        return value;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
