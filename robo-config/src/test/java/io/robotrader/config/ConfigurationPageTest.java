package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.constraint.Default;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CF-16: what the page says is what the code does. */
class ConfigurationPageTest {

    @Test
    void cf_16_the_page_lists_every_setting_with_its_default_its_bounds_and_its_variable_and_no_other()
            throws Exception {
        String page = Files.readString(Path.of("..", "docs", "configuration.md"));

        assertThat(rows(page).map(line -> line.substring(0, line.lastIndexOf(" | ") + 2)))
                .containsExactlyElementsOf(Schema.ROBO.settings().stream()
                        .map(ConfigurationPageTest::row)
                        .toList());
    }

    @Test
    void the_example_of_the_page_is_a_valid_file() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "configuration.md"));
        int start = page.indexOf("```yaml\n") + 8;

        LoadedConfig loaded = ConfigLoader.create()
                .yaml("configuration.md", page.substring(start, page.indexOf("```", start)))
                .load();

        assertThat(loaded.config().risk().maxOrderNotional().isOff()).isTrue();
    }

    @Test
    void the_page_says_of_every_setting_what_it_means() throws Exception {
        assertThat(rows(Files.readString(Path.of("..", "docs", "configuration.md"))))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line.substring(line.lastIndexOf(" | "))).matches(" \\| [a-z].{15,} \\|"));
    }

    private static Stream<String> rows(String page) {
        return page.lines().filter(line -> line.startsWith("| `"));
    }

    private static String row(Setting setting) {
        String standard = Objects.requireNonNull(setting.component().getAnnotation(Default.class))
                .value();
        return "| `" + setting.path() + "` | " + standard + " | " + setting.expected() + " | `" + setting.variable()
                + "` |";
    }
}
