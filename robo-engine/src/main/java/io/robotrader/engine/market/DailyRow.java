package io.robotrader.engine.market;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.robotrader.engine.market.DailyHeader.Column;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row and its rules. Every breach is reported where it is found. Not thread-safe. */
final class DailyRow {
    /** By this part of the bound an open or close may lie outside: sources round the four prices one by one. */
    static final double TOLERANCE = 1e-6;

    private static final int BASIC_DATE_LENGTH = 8;

    // Double.parseDouble alone would take "NaN", "0x1p3" and "1d" for numbers.
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?+(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");

    private final DailyHeader header;
    private final CsvRecord record;
    private final String source;
    private final ProblemLog problems;
    private boolean sound = true; // of what readPrices reads
    private double open;
    private double high;
    private double low;
    private double close;
    private OptionalDouble volume = OptionalDouble.empty();

    DailyRow(DailyHeader header, CsvRecord record, String source, ProblemLog problems) {
        this.header = header;
        this.record = record;
        this.source = source;
        this.problems = problems;
    }

    boolean hasAllCells() {
        int cells = record.getFieldCount();
        if (cells == header.width()) {
            return true;
        }
        reportRow("must have " + header.width() + " cells, but has " + cells);
        return false;
    }

    private void reportRow(String reason) {
        problems.add(source, record.getStartingLineNumber(), "", String.join(",", record.getFields()), reason);
    }

    /** Returns the date, or null if the cell is none, which is then reported. */
    @Nullable
    LocalDate date() {
        String text = text(Column.DATE);
        try {
            return LocalDate.parse(
                    text,
                    text.length() == BASIC_DATE_LENGTH
                            ? DateTimeFormatter.BASIC_ISO_DATE
                            : DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeException e) {
            report(Column.DATE, "must be a date, yyyy-MM-dd or yyyyMMdd");
            return null;
        }
    }

    void reportDate(String reason) {
        report(Column.DATE, reason);
    }

    /** Reads and checks prices and volume; says whether a bar can be made of them. */
    boolean readPrices() {
        if (Column.PRICES.stream().allMatch(this::isMissing)) {
            reportRow("must have prices, but has none: take the row out");
            return false;
        }
        open = price(Column.OPEN);
        high = price(Column.HIGH);
        low = price(Column.LOW);
        close = price(Column.CLOSE);
        volume = volume();
        if (sound) {
            checkOrder();
        }
        return sound;
    }

    Bar bar(String symbol, Instant time) {
        double top = Math.max(high, Math.max(open, close));
        double bottom = Math.min(low, Math.min(open, close));
        return new Bar(symbol, time, open, top, bottom, close, volume);
    }

    private double price(Column column) {
        double price = number(column);
        if (price <= 0) {
            report(column, "must be positive");
        }
        return price;
    }

    private OptionalDouble volume() {
        if (!header.has(Column.VOLUME)) {
            return OptionalDouble.empty();
        }
        double units = number(Column.VOLUME);
        if (units < 0) {
            report(Column.VOLUME, "must not be negative");
        }
        return OptionalDouble.of(units + 0.0); // "-0" is 0
    }

    private void checkOrder() {
        if (high < low) {
            report(Column.HIGH, "must be at least the low " + low);
            return;
        }
        checkWithin(Column.OPEN, open);
        checkWithin(Column.CLOSE, close);
    }

    private void checkWithin(Column column, double price) {
        if (price > high * (1 + TOLERANCE)) {
            report(column, "must be at most the high " + high);
        } else if (price < low * (1 - TOLERANCE)) {
            report(column, "must be at least the low " + low);
        }
    }

    /** Returns the number in a cell, or NaN, which passes none of the comparisons, if there is none. */
    private double number(Column column) {
        String text = text(column);
        if (isMissing(column)) {
            report(column, "must not be missing");
            return Double.NaN;
        }
        if (!DECIMAL.matcher(text).matches()) {
            report(column, "must be a decimal number");
            return Double.NaN;
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            report(column, "must be finite");
            return Double.NaN;
        }
        return number;
    }

    private boolean isMissing(Column column) {
        String text = text(column);
        return text.isEmpty() || text.toLowerCase(Locale.ROOT).equals("null");
    }

    private String text(Column column) {
        return record.getField(header.indexOf(column)).strip();
    }

    private void report(Column column, String reason) {
        sound &= column == Column.DATE;
        problems.add(source, record.getStartingLineNumber(), header.title(column), text(column), reason);
    }
}
