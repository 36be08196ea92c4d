package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * CF-16: what the documents say is what the code does. The tables of the page and the schema are generated; with
 * {@code -Drobo.write.docs=true} the test writes them instead of comparing.
 */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final Path SCHEMA = Path.of("..", "docs", "robo.schema.json");

    @Test
    void cf_16_the_page_tells_every_setting_as_the_code_has_it() throws Exception {
        String page = Files.readString(PAGE);
        String renewed = ConfigurationPage.renewed(page);
        if (Boolean.getBoolean("robo.write.docs")) {
            Files.writeString(PAGE, renewed);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(renewed);
    }

    @Test
    void the_schema_beside_the_page_is_the_one_that_the_code_makes() throws Exception {
        if (Boolean.getBoolean("robo.write.docs")) {
            Files.writeString(SCHEMA, ConfigSchema.json());
        }

        assertThat(Files.readString(SCHEMA)).isEqualTo(ConfigSchema.json());
    }

    @Test
    void the_example_of_the_page_is_a_valid_file() throws Exception {
        String page = Files.readString(PAGE);
        int start = page.indexOf("```yaml\n") + 8;

        LoadedConfig loaded = ConfigLoader.create()
                .text("configuration.md", page.substring(start, page.indexOf("```", start)))
                .load();

        assertThat(loaded.config().risk().maxOrderNotional().isOff()).isTrue();
    }

    @Test
    void every_setting_says_what_it_means() {
        assertThat(Schema.ROBO.settings())
                .allSatisfy(setting -> assertThat(setting.description())
                        .matches("[a-z].{15,}[^. ]")
                        .doesNotContain("|", "  "));
    }
}
