package io.robotrader.examples.correlate;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file, in one of three layouts, told by its header: {@code symbol,date,price} in long form; {@code Date} and
 * {@code Close} for one symbol, which is the file's name; else {@code Date} and a column a symbol, in which an empty cell is
 * a day without a price. One reading, one thread.
 */
final class PriceFile {

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("MMM d uuuu", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT));
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,20})?([eE][-+]?[0-9]{1,2})?");

    /** What the library takes, in this and the next: of times, and of a price against the one before. */
    private static final int EARLIEST = 1678;

    private static final int LATEST = 2261;
    private static final double LOWEST = 1e-45;
    private static final double HIGHEST = 1e45;

    private static final Pattern ENDING = Pattern.compile("(?i)(\\.csv)?(\\.gz)?$");

    private final Path file;
    private final @Nullable LocalDate lastDate;
    private final Problems problems;
    private final Map<String, SortedMap<Instant, Double>> prices = new TreeMap<>();
    private List<String> header = List.of();

    PriceFile(Path file, @Nullable LocalDate lastDate, Problems problems) {
        this.file = file;
        this.lastDate = lastDate;
        this.problems = problems;
    }

    Map<String, SortedMap<Instant, Double>> prices() {
        return prices;
    }

    void read(Iterator<CsvRecord> records) {
        if (!records.hasNext()) {
            problems.add(file.toString(), 0, "", "", "must have a header and a row, but is empty");
            return;
        }
        header = records.next().getFields().stream().map(String::strip).toList();
        List<String> names =
                header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        int date = names.indexOf("date");
        int close = Math.max(names.indexOf("close"), names.indexOf("price"));
        int symbol = names.indexOf("symbol");
        if (date < 0) {
            problems.add(file.toString(), 1, "", String.join(",", header), "must be a header with a column Date");
        } else if (header.stream().anyMatch(String::isBlank)
                || names.stream().distinct().count() < names.size()) {
            problems.add(
                    file.toString(),
                    1,
                    "",
                    String.join(",", header),
                    "must name each column, and each by another name");
        } else if (symbol >= 0 && close >= 0) {
            records.forEachRemaining(row -> longRow(row, symbol, date, close));
        } else if (close >= 0) {
            String name = ENDING.matcher(String.valueOf(file.getFileName())).replaceFirst("");
            records.forEachRemaining(row -> closeRow(row, name.toUpperCase(Locale.ROOT), date, close));
        } else {
            records.forEachRemaining(row -> wideRow(row, date));
        }
    }

    private void longRow(CsvRecord row, int symbol, int date, int close) {
        if (isWhole(row)) {
            if (row.getField(symbol).isBlank()) {
                problem(row, symbol, "must be a symbol");
            } else {
                take(row, row.getField(symbol).strip(), date(row, date), date, close);
            }
        }
    }

    private void closeRow(CsvRecord row, String symbol, int date, int close) {
        if (isWhole(row)) {
            take(row, symbol, date(row, date), date, close);
        }
    }

    private void wideRow(CsvRecord row, int date) {
        if (!isWhole(row)) {
            return;
        }
        LocalDate day = date(row, date);
        for (int column = 0; column < header.size(); column++) {
            if (column != date) {
                prices.computeIfAbsent(header.get(column), name -> new TreeMap<>());
                if (!row.getField(column).isBlank()) {
                    take(row, header.get(column), day, date, column);
                }
            }
        }
    }

    private boolean isWhole(CsvRecord row) {
        if (row.getFieldCount() != header.size()) {
            String cells = String.join(",", row.getFields());
            problems.add(
                    file.toString(),
                    row.getStartingLineNumber(),
                    "",
                    cells,
                    "must have " + header.size() + " cells, but has " + row.getFieldCount());
        }
        return row.getFieldCount() == header.size();
    }

    private @Nullable LocalDate date(CsvRecord row, int column) {
        for (DateTimeFormatter format : DATES) {
            try {
                LocalDate date = LocalDate.parse(row.getField(column).strip(), format);
                if (date.getYear() >= EARLIEST && date.getYear() <= LATEST) {
                    return date;
                }
            } catch (DateTimeException e) {
                // The next one may fit.
            }
        }
        problem(row, column, "must be a date such as 2017-12-29, in the years " + EARLIEST + " to " + LATEST);
        return null;
    }

    private void take(CsvRecord row, String symbol, @Nullable LocalDate day, int dateColumn, int column) {
        String text = row.getField(column).strip();
        double price = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!(price >= LOWEST && price <= HIGHEST)) {
            problem(row, column, "must be a positive decimal number");
            return;
        }
        SortedMap<Instant, Double> series = prices.computeIfAbsent(symbol, name -> new TreeMap<>());
        if (day == null || (lastDate != null && day.isAfter(lastDate))) {
            return;
        }
        Instant time = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!series.isEmpty() && !time.isAfter(series.lastKey())) {
            problem(row, dateColumn, "must be after the date before it of " + symbol);
            return;
        }
        series.put(time, price);
    }

    private void problem(CsvRecord row, int column, String reason) {
        problems.add(file.toString(), row.getStartingLineNumber(), header.get(column), row.getField(column), reason);
    }
}
