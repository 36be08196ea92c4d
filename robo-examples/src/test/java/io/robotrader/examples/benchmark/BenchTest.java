package io.robotrader.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-09T23:30:00Z"));
    private static final BenchRun BROKEN = new BenchRun("Broken", List.of(), List.of("nonsense"), List.of());
    private static final BenchRun RISK = BenchRun.ALL.get(0);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void without_a_name_all_are_measured_and_written_as_one_page(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("page.md");

        int exit = bench(BenchRun.ALL).execute("--short", "--write", file.toString());

        assertThat(exit).isZero();
        String page = Files.readString(file);
        assertThat(page)
                .isEqualTo(out.toString().replace(System.lineSeparator(), "\n"))
                .startsWith("# Benchmarks\n\nMeasured on 2026-03-09 (UTC)")
                .contains(", with the JDK " + Runtime.version(), "the figures say nothing")
                .containsSubsequence(
                        "\n## The risk gate\n",
                        "| exchange-core margin check, 20 |",
                        "\n## Correlation\n",
                        "| Commons Math, 8 |",
                        "\n## Start\n",
                        "| file: YAML, then Hibernate Validator |",
                        "\n## IBKR's wire\n",
                        "| split and parse tick price |",
                        "\n## Engine\n",
                        "| resident at 3 symbols, -Xmx256m, MB |")
                .doesNotContain("failed");
    }

    @Test
    void a_benchmark_that_fails_is_told_and_the_next_is_run(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("page.md");

        int exit = bench(List.of(BROKEN, RISK)).execute("--short", "--write", file.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(Files.readString(file))
                .containsSubsequence(
                        "\n## Broken\n\n",
                        "**This benchmark failed** with exit code 2;",
                        "\n## The risk gate\n\n",
                        "| check, 20 positions |");
    }

    @Test
    void a_page_that_cannot_be_written_is_told_before_anything_is_measured(@TempDir Path folder) {
        int exit = bench(List.of(BROKEN)).execute("--write", folder.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("--write must be a file that can be written, but was " + folder);
        assertThat(out.toString()).doesNotContain("## Broken");
    }

    @Test
    void every_benchmark_is_one_of_all() {
        assertThat(BenchRun.ALL)
                .extracting(run -> run.arguments().get(0))
                .containsExactlyInAnyOrderElementsOf(
                        bench(BenchRun.ALL).getSubcommands().keySet());
    }

    @Test
    void correlations_are_measured_with_a_heap_of_full_size_as_a_person_would_type_it() {
        BenchRun correlation = BenchRun.ALL.get(1);

        assertThat(correlation.process().command())
                .containsSubsequence("-Xms1500m", "-XX:+AlwaysPreTouch", Bench.class.getName(), "correlation");
        assertThat(correlation.typed())
                .isEqualTo("-Xms1500m -XX:+AlwaysPreTouch -jar robo-examples/target/robo-examples.jar"
                        + " bench correlation");
    }

    @Test
    void the_commit_is_told_in_our_own_checkout_alone(@TempDir Path elsewhere) throws Exception {
        assertThat(Machine.commit(elsewhere)).isEmpty();

        assumeTrue(Files.exists(Path.of("..", ".git")));
        assertThat(Machine.commit(Path.of("src")).orElse("no git")).matches("[0-9a-f]{7,}( with changes)?|no git");
    }

    @Test
    void the_processor_is_what_linux_says_and_elsewhere_the_architecture(@TempDir Path folder) throws Exception {
        Path cpuinfo = Files.writeString(folder.resolve("cpuinfo"), "processor\t: 0\nmodel name\t: A Fast One\n");

        assertThat(Machine.processor(cpuinfo)).isEqualTo("A Fast One");
        assertThat(Machine.processor(folder.resolve("none"))).isEqualTo(System.getProperty("os.arch"));
    }

    private CommandLine bench(List<BenchRun> runs) {
        return new CommandLine(new Bench(CLOCK, runs))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
    }
}
