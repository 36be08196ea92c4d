package io.robotrader.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EngineBenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine bench =
            new CommandLine(new Bench()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void the_table_has_a_row_for_each_goal() {
        int exit = bench.execute("engine", "--rounds", "1", "--samples", "20", "--symbols", "3");

        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("| bars a second through the core |")
                .contains("| the same, 100 symbols |")
                .contains("| the same, three strategies and their orders |")
                .contains("| bars a second, each in a journal in a file |")
                .contains("| bar to order sent, us |")
                .contains("| of that behind the strategy's call, us |")
                .contains("| after a rest of 0.2 ms, us |")
                .contains("| after that rest, awake, us |")
                .contains("| to wake a thread after that rest, us |")
                .contains("| health report, us |")
                .contains("| halt to the last of 20 cancels, ms |")
                .contains("| start to READY, warm, ms |")
                .contains("| start to READY, process, ms |")
                .contains("| start to READY, process, class-data archive, ms |")
                .contains("| heap after collection at 3 symbols, MB |")
                .contains("| resident at 3 symbols, -Xmx256m, MB |");
    }

    @Test
    void more_bars_than_a_day_has_bring_an_order_each() throws Exception {
        assertThat(OrderWay.of(4_000, Duration.ZERO, Duration.ZERO).whole()).hasSize(4_000);
    }

    @Test
    void rounds_and_samples_are_positive() {
        assertThat(bench.execute("engine", "--samples", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--rounds and --samples must be positive");
    }

    @Test
    void a_child_says_that_it_trades_or_what_it_uses() throws Exception {
        assertThat(said("start").strip()).isEqualTo("ready");
        assertThat(said("memory", "2").strip()).matches("[1-9][0-9]* [0-9]+");
    }

    private static String said(String... args) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EngineStart.run(args, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
