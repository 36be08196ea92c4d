package io.robotrader.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents of robo-risk show is what happens. */
class RiskDocumentsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"risk.md", "sizing.md"})
    void the_snippets_compile_as_one_program_and_print_what_the_document_says(String name) throws Exception {
        String document = Files.readString(Path.of("..", "docs", name));

        String printed = SnippetRun.of(document, folder);

        assertThat(printed.lines())
                .containsExactlyElementsOf(
                        SnippetRun.fence(document, "text").lines().toList());
    }
}
