package io.robotrader.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A project of someone else, in {@code src/it}, is compiled and run with what its one dependency brings and nothing more.
 * The profile {@code release} builds the same projects with Maven, from artifacts that were installed.
 */
class NewcomerTest {
    private static final Path PROJECTS = Path.of("src", "it");
    private static final List<String> OF_RISK = List.of("robo-risk", "slf4j-api", "jspecify");
    private static final List<String> OF_ENGINE = List.of(
            "robo-risk",
            "robo-correlation",
            "robo-config",
            "robo-engine",
            "slf4j-api",
            "jspecify",
            "jackson-",
            "snakeyaml-engine",
            "jakarta.validation-api",
            "h2-",
            "fastcsv",
            "micrometer-",
            "prometheus-",
            "HdrHistogram",
            "LatencyUtils");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gate", "engine"})
    void a_project_of_someone_else_runs_on_the_class_path(String project) throws Exception {
        String libraries = libraries(project);
        compile("-classpath", libraries, source(project, "my/bot/Bot.java"));

        String printed = run("-classpath", libraries + File.pathSeparator + folder, "my.bot.Bot");

        assertThat(printed).contains("named module: false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gate", "engine"})
    void a_project_of_someone_else_runs_on_the_module_path(String project) throws Exception {
        String libraries = libraries(project);
        compile(
                "-classpath",
                "",
                "--module-path",
                libraries,
                source(project, "module-info.java"),
                source(project, "my/bot/Bot.java"));

        String printed = run("--module-path", libraries + File.pathSeparator + folder, "-m", "my.bot/my.bot.Bot");

        assertThat(printed).contains("named module: true");
    }

    @Test
    void the_documents_show_the_project_that_is_run() throws Exception {
        String pom = flat(Files.readString(PROJECTS.resolve(Path.of("gate", "pom.xml"))));

        List<String> shown = blocks("xml").stream()
                .filter(block -> block.contains("<artifactId>robo-risk</artifactId>"))
                .map(NewcomerTest::flat)
                .toList();

        String dependency = pom.substring(pom.indexOf("<dependency>"), pom.indexOf("</dependencies>"));
        assertThat(shown).isNotEmpty().allSatisfy(block -> assertThat(block).contains(dependency));
        assertThat(shown).filteredOn(block -> block.startsWith("<project")).containsExactly(pom);
    }

    private static List<String> blocks(String language) throws Exception {
        List<String> blocks = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("..", "docs"))) {
            for (Path file : Stream.concat(Stream.of(Path.of("..", "README.md")), files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList()) {
                Pattern.compile("(?s)```" + language + "\n(.*?)```")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> blocks.add(found.group(1)));
            }
        }
        return blocks;
    }

    private static String flat(String xml) {
        return xml.replaceAll("\\s+", "");
    }

    private static String source(String project, String file) {
        return PROJECTS.resolve(Path.of(project, "src", "main", "java"))
                .resolve(file)
                .toString();
    }

    private static String libraries(String project) {
        Collection<String> brought = project.equals("gate") ? OF_RISK : OF_ENGINE;
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> brought.stream().anyMatch(name(Path.of(entry))::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A jar's name, or that of the module whose classes a folder holds. */
    private static String name(Path entry) {
        Path named =
                entry.endsWith(Path.of("target", "classes")) ? entry.getParent().getParent() : entry;
        return named.getFileName().toString();
    }

    private void compile(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of("-Xlint:all,-requires-automatic,-classfile", "-Werror", "-d", folder.toString()),
                        Stream.of(arguments))
                .toArray(String[]::new);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, all))
                .isZero();
    }

    private String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Djava.io.tmpdir=" + folder);
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(ended && process.exitValue() == 0).as(printed).isTrue();
        return printed;
    }
}
