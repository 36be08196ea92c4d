package io.robotrader.config;

import io.robotrader.config.section.Environment;
import java.util.Map;
import java.util.TreeMap;

/** The generated parts of docs/configuration.md. */
final class ConfigurationPage {
    private ConfigurationPage() {}

    static Map<String, String> parts() {
        Map<String, String> parts = new TreeMap<>();
        parts.put("settings", settings());
        parts.put("presets", presets());
        parts.put("old names", oldNames());
        parts.put("unread", unread());
        return parts;
    }

    /** The page with its generated parts put in anew. */
    static String renewed(String page) {
        String renewed = page;
        for (Map.Entry<String, String> part : parts().entrySet()) {
            String begin = "<!-- generated: " + part.getKey() + " -->\n";
            int start = renewed.indexOf(begin) + begin.length();
            int end = renewed.indexOf("<!-- end -->", start);
            if (start < begin.length() || end < 0) {
                throw new IllegalStateException("the page has no part " + part.getKey());
            }
            renewed = renewed.substring(0, start) + part.getValue() + renewed.substring(end);
        }
        return renewed;
    }

    private static String settings() {
        StringBuilder text = new StringBuilder("""
                | setting | default | must be | environment variable | what it means |
                |---|---|---|---|---|
                """);
        for (Setting setting : Schema.ROBO.settings()) {
            text.append("| `%s`%s | %s | %s | `%s` | %s |%n"
                    .formatted(
                            setting.path(),
                            setting.isFixedAtStart() ? " *" : "",
                            setting.defaultText(),
                            setting.expected(),
                            setting.variable(),
                            setting.description())
                    .replace(System.lineSeparator(), "\n"));
        }
        return text.toString();
    }

    private static String presets() {
        StringBuilder text = new StringBuilder("| environment | brings |\n|---|---|\n");
        for (Environment environment : Environment.values()) {
            StringBuilder brings = new StringBuilder();
            new TreeMap<>(Presets.of(environment))
                    .forEach((path, value) -> brings.append(brings.isEmpty() ? "" : ", ")
                            .append('`')
                            .append(path)
                            .append(": ")
                            .append(value)
                            .append('`'));
            text.append("| `")
                    .append(Grammar.word(environment))
                    .append("` | ")
                    .append(brings)
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String oldNames() {
        StringBuilder text = new StringBuilder("| old variable | setting |\n|---|---|\n");
        new TreeMap<>(LegacyNames.working())
                .forEach((variable, path) -> text.append("| `")
                        .append(variable)
                        .append("` | `")
                        .append(path)
                        .append("` |\n"));
        return text.toString();
    }

    private static String unread() {
        StringBuilder text = new StringBuilder();
        for (String variable : LegacyNames.UNREAD) {
            text.append(text.isEmpty() ? "`" : ",\n`").append(variable).append('`');
        }
        return text.append(".\n").toString();
    }
}
