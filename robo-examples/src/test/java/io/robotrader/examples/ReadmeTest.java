package io.robotrader.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path folder;

    @Test
    void the_java_snippets_compile_as_one_program_and_print_what_the_readme_says() throws Exception {
        String section = section("Embed it");

        String printed = SnippetRun.of(section, folder);

        assertThat(printed.lines())
                .containsExactlyElementsOf(
                        SnippetRun.fence(section, "text").lines().toList());
    }

    @Test
    void run_and_test_are_one_command_each() throws Exception {
        for (String heading : List.of("Run it", "Test it")) {
            String section = section(heading);

            assertThat(Pattern.compile("(?m)^```").matcher(section).results())
                    .as(heading)
                    .hasSize(2);
            assertThat(SnippetRun.fence(section, "sh").strip().lines())
                    .as(heading)
                    .hasSize(1);
        }
    }

    @Test
    void every_module_but_the_examples_has_its_maven_snippet() throws Exception {
        String section = section("The modules");

        assertThat(Pattern.compile("<artifactId>(.*)</artifactId>")
                        .matcher(section)
                        .results()
                        .map(r -> r.group(1)))
                .containsExactly("robo-risk", "robo-correlation", "robo-config", "robo-engine");
        assertThat(Files.readString(ROOT.resolve("pom.xml")))
                .contains(Pattern.compile("<version>(.*)</version>")
                        .matcher(section)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .toList());
    }

    @Test
    void every_file_that_a_document_links_to_is_there() throws Exception {
        for (Path file : documents()) {
            Pattern link = Pattern.compile("]\\((?!http)([^)#]+)[^)]*\\)");
            assertThat(link.matcher(Files.readString(file)).results().map(found -> found.group(1)))
                    .as(file.toString())
                    .allSatisfy(
                            target -> assertThat(file.resolveSibling(target)).exists());
        }
    }

    @Test
    void the_readme_leads_to_every_document() throws Exception {
        String readme = Files.readString(ROOT.resolve("README.md"));

        assertThat(documents())
                .extracting(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                .filteredOn(name -> !name.equals("README.md") && !name.matches("docs/decisions/[0-9].*"))
                .allMatch(name -> readme.contains("](" + name));
    }

    /** The README, and what there is to read beside it and in docs. */
    private static List<Path> documents() throws Exception {
        try (Stream<Path> beside = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(beside, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static String section(String heading) throws Exception {
        String readme = Files.readString(ROOT.resolve("README.md"));
        int start = readme.indexOf("\n## " + heading + "\n");
        assertThat(start).as(heading).isPositive();
        int end = readme.indexOf("\n## ", start + 1);
        return readme.substring(start, end < 0 ? readme.length() : end);
    }
}
