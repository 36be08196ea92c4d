package io.robotrader.examples.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private static final String ERASE = "\r\u001B[2K";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void a_file_gets_plain_lines_and_a_line_every_ten_percent() {
        Console console = plain();

        for (int i = 0; i <= 1260; i++) {
            console.progress(i, 1260);
        }
        console.line("done");
        console.close();

        assertThat(printed().lines())
                .hasSize(11)
                .startsWith("progress 10 % (126 of 1260)", "progress 20 % (252 of 1260)")
                .endsWith("progress 100 % (1260 of 1260)", "done");
    }

    @Test
    void a_file_gets_no_control_character_whatever_is_printed() {
        Console console = plain();

        console.line("bought\r\n100 \u001B[31mXOM\u009B31m\t");
        console.warning("daily loss");
        console.progress(1, 2);
        console.close();

        assertThat(printed())
                .isEqualTo("bought  100  [31mXOM 31m \n! daily loss\nprogress 50 % (1 of 2)\n")
                .matches("[ -~\n]*");
    }

    @Test
    void few_steps_are_told_once_each() {
        Console console = plain();

        console.progress(0, 3);
        console.progress(1, 3);
        console.progress(1, 3);
        console.progress(3, 3);

        assertThat(printed()).isEqualTo("progress 30 % (1 of 3)\nprogress 100 % (3 of 3)\n");
    }

    @Test
    void a_second_run_is_told_from_its_beginning() {
        Console console = plain();

        console.progress(2, 2);
        console.progress(0, 2);
        console.progress(1, 2);

        assertThat(printed()).isEqualTo("progress 100 % (2 of 2)\nprogress 50 % (1 of 2)\n");
    }

    @Test
    void a_line_is_printed_above_the_bar_and_the_bar_is_drawn_again() {
        Console console = terminal(30, "1");
        String bar = "[#########----------]  50.0 %";

        console.line("before");
        console.progress(1, 2);
        console.line("bought 100 XOM");
        console.close();
        console.line("after");

        assertThat(printed()).isEqualTo("before\n" + bar + ERASE + "bought 100 XOM\n" + bar + ERASE + "after\n");
    }

    @Test
    void when_a_run_is_over_its_bar_is_gone() {
        Console console = terminal(30, "1");

        console.progress(2, 2);
        console.progressDone();
        console.line("figures");
        console.close();

        assertThat(printed()).isEqualTo("[###################] 100.0 %" + ERASE + "figures\n");
    }

    @Test
    void the_bar_replaces_itself_only_when_it_looks_different() {
        Console console = terminal(20, "1");

        console.progress(0, 100_000);
        console.progress(1, 100_000);
        console.progress(99_999, 100_000);
        console.progress(100_000, 100_000);

        assertThat(printed())
                .isEqualTo("[---------]   0.0 %" + ERASE + "[########-]  99.9 %" + ERASE + "[#########] 100.0 %");
    }

    @Property
    void the_bar_always_leaves_a_column_free(
            @ForAll @IntRange(min = 2, max = 300) int width, @ForAll @IntRange(min = 0, max = 100) int done) {
        bytes.reset();

        terminal(width, "1").progress(done, 100);

        assertThat(printed().length()).isBetween(1, width - 1);
    }

    @Test
    void a_warning_is_yellow_on_a_terminal_unless_the_user_wants_no_colour() {
        terminal(80, null).warning("a");
        terminal(80, "").warning("b");
        terminal(80, "1").warning("c");

        assertThat(printed()).isEqualTo("\u001B[33m! a\u001B[0m\n\u001B[33m! b\u001B[0m\n! c\n");
    }

    @Test
    void data_cannot_steer_the_terminal() {
        terminal(80, null).line("\u001B[2Jhello");

        assertThat(printed()).isEqualTo(" [2Jhello\n");
    }

    @Test
    void arguments_out_of_range_are_named() {
        Console console = plain();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> terminal(0, null))
                .withMessage("width must be positive, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> console.progress(0, 0))
                .withMessage("total must be positive, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> console.progress(-1, 2))
                .withMessage("done must be in 0..2, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> console.progress(3, 2))
                .withMessage("done must be in 0..2, but was 3");
    }

    private Console plain() {
        return new Console(stream(), false, 80, null);
    }

    private Console terminal(int width, @Nullable String noColor) {
        return new Console(stream(), true, width, noColor);
    }

    private PrintStream stream() {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
