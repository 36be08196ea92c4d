package io.robotrader.engine.calendar;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads lists of special days; {@link SpecialDays#read} tells what they look like. */
final class SpecialDaysCsv {
    private static final List<String> HEADER = List.of("date", "hours", "reason");

    private SpecialDaysCsv() {}

    static List<SpecialDay> read(InputStream in, String source) {
        try {
            return readAll(in, source);
        } catch (CsvParseException e) {
            throw new IllegalArgumentException(source + " must be readable as CSV: " + e.getMessage(), e);
        }
    }

    private static List<SpecialDay> readAll(InputStream in, String source) {
        List<SpecialDay> days = new ArrayList<>();
        boolean header = false;
        for (CsvRecord row : CsvReader.builder()
                .detectBomHeader(true)
                .commentStrategy(CommentStrategy.SKIP)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // fields are counted below
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(in)) {
            if (!header) {
                check(row.getFields().equals(HEADER), "the header", "date,hours,reason", row, source);
                header = true;
            } else {
                days.add(day(row, source));
            }
        }
        if (!header) {
            throw new IllegalArgumentException(source + " must have the header date,hours,reason, but is empty");
        }
        return days;
    }

    private static SpecialDay day(CsvRecord row, String source) {
        check(row.getFieldCount() == HEADER.size(), "a line", "a date, hours and a reason", row, source);
        try {
            LocalDate date = LocalDate.parse(row.getField(0).strip());
            String hours = row.getField(1).strip();
            String reason = row.getField(2).strip();
            if (hours.equals("closed")) {
                return SpecialDay.closed(date, reason);
            }
            int hyphen = hours.indexOf('-');
            check(hyphen >= 0 && hours.length() > 1, "hours", "closed, or times as in 09:30-13:00", row, source);
            return new SpecialDay(
                    date, false, time(hours.substring(0, hyphen)), time(hours.substring(hyphen + 1)), reason);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(where(row, source) + e.getMessage(), e);
        }
    }

    private static Optional<LocalTime> time(String text) {
        String time = text.strip();
        return time.isEmpty() ? Optional.empty() : Optional.of(LocalTime.parse(time));
    }

    private static void check(boolean holds, String what, String rule, CsvRecord row, String source) {
        if (!holds) {
            throw new IllegalArgumentException(
                    where(row, source) + what + " must be " + rule + ", but was " + String.join(",", row.getFields()));
        }
    }

    private static String where(CsvRecord row, String source) {
        return source + ", line " + row.getStartingLineNumber() + ": ";
    }
}
