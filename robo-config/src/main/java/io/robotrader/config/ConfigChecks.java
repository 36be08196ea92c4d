package io.robotrader.config;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds a configuration against the bounds of its settings, and its settings against each other. */
final class ConfigChecks {
    private ConfigChecks() {}

    /**
     * The problems of a configuration, at most one a path, as if it was built in code.
     *
     * @param unread paths whose values are stand-ins, so that comparing them with others would blame the innocent
     */
    static List<ConfigProblem> problems(RoboConfig config, Set<String> unread) {
        Map<String, ConfigProblem> problems = new LinkedHashMap<>();
        Set<String> wrong = new HashSet<>(unread);
        for (Setting setting : Schema.ROBO.settings()) {
            Object value = setting.valueIn(config);
            if (value == null) {
                add(problems, setting.path(), "null", setting.expected());
                wrong.add(setting.path());
            } else {
                setting.bound().faults(value, setting::expected).forEach((index, expected) -> {
                    wrong.add(setting.path());
                    add(
                            problems,
                            index < 0 ? setting.path() : setting.path() + "[" + index + "]",
                            index < 0
                                    ? shown(value)
                                    : ((List<?>) value).get(index).toString(),
                            expected);
                });
            }
        }
        for (CrossRule rule : CrossRules.ALL) {
            if (rule.isFreeOf(wrong) && rule.isAnswerable(config) && !rule.holds(config)) {
                Setting setting = Schema.ROBO.known(rule.path());
                add(problems, rule.path(), shown(setting.valueIn(config)), rule.expected(config));
            }
        }
        List<String> order = List.copyOf(Schema.ROBO.paths());
        return problems.values().stream()
                .sorted(Comparator.comparing(
                        problem -> ElementPath.of(problem.path()),
                        Comparator.comparingInt((ElementPath path) -> order.indexOf(path.setting()))
                                .thenComparingInt(ElementPath::index)))
                .toList();
    }

    private static String shown(@Nullable Object value) {
        return value instanceof List<?> list ? list.toString() : Written.text(value);
    }

    private static void add(Map<String, ConfigProblem> problems, String path, String value, String expected) {
        problems.putIfAbsent(path, ConfigProblem.of(path, value, expected, Origin.CODE));
    }
}
