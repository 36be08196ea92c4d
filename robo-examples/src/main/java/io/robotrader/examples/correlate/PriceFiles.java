package io.robotrader.examples.correlate;

import io.robotrader.examples.console.BadInputException;
import io.robotrader.examples.console.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads prices from CSV files: all of them, or none and all that is wrong. Dates become midnight UTC. */
final class PriceFiles {

    private PriceFiles() {}

    /**
     * Reads files.
     *
     * @param lastDate rows of later dates are checked and left out; null for none
     * @param console told how far it has come; null to be silent
     * @return by symbol, then by time; at least one price
     */
    static Map<String, SortedMap<Instant, Double>> read(
            List<Path> files, @Nullable LocalDate lastDate, @Nullable Console console) {
        Problems problems = new Problems();
        Map<String, SortedMap<Instant, Double>> prices = new TreeMap<>();
        long total = files.stream().mapToLong(PriceFiles::size).sum();
        long before = 0;
        for (Path file : files) {
            long done = before;
            PriceFile rows = new PriceFile(file, lastDate, problems);
            CsvFile.read(file, problems, read -> progress(console, done + read, total), rows::read);
            rows.prices().forEach((symbol, series) -> {
                if (prices.put(symbol, series) != null) {
                    problems.add(file.toString(), 0, "", symbol, "must be a symbol of one file only");
                }
            });
            before += size(file);
        }
        problems.throwIfAny();
        prices.values().removeIf(Map::isEmpty);
        if (prices.isEmpty()) {
            throw new BadInputException("FILE must hold a price"
                    + (lastDate == null ? "" : " not after --as-of " + lastDate) + ", but there is none");
        }
        return prices;
    }

    private static void progress(@Nullable Console console, long done, long total) {
        if (console != null && total > 0) {
            console.progress(Math.min(done, total), total);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new BadInputException("FILE must be a file that can be read, but " + file + " is not there");
        }
    }
}
