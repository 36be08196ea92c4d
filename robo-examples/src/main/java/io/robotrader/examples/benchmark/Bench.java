package io.robotrader.examples.benchmark;

import io.robotrader.examples.console.Program;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists the benchmarks, and runs the one that is named. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "How fast is it? Measures candidates in turn and tells their ratios.",
        subcommands = {RiskBench.class, CorrelationBench.class, ConfigBench.class, TwsBench.class, EngineBench.class},
        synopsisSubcommandLabel = "COMMAND")
public final class Bench implements Runnable {

    /** Makes the command; {@link #main} is the door. */
    public Bench() {}

    /**
     * Runs the benchmark that the arguments name.
     *
     * @param args the benchmark and its options; nothing to list them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Bench()), args);
    }

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        spec.commandLine().usage(out);
        out.flush();
    }
}
