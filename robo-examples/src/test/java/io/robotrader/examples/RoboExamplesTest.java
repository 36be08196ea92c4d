package io.robotrader.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    /** The list shows the first paragraph of each description. */
    @Test
    void the_list_tells_of_each_example_a_whole_sentence() {
        for (CommandLine example : launcher.getSubcommands().values()) {
            assertThat(example.getCommandSpec().usageMessage().description()[0])
                    .as(example.getCommandName())
                    .endsWith(".");
        }
    }

    @Test
    void a_wrong_value_is_told_in_a_line_and_not_above_a_page_of_options() {
        int exit = launcher.execute("gateway", "--port", "abc");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("Invalid value for option '--port': 'abc' is not an int"
                        + "'robo-examples gateway --help' tells the options.");
    }

    @Test
    void what_is_missing_in_an_example_of_an_example_is_told_in_a_line_too() {
        int exit = launcher.execute("config", "validate");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("Missing required parameter: 'FILE'"
                        + "'robo-examples config validate --help' tells the options.");
    }

    @Test
    void a_jar_that_was_copied_without_its_libraries_says_so() throws Exception {
        Path alone = Path.of(RoboExamples.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        alone.toString(),
                        RoboExamples.class.getName())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(told)
                .startsWith("The libraries are not there (picocli/CommandLine")
                .doesNotContain("\tat ");
        assertThat(process.waitFor()).isEqualTo(2);
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
        assertThat(err.toString())
                .startsWith("There is no command 'sesion'.")
                .contains("session")
                .endsWith("'robo-examples --help' tells the commands." + System.lineSeparator());
    }

    @Test
    void an_unknown_example_is_bad_input_also_where_help_is_asked_of_it() {
        int exit = launcher.execute("nosuch", "--help");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith("There is no command 'nosuch'.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void an_unknown_option_is_no_command() {
        int exit = launcher.execute("--nosuch");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith("Unknown option: '--nosuch'").contains("--help' tells the options.");
    }

    @Test
    void help_is_told_of_an_example_and_of_an_example_of_it() {
        assertThat(launcher.execute("config", "diff", "--help")).isZero();
        assertThat(launcher.execute("--help")).isZero();

        assertThat(out.toString()).contains("robo-examples config diff").contains("COMMAND");
    }

    @Test
    void an_option_that_the_named_example_does_not_know_is_not_passed_over() {
        int exit = launcher.execute("bench", "--write", "x.md", "risk");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith("--write must not be given before risk, which does not know it");
    }

    @Test
    void the_watchdog_tells_no_options_of_the_engine() {
        String help = launcher.getSubcommands().get("watchdog").getUsageMessage();

        assertThat(help).contains("--config", "--set", "--gateway", "--dir", "--silence");
        assertThat(help).doesNotContain("--bars", "--history", "--time", "--watch", "--without-stops", "--stop-within");
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
