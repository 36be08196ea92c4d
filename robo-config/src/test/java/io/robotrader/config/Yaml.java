package io.robotrader.config;

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
        return ConfigLoader.create()
                .text("robo.yaml", text)
                .environment(environment)
                .load();
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
