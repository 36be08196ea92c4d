package io.robotrader.config;

import io.robotrader.config.VariableSource.Variable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of environment variables: {@code NAME=value} a line, {@code export} before it allowed, the value bare or in one
 * pair of quotes, nothing in it replaced. A line that starts with # is a comment.
 */
final class DotEnvSource {
    private static final Pattern LINE =
            Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)=(?:\"([^\"]*)\"|'([^']*)'|([^\"'\\s#]*))");

    private DotEnvSource() {}

    /** What the file gives; nothing if there is none. */
    static Findings read(Path file, Schema schema) {
        if (!Files.exists(file)) {
            return new Findings();
        }
        Findings broken = new Findings();
        List<Variable> variables = TextFile.read(file, broken)
                .map(text -> variables(text, file, broken))
                .orElse(List.of());
        broken.override(VariableSource.read(variables, schema));
        return broken;
    }

    private static List<Variable> variables(String text, Path file, Findings broken) {
        List<Variable> variables = new ArrayList<>();
        Map<String, Integer> firstLines = new HashMap<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            Origin origin = Origin.dotEnv(file.toString(), ++number);
            String bare = line.strip();
            Matcher parts = LINE.matcher(bare);
            if (bare.isEmpty() || bare.startsWith("#")) {
                continue;
            }
            if (!parts.matches()) {
                broken.add(ConfigProblem.ofLine("NAME=value", number, origin));
                continue;
            }
            Integer before = firstLines.putIfAbsent(parts.group(1), number);
            if (before == null) {
                variables.add(new Variable(parts.group(1), value(parts), origin));
            } else {
                broken.add(ConfigProblem.twice(parts.group(1), before, origin));
            }
        }
        return variables;
    }

    private static String value(Matcher parts) {
        for (int group = 2; group <= 4; group++) {
            String value = parts.group(group);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
