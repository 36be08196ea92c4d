package io.robotrader.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** Loads configurations from text. */
final class Yaml {
    private Yaml() {}

    static LoadedConfig load(String text) {
        return load(text, Map.of());
    }

    static LoadedConfig load(String text, Map<String, String> environment) {
        try {
            Path file = Files.createTempFile("robo", ".yaml");
            try {
                Files.writeString(file, text);
                return ConfigLoader.create().file(file).environment(environment).load();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ConfigProblem> problems(String text) {
        return Assertions.catchThrowableOfType(ConfigException.class, () -> load(text))
                .problems();
    }

    static List<ConfigProblem> problems(Map<String, String> environment) {
        return Assertions.catchThrowableOfType(ConfigException.class, () -> load("", environment))
                .problems();
    }

    /** The YAML text that gives one setting, under its section. */
    static String of(String path, String value) {
        int dot = path.indexOf('.');
        return dot < 0
                ? path + ": " + value + "\n"
                : path.substring(0, dot) + ":\n  " + path.substring(dot + 1) + ": " + value + "\n";
    }
}
