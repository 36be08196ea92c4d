package io.robotrader.examples;

import static org.assertj.core.api.Assertions.assertThat;

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
}
