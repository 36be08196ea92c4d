package io.robotrader.examples.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.market.BadDataException;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.DataProblem;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads monthly closes in long form: a header {@code symbol,date,price}, then rows as {@code MSFT,Jan 1 2000,39.81}.
 *
 * <p>Such files date a month's last price on its first day, when nobody could know it; a bar made of that would let a
 * strategy see the future. So a bar's time is the close of the last weekday of the month: never before the price was
 * known, though after it where that weekday was a holiday. Within a symbol, months ascend.
 */
final class MonthlyCloses {
    private static final List<String> HEADER = List.of("symbol", "date", "price");
    private static final DateTimeFormatter FIRST_OF_MONTH =
            DateTimeFormatter.ofPattern("MMM d uuuu", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,12})?");

    private final String source;
    private final MarketCalendar calendar;
    private final List<DataProblem> problems = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final Map<String, YearMonth> latest = new HashMap<>();

    private MonthlyCloses(String source, MarketCalendar calendar) {
        this.source = source;
        this.calendar = calendar;
    }

    /** Returns all bars, in the order of the rows; or throws a {@link BadDataException} with every bad row. */
    static List<Bar> read(InputStream in, String source, MarketCalendar calendar) {
        MonthlyCloses reader = new MonthlyCloses(source, calendar);
        reader.readAll(in);
        if (!reader.problems.isEmpty()) {
            throw new BadDataException(reader.problems, reader.problems.size());
        }
        return List.copyOf(reader.bars);
    }

    private void readAll(InputStream in) {
        List<CsvRecord> records = CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(in)
                .stream()
                .toList();
        if (records.isEmpty() || !records.get(0).getFields().equals(HEADER)) {
            String found =
                    records.isEmpty() ? "" : String.join(",", records.get(0).getFields());
            problems.add(new DataProblem(source, 1, "", found, "must be the header " + String.join(",", HEADER)));
            return;
        }
        if (records.size() == 1) {
            problems.add(new DataProblem(source, 0, "", "", "must have a row below the header"));
        }
        records.stream().skip(1).forEach(this::row);
    }

    private void row(CsvRecord row) {
        if (row.getFieldCount() != HEADER.size()) {
            String cells = String.join(",", row.getFields());
            String reason = "must have " + HEADER.size() + " cells, but has " + row.getFieldCount();
            problems.add(new DataProblem(source, row.getStartingLineNumber(), "", cells, reason));
            return;
        }
        String symbol = symbol(row);
        YearMonth month = month(row);
        double price = price(row);
        if (month != null && !symbol.isBlank()) {
            YearMonth before = latest.put(symbol, month);
            if (before != null && !month.isAfter(before)) {
                report(row, 1, "must be after the month before it, " + before);
            }
            if (price > 0) {
                bars.add(Bar.ofClose(symbol, calendar.closeOf(lastWeekday(month)), price));
            }
        }
    }

    private String symbol(CsvRecord row) {
        if (row.getField(0).isBlank()) {
            report(row, 0, "must not be missing");
        }
        return row.getField(0);
    }

    private @Nullable YearMonth month(CsvRecord row) {
        try {
            LocalDate date = LocalDate.parse(row.getField(1), FIRST_OF_MONTH);
            if (date.getDayOfMonth() == 1) {
                return YearMonth.from(date);
            }
        } catch (DateTimeException e) {
            // Reported below: no date and no first of a month are the same mistake.
        }
        report(row, 1, "must be the first of a month, as in Jan 1 2000");
        return null;
    }

    private double price(CsvRecord row) {
        String text = row.getField(2);
        double price = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!(price > 0)) {
            report(row, 2, "must be a positive decimal number");
        }
        return price;
    }

    private void report(CsvRecord row, int column, String reason) {
        problems.add(
                new DataProblem(source, row.getStartingLineNumber(), HEADER.get(column), row.getField(column), reason));
    }

    private static LocalDate lastWeekday(YearMonth month) {
        LocalDate day = month.atEndOfMonth();
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        return day;
    }
}
