package io.robotrader.engine.market;

import io.robotrader.engine.calendar.MarketCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads daily bars from CSV files as Yahoo and Stooq write them: all of them, or none and a list of what is wrong.
 *
 * <p><b>Format.</b> UTF-8, with or without a byte order mark; commas; a header that has the columns {@code Date},
 * {@code Open}, {@code High}, {@code Low} and {@code Close} and may have {@code Volume}, in any order and any case. Other
 * columns are ignored. Dates are {@code 2018-05-11} or {@code 20180511}, each later than the one before. Numbers are
 * plain decimals with a point. Lines without a character are skipped. Without a {@code Volume} column the bars' volume
 * is unknown; with one, every row must have it. A bar's time is the close of its date in the given calendar.
 *
 * <p><b>Adjustments.</b> The prices are taken as they are, and {@code Adj Close} is ignored. Yahoo's four prices are
 * adjusted for splits by the source and not for dividends; from another source, make sure that splits are adjusted, or
 * a split will look like a crash.
 *
 * <p><b>Rules.</b> Prices are finite and positive, volume is finite and not negative, high is at least low, and open and
 * close lie between them. Some sources round the four prices apart: an open or close outside by at most one millionth of
 * the bound is accepted and high or low widened to it. A cell without a number ({@code null}, as Yahoo writes it) is
 * refused, not skipped. Every breach is a {@link DataProblem}; the first hundred are kept, all are counted.
 *
 * <p>Thread-safe, as nothing is kept.
 */
public final class CsvBars {
    private static final String EXTENSION = ".csv";

    private CsvBars() {}

    /**
     * Reads one file.
     *
     * @param file the file
     * @param symbol the symbol of all its bars; not blank
     * @param calendar tells when the day of a date closes
     * @return the bars in order of time, at least one; unmodifiable
     * @throws BadDataException if anything in the file breaks the rules, or if it has no bar
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if the symbol is blank
     */
    public static List<Bar> read(Path file, String symbol, MarketCalendar calendar) {
        ProblemLog problems = new ProblemLog();
        List<Bar> bars = read(file, symbol, calendar, problems);
        problems.throwIfAny();
        return bars;
    }

    /**
     * Reads one stream, such as a resource, to its end. Does not close it.
     *
     * @param in the bytes of a file as described above
     * @param source the name by which problems call it
     * @param symbol the symbol of all its bars; not blank
     * @param calendar tells when the day of a date closes
     * @return the bars in order of time, at least one; unmodifiable
     * @throws BadDataException if anything in the stream breaks the rules, or if it has no bar
     * @throws UncheckedIOException if the stream cannot be read
     * @throws IllegalArgumentException if the symbol is blank
     */
    public static List<Bar> read(InputStream in, String source, String symbol, MarketCalendar calendar) {
        ProblemLog problems = new ProblemLog();
        List<Bar> bars = new DailyCsv(source, symbol, calendar, problems).read(in);
        problems.throwIfAny();
        return bars;
    }

    /**
     * Reads every file of a folder whose name ends in {@code .csv}, in any case; not those whose name begins with a dot,
     * and not those in folders below.
     *
     * <p>The symbol is the file's name without that ending, in upper case, and all of it: {@code aapl.csv} is
     * {@code AAPL}, and Stooq's {@code aapl.us.csv} is {@code AAPL.US}, because without the market two instruments could
     * become one.
     *
     * @param folder the folder
     * @param calendar tells when the day of a date closes, in all files
     * @return the bars by symbol, in the alphabetical order of symbols, each list in order of time; unmodifiable. For one
     *     list of all see {@link Bars#merge}
     * @throws BadDataException if anything in any file breaks the rules, if two files have the same symbol, or if there
     *     is no such file
     * @throws UncheckedIOException if the folder or a file cannot be read
     */
    public static SortedMap<String, List<Bar>> readDirectory(Path folder, MarketCalendar calendar) {
        ProblemLog problems = new ProblemLog();
        SortedMap<String, List<Bar>> bySymbol = new TreeMap<>();
        for (Path file : csvFiles(folder)) {
            String name = fileName(file);
            String symbol =
                    name.substring(0, name.length() - EXTENSION.length()).toUpperCase(Locale.ROOT);
            if (bySymbol.put(symbol, read(file, symbol, calendar, problems)) != null) {
                problems.add(file.toString(), 0, "", symbol, "must be the symbol of one file only");
            }
        }
        if (bySymbol.isEmpty()) {
            problems.add(folder.toString(), 0, "", "", "must contain a file *" + EXTENSION);
        }
        problems.throwIfAny();
        return Collections.unmodifiableSortedMap(bySymbol);
    }

    private static List<Bar> read(Path file, String symbol, MarketCalendar calendar, ProblemLog problems) {
        try (InputStream in = Files.newInputStream(file)) {
            return new DailyCsv(file.toString(), symbol, calendar, problems).read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> csvFiles(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(CsvBars::isCsv).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCsv(Path file) {
        String name = fileName(file);
        return name.toLowerCase(Locale.ROOT).endsWith(EXTENSION) && !name.startsWith(".") && Files.isRegularFile(file);
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName()); // only a root has none, and a root is not a file
    }
}
