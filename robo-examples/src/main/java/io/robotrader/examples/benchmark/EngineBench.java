package io.robotrader.examples.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the trading engine: its start, the way of a bar to an order, its memory, and how soon a halt takes hold. */
@Command(
        name = "engine",
        mixinStandardHelpOptions = true,
        description = "The engine: start, bars a second, bar to order, health report, memory, halt to cancels.")
public final class EngineBench implements Callable<Integer> {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MEGABYTE = 1024.0 * 1024.0;
    private static final double KILOBYTES_PER_MEGABYTE = 1024.0;
    private static final double MOST_START = 300;
    private static final double MOST_PROCESS = 1500;
    private static final double LEAST_EVENTS = 1e6;
    private static final double MOST_ORDER = 50;
    private static final double MOST_HEALTH = 10;
    private static final double MOST_CANCELS = 5;
    private static final double HEAP = 16;
    private static final int FEW = 4;
    private static final int MANY = 100;
    private static final int WRITTEN = 10;
    private static final int RESTED = 10;
    private static final Duration REST = Duration.ofNanos(200_000);
    private static final double HEAP_PER_SYMBOL = 0.0025;

    @Option(names = "--rounds", description = "Rounds (default: ${DEFAULT-VALUE}).", defaultValue = "11")
    private int rounds;

    @Option(names = "--samples", description = "Bars a round (default: ${DEFAULT-VALUE}).", defaultValue = "40000")
    private int samples;

    @Option(
            names = "--symbols",
            split = ",",
            description = "Heap at (default: ${DEFAULT-VALUE}).",
            defaultValue = "20,100,1000")
    private List<Integer> symbols = List.of();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    /** Made by picocli. */
    public EngineBench() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1 || samples < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--rounds and --samples must be positive");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "JDK %s, %d processors, %d rounds, %d bars a round%n%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), rounds, samples);
        out.println("| what | p50 | p99 | goal | met |");
        out.println("|---|---:|---:|---:|---|");
        rates();
        orders();
        double[] health = EngineCosts.healthNanos(rounds, samples);
        for (int i = 0; i < health.length; i++) {
            health[i] /= NANOS_PER_MICRO;
        }
        most("health report, us", health, 0.5, MOST_HEALTH);
        most("halt to the last of 20 cancels, ms", EngineCosts.cancelMillis(rounds), 0.5, MOST_CANCELS);
        most("start to READY, warm, ms", EngineCosts.startMillis(rounds), 0.5, MOST_START);
        most("start to READY, process, ms", processMillis(List.of()), 0.5, MOST_PROCESS);
        most("start to READY, process, class-data archive, ms", archivedMillis(), 0.5, MOST_PROCESS);
        for (int count : symbols) {
            String[] used = child(List.of(), "memory", String.valueOf(count)).split(" ", -1);
            String what = String.format(Locale.ROOT, "heap after collection at %d symbols, MB", count);
            double heap = Long.parseLong(used[0]) / MEGABYTE;
            row(what, heap, heap, "at most", HEAP + count * HEAP_PER_SYMBOL, heap <= HEAP + count * HEAP_PER_SYMBOL);
            double resident = Long.parseLong(used[1]) / KILOBYTES_PER_MEGABYTE;
            out.printf(Locale.ROOT, "| resident at %d symbols, -Xmx256m, MB | %.1f | | | |%n", count, resident);
        }
        out.flush();
        return 0;
    }

    private void rates() throws IOException, InterruptedException {
        least("bars a second through the core", EngineRates.quiet(rounds, samples, FEW), LEAST_EVENTS);
        least("the same, 100 symbols", EngineRates.quiet(rounds, samples, MANY), LEAST_EVENTS);
        least("the same, three strategies and their orders", EngineRates.trading(rounds, samples, FEW), LEAST_EVENTS);
        double[] written = EngineRates.written(rounds, Math.max(1, samples / WRITTEN), FEW);
        seen("bars a second, each in a journal in a file", written, 0.01);
    }

    private void orders() throws InterruptedException {
        OrderWay busy = OrderWay.of(samples, Duration.ZERO, Duration.ZERO);
        most("bar to order sent, us", busy.whole(), 0.99, MOST_ORDER);
        seen("of that behind the strategy's call, us", busy.inside(), 0.99);
        int few = Math.max(1, samples / RESTED);
        most("after a rest of 0.2 ms, us", OrderWay.of(few, REST, Duration.ZERO).whole(), 0.99, MOST_ORDER);
        most(
                "after that rest, awake, us",
                OrderWay.of(few, REST, REST.multipliedBy(RESTED)).whole(),
                0.99,
                MOST_ORDER);
        seen("to wake a thread after that rest, us", OrderWay.wakeMicros(few, REST), 0.99);
    }

    private void seen(String what, double[] values, double share) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "| %s | %,.2f | %,.2f | | |%n",
                        what,
                        Duel.quantile(values, 0.5),
                        Duel.quantile(values, share));
    }

    private void least(String what, double[] values, double goal) {
        double median = Duel.quantile(values, 0.5);
        row(what, median, Duel.quantile(values, 0.01), "at least", goal, median >= goal);
    }

    private void most(String what, double[] values, double share, double goal) {
        boolean met = Duel.quantile(values, share) <= goal;
        row(what, Duel.quantile(values, 0.5), Duel.quantile(values, 0.99), "at most", goal, met);
    }

    private void row(String what, double median, double bad, String sense, double goal, boolean met) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "| %s | %,.2f | %,.2f | %s %,.2f | %s |%n",
                        what,
                        median,
                        bad,
                        sense,
                        goal,
                        met ? "yes" : "**no**");
    }

    private double[] processMillis(List<String> options) throws IOException, InterruptedException {
        double[] millis = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            long before = System.nanoTime();
            child(options, "start");
            if (round >= 0) {
                millis[round] = (System.nanoTime() - before) / NANOS_PER_MILLI;
            }
        }
        return millis;
    }

    /** With the classes of an earlier start kept in a file. Where classes do not come out of jars, nothing is kept. */
    private double[] archivedMillis() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("robo-bench");
        Path archive = folder.resolve("classes.jsa");
        try {
            Process first = process(List.of("-XX:ArchiveClassesAtExit=" + archive), "start");
            first.getInputStream().readAllBytes();
            first.waitFor();
            return processMillis(List.of("-XX:SharedArchiveFile=" + archive));
        } finally {
            Files.deleteIfExists(archive);
            Files.delete(folder);
        }
    }

    /** The first line of what a child says; until then it is waited for. */
    private static String child(List<String> options, String... arguments) throws IOException, InterruptedException {
        Process process = process(options, arguments);
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("a child must say something, but ended with " + process.waitFor());
            }
            return line;
        } finally {
            process.destroy();
        }
    }

    private static Process process(List<String> options, String... arguments) throws IOException {
        List<String> jvm = new ArrayList<>(options);
        jvm.add("-Xmx256m");
        List<String> program = new ArrayList<>();
        program.add(EngineStart.class.getName());
        program.addAll(List.of(arguments));
        return ChildJvm.of(jvm, program)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
