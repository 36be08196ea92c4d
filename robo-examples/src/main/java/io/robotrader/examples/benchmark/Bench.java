package io.robotrader.examples.benchmark;

import io.robotrader.examples.console.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs all benchmarks one after another, or the one that is named. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "How fast is it? Measures candidates in turn and tells their ratios.",
            "Without a COMMAND all of them are run, each in a JVM of its own with the options that it wants: some ten"
                    + " minutes."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:measured", "1:a benchmark failed, which is told", "2:the options are wrong"},
        subcommands = {RiskBench.class, CorrelationBench.class, ConfigBench.class, TwsBench.class, EngineBench.class},
        synopsisSubcommandLabel = "[COMMAND]")
public final class Bench implements Callable<Integer> {

    private final InstantSource clock;
    private final List<BenchRun> runs;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Writes all of it into this file as well, as a page of Markdown; without a COMMAND.")
    private @Nullable Path file;

    @Option(
            names = "--short",
            description = "Measures as little as can be: shows that everything runs, the figures say nothing.")
    private boolean brief;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    /** Makes the command; {@link #main} is the door. */
    public Bench() {
        this(InstantSource.system(), BenchRun.ALL);
    }

    Bench(InstantSource clock, List<BenchRun> runs) {
        this.clock = clock;
        this.runs = runs;
    }

    /**
     * Runs the benchmark that the arguments name.
     *
     * @param args the benchmark and its options; without one, all are run
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Bench()), args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        BenchPage page = new BenchPage(out, file);
        String machine = Machine.describe(clock.instant());
        try {
            page.begin(brief ? machine + " As short as can be: the figures say nothing." : machine);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--write must be a file that can be written, but was " + file, e);
        }
        return page.run(brief ? runs.stream().map(BenchRun::shortened).toList() : runs);
    }
}
