package io.robotrader.examples.correlate;

import io.robotrader.correlation.CorrelationCsv;
import io.robotrader.correlation.CorrelationJson;
import io.robotrader.correlation.CorrelationSettings;
import io.robotrader.examples.console.BadInputException;
import io.robotrader.examples.console.Console;
import io.robotrader.examples.console.Json;
import io.robotrader.examples.console.Program;
import io.robotrader.examples.report.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which of these move together, and what would spread the risk? */
@Command(
        name = "correlate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells which prices move together: matrix, highest pairs, clusters, sectors, what a portfolio risks.",
            "What the data cannot tell is said to be not known, and is never 0. Documentation: docs/correlation.md."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the correlations are told",
            "1:an output cannot be written",
            "2:the options or the files are wrong"
        })
public final class Correlate implements Callable<Integer> {

    private static final int BAD_INPUT = 2;
    private static final int WIDTH = 80;
    private static final double DECAY = 0.94;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "CSV, also gzipped: a column Date and a column a symbol; or Date and Close, the symbol being the",
                "file's name; or symbol, date, price. Rows ascend in time; an empty cell is a day without a price."
            })
    private List<Path> files = List.of();

    @Option(
            names = "--estimator",
            paramLabel = "NAME",
            defaultValue = "pearson",
            converter = EstimatorChoice.Converter.class,
            description =
                    "pearson, ewma, spearman, kendall, ledoit-wolf or ledoit-wolf-identity. Default: ${DEFAULT-VALUE}")
    private EstimatorChoice estimator = EstimatorChoice.PEARSON;

    @Option(
            names = "--decay",
            paramLabel = "D",
            description = "Of ewma: what is left of a weight a row later. Default: " + DECAY)
    private @Nullable Double decay;

    @Option(
            names = "--lookback",
            paramLabel = "N",
            defaultValue = "60",
            description = "How many of the last rows are looked at. Default: ${DEFAULT-VALUE}")
    private int lookback = 60;

    @Option(
            names = "--min-observations",
            paramLabel = "N",
            defaultValue = "30",
            description = "How many returns a pair must share to be known. Default: ${DEFAULT-VALUE}")
    private int minimumObservations = 30;

    @Option(
            names = "--threshold",
            paramLabel = "R",
            defaultValue = "0.7",
            description = "Above which absolute correlation a pair is listed. Default: ${DEFAULT-VALUE}")
    private double threshold = 0.7;

    @Option(names = "--as-of", paramLabel = "DATE", description = "Leave out later rows. Default: the last row.")
    private @Nullable LocalDate asOf;

    @Option(names = "--sectors", paramLabel = "FILE", description = "CSV with the header symbol,sector.")
    private @Nullable Path sectors;

    @Option(names = "--held", paramLabel = "SYMBOL", split = ",", description = "What is held, in equal parts.")
    private List<String> held = List.of();

    @Option(
            names = "--weights",
            paramLabel = "SYMBOL=W",
            split = ",",
            converter = Weight.Converter.class,
            description = "What is held, as fractions; negative for short: AAPL=0.3,XOM=-0.1")
    private List<Weight> weights = List.of();

    @Option(
            names = "--candidate-weight",
            paramLabel = "W",
            description = "The weight of what is suggested. Default: the mean absolute weight of what is held.")
    private @Nullable Double candidateWeight;

    @Option(
            names = "--clusters",
            paramLabel = "N",
            description = "How many clusters. Default: the root of the symbols.")
    private int clusters;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with a heat map, too.")
    private @Nullable Path html;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Write the matrix, too: as JSON if the name ends in .json, else as CSV.")
    private @Nullable Path save;

    @Option(names = "--progress", description = "Tell how far it has come, also where it is no terminal.")
    private boolean progress;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Made by the launcher. */
    public Correlate() {}

    /**
     * Tells the correlations of prices.
     *
     * @param args the files and the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Correlate()), args);
    }

    @Override
    public Integer call() throws IOException {
        CommandLine program = Objects.requireNonNull(spec, "spec").commandLine();
        try {
            Findings findings = findings();
            if (json) {
                Json.print(FindingsJson.of(findings), program.getOut());
            } else {
                FindingsText.print(findings, program.getOut());
            }
            write(findings);
            return 0;
        } catch (BadInputException | IllegalArgumentException wrong) {
            program.getErr().println(wrong.getMessage());
            return BAD_INPUT;
        }
    }

    private Findings findings() {
        CorrelationSettings settings = new CorrelationSettings(lookback, minimumObservations, threshold);
        if (!held.isEmpty() && !weights.isEmpty()) {
            throw new BadInputException("--held must not be given beside --weights, but both are");
        }
        if (clusters < 0) {
            throw new BadInputException("--clusters must be positive, but was " + clusters);
        }
        if (candidateWeight != null && !Double.isFinite(candidateWeight)) {
            throw new BadInputException("--candidate-weight must be finite, but was " + candidateWeight);
        }
        if (decay != null && estimator != EstimatorChoice.EWMA) {
            throw new BadInputException(
                    "--decay must not be given without --estimator ewma, but is: the others have none");
        }
        if (candidateWeight != null && held.isEmpty() && weights.isEmpty()) {
            throw new BadInputException(
                    "--candidate-weight must not be given without --held or --weights, but is: nothing is suggested");
        }
        double weightOfCandidates = candidateWeight == null ? Double.NaN : candidateWeight;
        Map<String, String> sectorBySymbol = sectors == null ? Map.of() : SectorFile.read(sectors);
        Map<String, SortedMap<Instant, Double>> prices;
        try (Console console = console()) {
            prices = PriceFiles.read(files, asOf, progressShown() ? console : null);
        }
        Map<String, Double> book = book();
        book.keySet().forEach(symbol -> {
            if (!prices.containsKey(symbol)) {
                throw new BadInputException(
                        "no prices of " + symbol + "; there are prices of " + String.join(", ", prices.keySet()));
            }
        });
        return Findings.of(
                prices,
                new Question(
                        estimator,
                        decay == null ? DECAY : decay,
                        settings,
                        sectorBySymbol,
                        book,
                        weightOfCandidates,
                        clusters));
    }

    private Map<String, Double> book() {
        Map<String, Double> book = new TreeMap<>();
        weights.forEach(one -> put(book, "--weights", one.symbol(), one.weight()));
        held.forEach(symbol -> put(book, "--held", symbol, 1.0 / held.size()));
        return book;
    }

    private static void put(Map<String, Double> book, String option, String symbol, double weight) {
        if (book.put(symbol, weight) != null) {
            throw new BadInputException(option + " must name each symbol once, but names " + symbol + " again");
        }
    }

    private void write(Findings findings) throws IOException {
        if (html != null) {
            HtmlReport.write(FindingsPage.of(findings), html);
        }
        if (save != null) {
            boolean asJson = save.toString().toLowerCase(Locale.ROOT).endsWith(".json");
            Files.writeString(
                    save, asJson ? CorrelationJson.write(findings.matrix()) : CorrelationCsv.write(findings.matrix()));
        }
    }

    private boolean progressShown() {
        return progress || isTerminal();
    }

    private Console console() {
        return new Console(System.err, isTerminal(), WIDTH, System.getenv("NO_COLOR"));
    }

    private static boolean isTerminal() {
        return CommandLine.Help.Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM"));
    }
}
