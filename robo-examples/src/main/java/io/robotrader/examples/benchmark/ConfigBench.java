package io.robotrader.examples.benchmark;

import io.robotrader.config.ConfigFormat;
import io.robotrader.config.RoboConfig;
import io.robotrader.examples.RoboExamples;
import io.robotrader.examples.config.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How long a program waits for its settings: starts child processes in turns, an empty one first, and tells their ratios
 * within a round.
 */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "The start of a program that reads settings, against an empty one of the same JVM.")
public final class ConfigBench implements Callable<Integer> {

    private static final String EMPTY = "empty main";
    private static final double NANOS_PER_MILLI = 1e6;

    @Option(names = "--rounds", description = "Rounds (default: ${DEFAULT-VALUE}).", defaultValue = "15")
    private int rounds;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    /** Made by picocli. */
    public ConfigBench() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (rounds < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--rounds must be positive");
        }
        Path folder = Files.createTempDirectory("robo-start");
        Map<String, List<String>> candidates = candidates(folder);
        Map<String, double[]> times = new LinkedHashMap<>();
        try {
            // The first round reads the files of the JVM from the disk, and does not count.
            for (int round = -1; round < rounds; round++) {
                for (Map.Entry<String, List<String>> candidate : candidates.entrySet()) {
                    double millis = start(candidate.getValue());
                    if (round >= 0) {
                        times.computeIfAbsent(candidate.getKey(), name -> new double[rounds])[round] = millis;
                    }
                }
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        tell(times, spec.commandLine().getOut());
        return 0;
    }

    /** Each adds one thing to the one before it, or takes another kind of file. */
    private static Map<String, List<String>> candidates(Path folder) throws IOException {
        String yaml = file(folder, ConfigFormat.YAML);
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        candidates.put(EMPTY, List.of(EmptyStart.class.getName()));
        candidates.put("defaults", child("defaults", ""));
        candidates.put("environment, no file", child("environment", ""));
        candidates.put("file: properties", child("file", file(folder, ConfigFormat.PROPERTIES)));
        candidates.put("file: JSON", child("file", file(folder, ConfigFormat.JSON)));
        candidates.put("file: YAML", child("file", yaml));
        candidates.put("file: YAML, then Hibernate Validator", child("validator", yaml));
        candidates.put("`config show`, no file", List.of(Config.class.getName(), "show"));
        candidates.put("`config show`, YAML", List.of(Config.class.getName(), "show", yaml));
        candidates.put(
                "the launcher's `config show`, YAML", List.of(RoboExamples.class.getName(), "config", "show", yaml));
        return candidates;
    }

    private static List<String> child(String what, String file) {
        return List.of(ConfigStart.class.getName(), what, file);
    }

    private static String file(Path folder, ConfigFormat format) throws IOException {
        Path file = folder.resolve("robo." + format.name().toLowerCase(Locale.ROOT));
        return Files.writeString(file, format.write(RoboConfig.defaults())).toString();
    }

    private static double start(List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = ChildJvm.of(List.of(), arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        long before = System.nanoTime();
        int exit = builder.start().waitFor();
        double millis = (System.nanoTime() - before) / NANOS_PER_MILLI;
        if (exit != 0) {
            throw new IllegalStateException("a child must end well, but " + arguments + " ended with " + exit);
        }
        return millis;
    }

    private void tell(Map<String, double[]> times, PrintWriter out) {
        out.printf(
                "JDK %s, %d processors, %d rounds; read the ratios, not the times.%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), rounds);
        out.println("| process | ms | against an empty main (quartiles) |");
        out.println("|---|---:|---:|");
        double[] empty = times.getOrDefault(EMPTY, new double[0]);
        times.forEach((name, millis) -> {
            double[] ratios = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                ratios[round] = millis[round] / empty[round];
            }
            out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.2f (%.2f-%.2f) |%n",
                    name,
                    Duel.quantile(millis, 0.5),
                    Duel.quantile(ratios, 0.5),
                    Duel.quantile(ratios, 0.25),
                    Duel.quantile(ratios, 0.75));
        });
        out.flush();
    }
}
