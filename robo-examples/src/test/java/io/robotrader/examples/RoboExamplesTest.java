package io.robotrader.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
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
}
