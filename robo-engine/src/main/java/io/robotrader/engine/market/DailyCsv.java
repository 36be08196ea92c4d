package io.robotrader.engine.market;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.robotrader.engine.calendar.MarketCalendar;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of one source of daily bars. What is wrong goes to the log; the caller decides. Not thread-safe. */
final class DailyCsv {
    private final String source;
    private final String symbol;
    private final MarketCalendar calendar;
    private final ProblemLog problems;
    private final List<Bar> bars = new ArrayList<>();
    private final Set<LocalDate> dates = new HashSet<>();
    private final List<Runnable> early = new ArrayList<>(); // reports of rows that are before the one above
    private long rows;
    private @Nullable LocalDate previous;
    private long lastLine;

    DailyCsv(String source, String symbol, MarketCalendar calendar, ProblemLog problems) {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("symbol must not be blank, but was '" + symbol + "'");
        }
        this.source = source;
        this.symbol = symbol;
        this.calendar = calendar;
        this.problems = problems;
    }

    List<Bar> read(InputStream in) {
        // Not closed here: the stream is the caller's.
        CloseableIterator<CsvRecord> records = CsvReader.builder()
                .detectBomHeader(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // rows are counted below, with a line each
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(in)
                .iterator();
        try {
            readAll(records);
        } catch (CsvParseException e) {
            problems.add(source, lastLine + 1, "", "", "must be readable as CSV from here on: " + e.getMessage());
        }
        return List.copyOf(bars);
    }

    private void readAll(CloseableIterator<CsvRecord> records) {
        if (!records.hasNext()) {
            problems.add(source, 0, "", "", "must have a header and a row, but is empty");
            return;
        }
        DailyHeader header = DailyHeader.of(next(records), source, problems);
        if (header == null) {
            return; // every row would only repeat it
        }
        if (!records.hasNext()) {
            problems.add(source, 0, "", "", "must have a row below the header");
        }
        while (records.hasNext()) {
            row(new DailyRow(header, next(records), source, problems));
        }
        reportOrder();
    }

    /** A file that begins with its newest row would repeat one problem in every row. */
    private void reportOrder() {
        if (early.size() > 1 && early.size() == rows - 1) {
            problems.add(source, 0, "", "", "must be in the order of time, but its newest row comes first");
        } else {
            early.forEach(Runnable::run);
        }
    }

    private CsvRecord next(CloseableIterator<CsvRecord> records) {
        CsvRecord record = records.next();
        lastLine = record.getStartingLineNumber();
        return record;
    }

    private void row(DailyRow row) {
        if (!row.hasAllCells()) {
            return;
        }
        LocalDate date = row.date();
        boolean sound = row.readPrices();
        if (date != null) {
            checkOrder(row, date);
            if (sound) {
                bars.add(row.bar(symbol, calendar.closeOf(date)));
            }
        }
    }

    private void checkOrder(DailyRow row, LocalDate date) {
        rows++;
        LocalDate above = previous;
        if (!dates.add(date)) {
            row.reportDate("must not occur twice");
        } else if (above != null && date.isBefore(above)) {
            early.add(() -> row.reportDate("must be after the date of the row above, " + above));
        }
        previous = date;
    }
}
