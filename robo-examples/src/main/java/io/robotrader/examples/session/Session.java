package io.robotrader.examples.session;

import io.robotrader.config.ConfigException;
import io.robotrader.config.ConfigLoader;
import io.robotrader.config.LoadedConfig;
import io.robotrader.config.Origin;
import io.robotrader.config.RoboConfig;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.market.BadDataException;
import io.robotrader.engine.market.Bars;
import io.robotrader.engine.market.CsvBars;
import io.robotrader.examples.console.Console;
import io.robotrader.examples.console.Program;
import io.robotrader.examples.data.SampleData;
import io.robotrader.examples.report.Figures.Figure;
import io.robotrader.examples.report.HtmlReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What does a trading session look like, from the first bar to the report? */
@Command(
        name = "session",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trades recorded prices in virtual time on a paper account, tells what happens, and writes a report.",
            "Without --data it trades real prices that come with it: Apple and the S&P 500 by day, five stocks by month."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the session ran", "1:it broke", "2:the options, the settings or the data are wrong"})
public final class Session implements Callable<Integer> {

    private static final int BAD_INPUT = 2;
    private static final int DEFAULT_WIDTH = 80;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Trade the *.csv files of this folder instead, one symbol a file: Date,Open,High,Low,Close,Volume.")
    private @Nullable Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Settings in YAML in place of the example's own; ROBO_... environment variables override both.")
    private @Nullable Path config;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "robo-trader-output",
            description = "Where report and journals go; those of the last run are replaced. Default: ${DEFAULT-VALUE}")
    private Path output = Path.of("robo-trader-output");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** Made by the launcher: the process's own environment and streams. */
    public Session() {
        this(System.getenv(), System.out, System.err);
    }

    Session(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs a session.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Session()), args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            LoadedConfig settings = settings();
            List<SessionResult> results = new ArrayList<>();
            try (Console console = console()) {
                for (DataSet set : dataSets()) {
                    results.add(trade(set, settings, console));
                }
                Path report = output.resolve("report.html");
                HtmlReport.write(SessionReport.page(results), report);
                console.line("");
                console.line("Report: " + report.toAbsolutePath());
            }
            return 0;
        } catch (BadDataException | ConfigException wrong) {
            err.println(wrong.getMessage());
            return BAD_INPUT;
        }
    }

    private SessionResult trade(DataSet set, LoadedConfig settings, Console console)
            throws IOException, InterruptedException {
        RoboConfig chosen = settings.config();
        // Whoever names no symbols trades all that there is data for.
        RoboConfig complete =
                settings.origin("symbols").kind() == Origin.Kind.DEFAULT ? chosen.withSymbols(set.symbols()) : chosen;
        console.line("");
        console.line(
                "== " + set.title() + ": " + set.bars().size() + " bars of " + String.join(", ", complete.symbols()));
        SessionResult result = SessionRun.run(set, complete, Files.createDirectories(output), console);
        console.line("");
        for (Figure figure : result.figures()) {
            console.line(Text.left(figure.label(), 28) + figure.value());
        }
        console.line(Text.left("Journal", 28) + result.journal().toAbsolutePath());
        return result;
    }

    private LoadedConfig settings() throws IOException {
        ConfigLoader loader = ConfigLoader.create().environment(environment);
        return (config == null ? loader.yaml("session.yaml", ownSettings()) : loader.file(config)).load();
    }

    private static String ownSettings() throws IOException {
        try (InputStream in = Session.class.getResourceAsStream("session.yaml")) {
            return new String(Objects.requireNonNull(in, "session.yaml").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<DataSet> dataSets() {
        if (data == null) {
            return List.of(
                    new DataSet("monthly", "Five stocks, month by month", SampleData.monthly()),
                    new DataSet("daily", "Apple and the S&P 500, day by day", SampleData.daily()));
        }
        try {
            var bars = CsvBars.readDirectory(data, MarketCalendars.nyse());
            return List.of(new DataSet("data", "Your data", Bars.merge(bars.values())));
        } catch (UncheckedIOException unreadable) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--data must be a folder that can be read, but: " + unreadable.getMessage());
        }
    }

    private Console console() {
        // The terminal, if there is one, is what the process's own output goes to.
        boolean terminal = out == System.out && CommandLine.Help.Ansi.AUTO.enabled();
        return new Console(out, terminal, width(), environment.get("NO_COLOR"));
    }

    private int width() {
        String columns = environment.get("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    }
}
