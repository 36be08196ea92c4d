package io.robotrader.examples.benchmark;

import io.robotrader.correlation.CorrelationBatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures correlations against their goals, once with each kernel: the JVM decides on one when it starts. */
@Command(
        name = "correlation",
        mixinStandardHelpOptions = true,
        description = "Correlations against their goals, with OpenBLAS and Commons Math in the same run: first with the"
                + " plain kernel and then, in a JVM of its own, with the vector kernel.")
public final class CorrelationBench implements Callable<Integer> {

    private static final String VECTORS = "jdk.incubator.vector";

    @Option(names = "--slice", description = "Milliseconds a turn (default: ${DEFAULT-VALUE}).", defaultValue = "50")
    private int slice;

    @Option(names = "--rounds", description = "Rounds (default: ${DEFAULT-VALUE}).", defaultValue = "21")
    private int rounds;

    @Option(
            names = "--sizes",
            split = ",",
            description = "Symbols (default: ${DEFAULT-VALUE}).",
            defaultValue = "50,500,2000")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private int[] sizes;

    @Option(names = "--this-jvm", description = "Starts no other JVM: measures with the kernel that this one has.")
    private boolean alone;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Measures nothing but bars of 50 to 5,000 symbols, and draws them as an SVG into this file.")
    private @Nullable Path plot;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    /** Made by picocli. */
    public CorrelationBench() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (slice < 1 || rounds < 1 || Arrays.stream(sizes).anyMatch(size -> size < 2)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--slice and --rounds must be positive, and --sizes at least 2");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (plot != null) {
            return draw(plot, out);
        }
        boolean withPeer = OpenBlas.isThere();
        Duel duel = new Duel(TimeUnit.MILLISECONDS.toNanos(slice), rounds);
        CorrelationDuels duels = new CorrelationDuels(duel, sizes, withPeer);
        duel.run();
        out.printf(
                "JDK %s, %d processors, %s kernel, %d returns a symbol, %d rounds of %d ms a candidate; read the"
                        + " ratios, not the times.%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                CorrelationDuels.kernel(),
                CorrelationDuels.TIMES,
                rounds,
                slice);
        if (!withPeer) {
            out.println("OpenBLAS is not there, so nothing is compared with it. On Linux on x86-64, build with"
                    + " `mvn -Pbench package`: it adds 20 MB to target/lib.");
        }
        out.println(DuelTable.of(duel, duels.goals()));
        out.printf("(%d)%n", duel.seen());
        out.flush();
        if (alone || CorrelationBatch.usesVectorModule()) {
            return 0;
        }
        if (ModuleFinder.ofSystem().find(VECTORS).isEmpty()) {
            out.println("This JDK has no module " + VECTORS + ", so there is no vector kernel to measure.");
            return 0;
        }
        return runWithVectors(out);
    }

    private int draw(Path file, PrintWriter out) throws IOException {
        boolean chosen = spec.commandLine().getParseResult().hasMatchedOption("--sizes");
        BarCosts costs = BarCosts.measure(
                chosen ? sizes : new int[] {50, 100, 200, 500, 1000, 2000, 5000},
                TimeUnit.MILLISECONDS.toNanos(slice),
                rounds);
        Files.writeString(file, costs.svg());
        out.print(costs.table());
        out.printf(
                "JDK %s; the heap may grow to %d MB; drawn into %s%n",
                Runtime.version(), Runtime.getRuntime().maxMemory() >> 20, file);
        out.flush();
        return 0;
    }

    private int runWithVectors(PrintWriter out) throws IOException, InterruptedException {
        // The heap that this JVM was given, so that both measure under the same conditions.
        List<String> jvm = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-X"))
                .toList());
        jvm.addAll(List.of("--add-modules", VECTORS));
        List<String> program = new ArrayList<>(List.of(Bench.class.getName(), "correlation", "--this-jvm"));
        program.addAll(List.of("--slice", Integer.toString(slice), "--rounds", Integer.toString(rounds)));
        program.add("--sizes");
        program.add(Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining(",")));
        // Its warnings, that the module is in incubation, go where ours would.
        Process process = ChildJvm.of(jvm, program)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        out.flush();
        return process.waitFor();
    }
}
