package io.robotrader.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/getting-started.md shows is what happens. */
class GettingStartedTest {

    @TempDir
    private Path folder;

    @Test
    void the_snippets_compile_as_one_program_and_print_what_the_document_says() throws Exception {
        String document = document();
        Path first = Files.createDirectory(folder.resolve("robo-first"));
        Files.createDirectory(first.resolve("data"));
        Files.writeString(first.resolve("robo.yaml"), SnippetRun.fence(document, "yaml") + "\n");
        Files.writeString(first.resolve("data").resolve("ACME.csv"), SnippetRun.fence(document, "csv") + "\n");

        String printed = SnippetRun.of(
                document.replace(
                        "Path.of(\"robo-first\")",
                        "Path.of(\"" + first.toString().replace("\\", "\\\\") + "\")"),
                folder);

        assertThat(printed.lines())
                .containsExactlyElementsOf(
                        SnippetRun.fence(document, "text").lines().toList());
    }

    @Test
    void the_versions_are_those_of_the_build() throws Exception {
        String pom = Files.readString(Path.of("..", "pom.xml"));
        String document = document();

        assertThat(pom)
                .contains(Pattern.compile("<version>[0-9].*[0-9A-Z]</version>")
                        .matcher(SnippetRun.fence(document, "xml"))
                        .results()
                        .map(found -> found.group())
                        .filter(version -> version.contains("."))
                        .toList());
        for (String library : new String[] {"jqwik", "assertj-core"}) {
            var told = Pattern.compile(":" + library + ":([0-9.]+[0-9])").matcher(document);
            assertThat(told.find()).as(library).isTrue();
            assertThat(pom)
                    .containsPattern(Pattern.compile("<artifactId>" + library + "</artifactId>\\s*<version>"
                            + Pattern.quote(told.group(1)) + "</version>"));
        }
    }

    private static String document() throws Exception {
        return Files.readString(Path.of("..", "docs", "getting-started.md"));
    }
}
