package io.robotrader.examples.session;

import io.robotrader.config.ConfigException;
import io.robotrader.config.ConfigLoader;
import io.robotrader.config.LoadedConfig;
import io.robotrader.config.Origin;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.TradingMode;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.market.Bars;
import io.robotrader.engine.market.CsvBars;
import io.robotrader.examples.console.BadInputException;
import io.robotrader.examples.data.SampleData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a session trades and by which settings, read and checked as a whole.
 *
 * @param config the settings
 * @param sets at least one, each with the bars that are traded and no others
 */
record Inputs(RoboConfig config, List<DataSet> sets) {

    Inputs {
        sets = List.copyOf(sets);
    }

    static Inputs read(@Nullable Path configFile, @Nullable Path dataFolder, Map<String, String> environment)
            throws IOException {
        ConfigLoader loader = ConfigLoader.create().environment(environment);
        LoadedConfig loaded = (configFile == null
                        ? loader.text("the built-in session.yaml", ownSettings())
                        : loader.file(configFile))
                .load();
        if (loaded.config().execution().mode() == TradingMode.LIVE) {
            throw new BadInputException("execution.mode must be paper, but was live (" + loaded.origin("execution.mode")
                    + "): a session trades on a paper account.");
        }
        List<DataSet> all = dataFolder == null ? samples() : List.of(files(dataFolder));
        // Whoever names no symbols trades all that there is data for.
        if (loaded.origin("symbols").kind() == Origin.Kind.DEFAULT) {
            all.forEach(set -> checkSymbols(loaded.config(), set, dataFolder));
            return new Inputs(loaded.config(), all);
        }
        return new Inputs(loaded.config(), chosen(all, loaded.config().symbols()));
    }

    /** The settings for one data set. */
    RoboConfig configFor(DataSet set) {
        return config.withSymbols(set.symbols());
    }

    private static List<DataSet> chosen(List<DataSet> all, List<String> symbols) {
        TreeSet<String> known = new TreeSet<>();
        all.forEach(set -> known.addAll(set.symbols()));
        List<String> missing =
                symbols.stream().filter(symbol -> !known.contains(symbol)).toList();
        if (!missing.isEmpty()) {
            throw new BadInputException(
                    "no data for " + String.join(", ", missing) + "; there is data for " + String.join(", ", known));
        }
        List<DataSet> sets = new ArrayList<>();
        for (DataSet set : all) {
            if (set.symbols().stream().anyMatch(symbols::contains)) {
                sets.add(set.only(symbols));
            }
        }
        return sets;
    }

    /** Names of files become symbols, and a name may be none. */
    private static void checkSymbols(RoboConfig config, DataSet set, @Nullable Path folder) {
        try {
            config.withSymbols(set.symbols()).validated();
        } catch (ConfigException e) {
            throw new BadInputException(e.getMessage() + System.lineSeparator()
                    + "The symbols are the names of the files in " + folder
                    + "; rename a file, or name the symbols to trade in the settings.");
        }
    }

    private static String ownSettings() throws IOException {
        try (InputStream in = Inputs.class.getResourceAsStream("session.yaml")) {
            return new String(Objects.requireNonNull(in, "session.yaml").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<DataSet> samples() {
        return List.of(
                new DataSet("monthly", "Five stocks, month by month", SampleData.monthly()),
                new DataSet("daily", "Apple and the S&P 500, day by day", SampleData.daily()));
    }

    private static DataSet files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(
                    "--data must be a folder, but " + folder + (Files.exists(folder) ? " is a file" : " is not there"));
        }
        try {
            var bars = CsvBars.readDirectory(folder, MarketCalendars.nyse());
            return new DataSet("data", "Your data", Bars.merge(bars.values()));
        } catch (UncheckedIOException e) {
            throw new BadInputException("--data must be a folder that can be read, but: " + e.getMessage());
        }
    }
}
