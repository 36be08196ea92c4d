package io.robotrader.examples.session;

import io.robotrader.config.ConfigException;
import io.robotrader.config.RoboConfig;
import io.robotrader.engine.market.BadDataException;
import io.robotrader.examples.console.BadInputException;
import io.robotrader.examples.console.Console;
import io.robotrader.examples.console.Program;
import io.robotrader.examples.report.Figures.Figure;
import io.robotrader.examples.report.HtmlReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
    private static final int LABEL_WIDTH = 46;

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
            names = "--strategy",
            paramLabel = "CLASS",
            description =
                    "A strategy of your own in place of those of the settings: a public class on the class path with a"
                            + " public constructor without parameters.")
    private @Nullable String strategy;

    @Option(
            names = "--broker",
            paramLabel = "NAME",
            defaultValue = "gateway",
            description =
                    "Where orders go: gateway, over TCP through the client of Interactive Brokers' protocol to a simulated"
                            + " gateway that is started for it, or paper, which fills them in the process. The fills are"
                            + " the same. Default: ${DEFAULT-VALUE}")
    private String broker = "gateway";

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "robo-trader-output",
            description = "Where report and journals go; those of the last run are replaced. Default: ${DEFAULT-VALUE}")
    private Path output = Path.of("robo-trader-output");

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
            // What can be wrong is found before any file is touched.
            BrokerChoice choice = BrokerChoice.named(broker);
            if (strategy != null) {
                OwnStrategy.make(strategy);
            }
            Inputs inputs = Inputs.read(config, data, environment);
            try (OutputFolder folder = OutputFolder.open(output);
                    Console console = console()) {
                folder.clear();
                run(inputs, choice, folder, console);
            }
            return 0;
        } catch (BadInputException | BadDataException | ConfigException wrong) {
            err.println(wrong.getMessage());
            return BAD_INPUT;
        }
    }

    private void run(Inputs inputs, BrokerChoice choice, OutputFolder folder, Console console)
            throws IOException, InterruptedException {
        List<SessionResult> results = new ArrayList<>();
        for (DataSet set : inputs.sets()) {
            console.line("");
            console.line(
                    "== " + set.title() + ": " + set.bars().size() + " bars of " + String.join(", ", set.symbols()));
            RoboConfig settings = inputs.configFor(set);
            if (strategy == null) {
                warnOfFewBars(set, settings, console);
            }
            SessionResult result =
                    // Made anew: what one has seen is of one set of data.
                    SessionRun.run(
                            set,
                            settings,
                            Optional.ofNullable(strategy).map(OwnStrategy::make),
                            choice.broker(set, settings),
                            folder.journal(set),
                            console);
            console.progressDone();
            tell(result, console);
            results.add(result);
        }
        HtmlReport.write(SessionReport.page(results), folder.report());
        console.line("");
        console.line("Report: " + folder.report().toAbsolutePath());
    }

    private static void warnOfFewBars(DataSet set, RoboConfig settings, Console console) {
        int needed = settings.strategy().momentumLookback() + 1;
        set.shorterThan(needed)
                .forEach((symbol, bars) -> console.warning("no signal will come for " + symbol + ": the strategy needs "
                        + needed + " bars (strategy.momentumLookback and one), but there are " + bars));
    }

    private static void tell(SessionResult result, Console console) {
        console.line("");
        for (Figure figure : result.figures()) {
            console.line(Text.left(figure.label(), LABEL_WIDTH) + figure.value());
            for (Figure part : figure.parts()) {
                console.line(Text.left("  " + part.label(), LABEL_WIDTH) + part.value());
            }
        }
        console.line(Text.left("Journal", LABEL_WIDTH) + result.journal().toAbsolutePath());
    }

    private Console console() {
        // The terminal, if there is one, is what the process's own output goes to.
        boolean terminal =
                out == System.out && CommandLine.Help.Ansi.AUTO.enabled() && !"dumb".equals(environment.get("TERM"));
        return new Console(out, terminal, width(), environment.get("NO_COLOR"));
    }

    private int width() {
        String columns = environment.get("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    }
}
