package io.robotrader.examples.benchmark;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the risk gate against its goals: duels in one JVM by default, JMH if asked. */
@Command(
        name = "risk",
        mixinStandardHelpOptions = true,
        description = "The risk gate against its goals, with exchange-core's margin check in the same run.")
public final class RiskBench implements Callable<Integer> {

    @Option(names = "--slice", description = "Milliseconds a turn (default: ${DEFAULT-VALUE}).", defaultValue = "50")
    private int slice;

    @Option(names = "--rounds", description = "Rounds (default: ${DEFAULT-VALUE}).", defaultValue = "41")
    private int rounds;

    @Option(names = "--jmh", description = "Runs JMH with its gc profiler in place of the duels; takes minutes.")
    private boolean jmh;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    /** Made by picocli. */
    public RiskBench() {}

    @Override
    public Integer call() throws RunnerException {
        if (slice < 1 || rounds < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--slice and --rounds must be positive");
        }
        if (jmh) {
            Options options = new OptionsBuilder()
                    .include(GateBenchmark.class.getSimpleName())
                    .addProfiler(GCProfiler.class)
                    .build();
            new Runner(options).run();
            return 0;
        }
        Duel duel = RiskDuels.run(TimeUnit.MILLISECONDS.toNanos(slice), rounds);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "JDK %s, %d processors, %d limits on, %d rounds of %d ms a candidate; read the ratios, not the times.%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), GateScene.LIMITS, rounds, slice);
        out.println(DuelTable.of(duel, RiskDuels.GOALS));
        out.printf("(%d operations)%n", duel.seen());
        out.flush();
        return 0;
    }
}
