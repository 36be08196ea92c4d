package io.robotrader.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RoboExamplesTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine launcher =
            RoboExamples.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void without_arguments_it_lists_every_example_with_its_question() {
        int exit = launcher.execute();

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("session").contains("Trades recorded prices in virtual time");
    }

    @Test
    void every_example_is_a_main_class_of_its_own() throws Exception {
        for (CommandLine example : launcher.getSubcommands().values()) {
            Class<?> type = example.getCommandSpec().userObject().getClass();
            assertThat(type.getMethod("main", String[].class).getReturnType()).isEqualTo(void.class);
        }
    }

    @Test
    void an_unknown_example_is_bad_input() {
        int exit = launcher.execute("sesion");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("sesion").contains("session");
    }

    /** Picocli formats each text, and warns on the terminal about one that it cannot format. */
    @Test
    void the_help_of_every_example_is_told_without_a_warning() {
        PrintStream terminal = System.err;
        ByteArrayOutputStream warnings = new ByteArrayOutputStream();
        System.setErr(new PrintStream(warnings, true, StandardCharsets.UTF_8));
        try {
            for (CommandLine example : launcher.getSubcommands().values()) {
                assertThat(example.getUsageMessage()).contains("Usage:").doesNotContain("%%");
            }
        } finally {
            System.setErr(terminal);
        }

        assertThat(warnings.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
