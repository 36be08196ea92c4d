package io.robotrader.examples.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the benchmarks, where all of them are run.
 *
 * @param heading what it stands under
 * @param jvm what its JVM is told
 * @param arguments its name, and the options it is run with
 * @param least the options with which it measures as little as it can
 */
record BenchRun(String heading, List<String> jvm, List<String> arguments, List<String> least) {

    /** A heap of its full size from the start, without which correlations pay for fresh pages (docs/performance.md). */
    private static final List<String> FULL_HEAP = List.of("-Xms1500m", "-XX:+AlwaysPreTouch");

    static final List<BenchRun> ALL = List.of(
            new BenchRun("The risk gate", List.of(), List.of("risk"), List.of("--slice", "1", "--rounds", "1")),
            new BenchRun(
                    "Correlation",
                    FULL_HEAP,
                    List.of("correlation"),
                    List.of("--slice", "1", "--rounds", "1", "--sizes", "8")),
            new BenchRun("Start", List.of(), List.of("config"), List.of("--rounds", "1")),
            new BenchRun("IBKR's wire", List.of(), List.of("tws"), List.of("--slice", "1", "--rounds", "1")),
            new BenchRun(
                    "Engine",
                    List.of(),
                    List.of("engine"),
                    List.of("--rounds", "1", "--samples", "20", "--symbols", "3")));

    /** The same with as little to measure as can be, and nothing asked of the JVM. */
    BenchRun shortened() {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(least);
        return new BenchRun(heading, List.of(), all, List.of());
    }

    ProcessBuilder process() {
        List<String> program = new ArrayList<>();
        program.add(Bench.class.getName());
        program.addAll(arguments);
        return ChildJvm.of(jvm, program);
    }

    /** What a person would type after {@code java}. */
    String typed() {
        List<String> words = new ArrayList<>(jvm);
        words.addAll(List.of("-jar", "robo-examples/target/robo-examples.jar", "bench"));
        words.addAll(arguments);
        return String.join(" ", words);
    }
}
