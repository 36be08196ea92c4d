package io.robotrader.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.ConfigLoader;
import io.robotrader.config.section.Cap;
import io.robotrader.config.section.CombinationMethod;
import io.robotrader.config.section.StrategyConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/strategies.md shows is what happens. */
class StrategiesDocumentTest {

    @TempDir
    private Path folder;

    @Test
    void the_snippets_compile_as_one_program_and_print_what_the_document_says() throws Exception {
        String document = Files.readString(Path.of("..", "docs", "strategies.md"));

        String printed = SnippetRun.of(document, folder);

        assertThat(printed.lines())
                .containsExactlyElementsOf(
                        SnippetRun.fence(document, "text").lines().toList());
    }

    @Test
    void the_settings_that_the_document_shows_are_valid_and_mean_what_it_says() throws Exception {
        String document = Files.readString(Path.of("..", "docs", "strategies.md"));

        StrategyConfig settings = ConfigLoader.create()
                .text("strategies.md", SnippetRun.fence(document, "yaml"))
                .load()
                .config()
                .strategy();

        assertThat(settings)
                .isEqualTo(new StrategyConfig(
                        20, Cap.of(1.0), Cap.of(0.5), Cap.off(), Cap.of(2.0), CombinationMethod.PRIORITY, 0.2));
    }
}
