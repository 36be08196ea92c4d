package io.robotrader.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/roadmap.md claims, a test shows, and that test is there. */
class RoadmapTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Map<String, Integer> DEFECTS = new TreeMap<>(Map.ofEntries(
            Map.entry("CF", 18),
            Map.entry("RK", 11),
            Map.entry("OV", 16),
            Map.entry("KS", 9),
            Map.entry("MT", 6),
            Map.entry("CO", 12),
            Map.entry("EN", 18),
            Map.entry("BX", 10),
            Map.entry("LG", 4),
            Map.entry("DT", 6),
            Map.entry("FT", 1),
            Map.entry("TS", 1)));

    @Test
    void every_test_that_is_named_is_in_the_source_tree() throws Exception {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Matcher test = NAMED.matcher(roadmap()); test.find(); named++) {
            if (!sources.getOrDefault(test.group(1), "").contains("void " + test.group(2) + "(")) {
                missing.add(test.group());
            }
        }

        assertThat(named).isGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    @Test
    void a_row_says_that_it_is_there_only_with_a_test_or_a_reason() throws Exception {
        List<String> rows = roadmap()
                .lines()
                .filter(line -> line.matches("\\|.*\\| (there|partly|not there) \\|.*"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(150);
        assertThat(rows)
                .filteredOn(row -> row.contains("| there |"))
                .allMatch(row -> NAMED.matcher(row).find() || row.contains("by its types:"));
        assertThat(rows).allMatch(row -> row.split("\\|", -1).length == 6);
    }

    @Test
    void every_defect_of_the_python_program_has_exactly_one_row() throws Exception {
        List<String> all = new ArrayList<>();
        DEFECTS.forEach((area, count) -> {
            for (int i = 1; i <= count; i++) {
                all.add(area + "-" + i);
            }
        });

        assertThat(roadmap()
                        .lines()
                        .map(Pattern.compile("\\| ([A-Z]{2}-[0-9]+) \\|.*")::matcher)
                        .filter(Matcher::matches)
                        .map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    private static String roadmap() throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve("roadmap.md"), StandardCharsets.UTF_8);
    }

    /** The sources of the tests by the simple names of their classes; where two share a name, both. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String module : List.of("risk", "correlation", "config", "engine", "examples")) {
            Path tests = ROOT.resolve("robo-" + module).resolve(Path.of("src", "test", "java"));
            try (Stream<Path> files = Files.walk(tests)) {
                for (Path file :
                        files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file, StandardCharsets.UTF_8), String::concat);
                }
            }
        }
        return sources;
    }
}
