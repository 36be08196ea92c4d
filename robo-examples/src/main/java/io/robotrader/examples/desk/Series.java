package io.robotrader.examples.desk;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.robotrader.examples.console.BadInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one column of numbers from a CSV file. */
final class Series {

    private static final String USUAL = "Close";
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("^(?:[0-9+-]|\\.[0-9]|(?i:NaN|Inf|Infinity)$)");

    private Series() {}

    /**
     * The numbers of a column. A first row in which no field looks like a number, not even like a bad one, names the columns.
     *
     * @param column its name; null for the column Close, or else the only one
     */
    static double[] read(Path file, @Nullable String column) {
        List<CsvRecord> rows = CsvRows.read(file);
        List<String> first = rows.get(0).getFields();
        boolean titled = first.stream().noneMatch(Series::couldBeNumber);
        int index = index(file, titled ? first : null, first, column);
        if (titled && rows.size() == 1) {
            throw new BadInputException(file + ": must hold numbers below the names of the first row, but holds none");
        }
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
                if (!Double.isFinite(returns[i - 1])) {
                    throw new BadInputException(file + ": price " + (i + 1) + " must be of a size with the one before, "
                            + prices[i - 1] + ", but was " + prices[i]);
                }
            }
        }
        return returns;
    }

    private static int index(Path file, @Nullable List<String> names, List<String> first, @Nullable String column) {
        if (names != null && names.contains(column == null ? USUAL : column)) {
            return names.indexOf(column == null ? USUAL : column);
        }
        if (column == null && first.size() == 1) {
            return 0;
        }
        if (names == null) {
            throw new BadInputException(file + ": has " + first.size() + (first.size() == 1 ? " column" : " columns")
                    + " and no names in its first row, which holds " + CsvRows.quoted(number(first))
                    + "; name the columns there, and if these are decimals, they need a point");
        }
        throw new BadInputException(file + ": --column must be one of " + String.join(", ", names) + ", but was "
                + (column == null ? "not given" : column));
    }

    private static String number(List<String> first) {
        return first.stream().filter(Series::couldBeNumber).findFirst().orElse("");
    }

    /** A number with a slip in it must not be taken for a name, as then it would be lost without a word. */
    private static boolean couldBeNumber(String field) {
        return LIKE_A_NUMBER.matcher(field.strip()).find();
    }

    private static double field(Path file, CsvRecord row, int index) {
        String text = index < row.getFieldCount() ? row.getField(index) : "";
        double value = number(text);
        if (!Double.isFinite(value)) {
            throw new BadInputException(file + ": line " + row.getStartingLineNumber() + " must hold a number, but was "
                    + CsvRows.quoted(text));
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
