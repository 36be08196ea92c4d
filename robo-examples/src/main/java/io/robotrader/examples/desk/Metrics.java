package io.robotrader.examples.desk;

import io.robotrader.examples.console.BadInputException;
import io.robotrader.examples.console.Json;
import io.robotrader.examples.console.Program;
import io.robotrader.risk.metrics.Drawdowns;
import io.robotrader.risk.metrics.Estimate;
import io.robotrader.risk.metrics.ReturnMetrics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** What does this track record say? */
@Command(
        name = "metrics",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Computes the figures of a series of prices or returns, oldest first, from a CSV file.",
            "A figure that cannot be told comes with the reason. Fractions are fractions: 0.02 is 2 %%."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the figures are told", "2:the options or the file are wrong"})
public final class Metrics implements Callable<Integer> {

    private static final int BAD_INPUT = 2;

    @Parameters(paramLabel = "FILE", description = "One column of numbers, or columns named by the first row.")
    private Path file = Path.of("");

    @Option(
            names = "--column",
            paramLabel = "NAME",
            description = "Which column. Default: Close, or else the only one.")
    private @Nullable String column;

    @Option(names = "--returns", description = "The numbers are simple returns, 0.01 for 1 %%, and not prices.")
    private boolean areReturns;

    @Option(
            names = "--periods",
            paramLabel = "N",
            defaultValue = "252",
            description = "How many of them a year has. Default: ${DEFAULT-VALUE}")
    private double periods = 252;

    @Option(
            names = "--confidence",
            paramLabel = "P",
            defaultValue = "0.95",
            description = "Of value at risk and expected shortfall. Default: ${DEFAULT-VALUE}")
    private double confidence = 0.95;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Made by the launcher. */
    public Metrics() {}

    /**
     * Tells the figures of a series.
     *
     * @param args the file and the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Metrics()), args);
    }

    @Override
    public Integer call() {
        CommandLine program = Given.required(spec, "spec").commandLine();
        try {
            checkOptions();
            double[] numbers = Series.read(file, column);
            double[] returns = areReturns ? numbers : Series.returns(file, numbers);
            Map<String, Estimate> figures = figures(returns);
            if (json) {
                Json.print(json(returns.length, figures), program.getOut());
            } else {
                tell(returns.length, figures, program.getOut());
            }
            return 0;
        } catch (BadInputException wrong) {
            program.getErr().println(wrong.getMessage());
            return BAD_INPUT;
        } catch (IllegalArgumentException wrong) {
            program.getErr().println(file + ": " + wrong.getMessage());
            return BAD_INPUT;
        }
    }

    private void checkOptions() {
        if (!(periods > 0 && periods < Double.POSITIVE_INFINITY)) {
            throw new BadInputException("--periods must be positive and finite, but was " + periods);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new BadInputException("--confidence must be in (0, 1), but was " + confidence);
        }
    }

    private Map<String, Estimate> figures(double[] returns) {
        ReturnMetrics metrics = ReturnMetrics.of(returns, periods);
        Map<String, Estimate> figures = new LinkedHashMap<>();
        figures.put("annualReturn", metrics.annualReturn());
        figures.put("volatility", metrics.volatility());
        figures.put("sharpe", metrics.sharpe(0));
        figures.put("sortino", metrics.sortino(0));
        figures.put("calmar", metrics.calmar());
        figures.put("maxDrawdown", metrics.maxDrawdown());
        figures.put("currentDrawdown", Drawdowns.of(returns).currentDepth());
        figures.put("historicalVar", metrics.historicalVar(confidence));
        figures.put("gaussianVar", metrics.tailRisk().gaussianVar(confidence));
        figures.put("cornishFisherVar", metrics.tailRisk().cornishFisherVar(confidence));
        figures.put("expectedShortfall", metrics.expectedShortfall(confidence));
        return figures;
    }

    private static void tell(int returns, Map<String, Estimate> figures, PrintWriter out) {
        out.println(returns + " returns");
        figures.forEach((name, figure) -> out.println(String.format(
                Locale.ROOT,
                "%-18s %s",
                name,
                figure.isKnown()
                        ? String.format(Locale.ROOT, "%10.4f", figure.value().orElseThrow())
                        : "unknown: " + figure.reason())));
        out.flush();
    }

    private static ObjectNode json(int returns, Map<String, Estimate> figures) {
        ObjectNode answer = Json.object();
        answer.put("returns", returns);
        figures.forEach((name, figure) -> {
            ObjectNode told = answer.putObject(name);
            if (figure.isKnown()) {
                told.put("value", figure.value().orElseThrow());
            } else {
                told.putNull("value").put("reason", figure.reason());
            }
        });
        return answer;
    }
}
