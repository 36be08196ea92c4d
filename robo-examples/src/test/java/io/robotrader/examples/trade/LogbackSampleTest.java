package io.robotrader.examples.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample docs/logback-json.xml does what it says, in a program that brings Logback. */
class LogbackSampleTest {

    /** The build copies it there: on the class path of all tests it would be a second binding. */
    private static final Path LOGBACK = Path.of("target", "logback");

    private static final Path SAMPLE = Path.of("..", "docs", "logback-json.xml");

    @TempDir
    private Path folder;

    @Test
    void each_event_is_one_json_object_a_line_with_its_key_value_pairs() throws Exception {
        String classPath = Stream.concat(jars(), ours()).collect(Collectors.joining(File.pathSeparator));
        Path told = folder.resolve("told.txt");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlogback.configurationFile=" + SAMPLE.toRealPath(),
                        "-cp",
                        classPath,
                        LoggedEvents.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);

        assertThat(ended).isTrue();
        assertThat(process.exitValue()).as(Files.readString(told)).isZero();
        // Logback tells on the console what it does not understand in a configuration.
        assertThat(told).isEmptyFile();
        List<String> lines = Files.readAllLines(folder.resolve("robo-trader.json"));
        assertThat(lines).hasSize(1);
        JsonNode event = new JsonMapper().readTree(lines.get(0));
        assertThat(event.path("loggerName").asString("")).isEqualTo("io.robotrader.events");
        assertThat(event.path("level").asString("")).isEqualTo("INFO");
        assertThat(event.path("formattedMessage").asString("")).isEqualTo("engine.started");
        assertThat(event.path("kvpList").toString())
                .contains("{\"event\":\"engine.started\"}", "{\"at\":\"2026-01-06T15:00:00Z\"}");
    }

    private static Stream<String> jars() throws Exception {
        assertThat(LOGBACK).as("Logback, which the build puts there").isDirectory();
        try (Stream<Path> jars = Files.list(LOGBACK)) {
            return jars.map(jar -> jar.toAbsolutePath().toString()).toList().stream();
        }
    }

    /** What the tests have, without their own binding. */
    private static Stream<String> ours() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("slf4j-simple"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString());
    }
}
