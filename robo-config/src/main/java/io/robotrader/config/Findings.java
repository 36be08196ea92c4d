package io.robotrader.config;

import io.robotrader.config.section.Secret;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the sources gave: values by the path of their setting, problems and warnings. */
final class Findings {
    private final Map<String, RawValue> values = new LinkedHashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> unread = new HashSet<>();

    void put(String path, RawValue value) {
        values.put(path, value);
    }

    void putIfAbsent(String path, RawValue value) {
        values.putIfAbsent(path, value);
    }

    void add(ConfigProblem problem) {
        problems.add(problem);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    /** Notes a value that is not of its setting's type. */
    void addUnread(Setting setting, RawValue raw) {
        unread.add(setting.path());
        add(ConfigProblem.of(setting.path(), shown(setting, raw), setting.expected(), raw.origin()));
    }

    /** Takes over a stronger source. */
    void override(Findings stronger) {
        values.putAll(stronger.values);
        problems.addAll(stronger.problems);
        warnings.addAll(stronger.warnings);
    }

    /** The same problem, with the text and the place of the value that it is about. */
    ConfigProblem located(ConfigProblem problem) {
        ElementPath path = ElementPath.of(problem.path());
        RawValue raw = values.get(path.setting());
        if (raw == null) {
            return problem.at(problem.value().orElse(""), Origin.DEFAULT);
        }
        RawValue part = path.isElement() ? raw.split().get(path.index()) : raw;
        return problem.at(shown(Schema.ROBO.known(path.setting()), part), part.origin());
    }

    Map<String, RawValue> values() {
        return values;
    }

    List<ConfigProblem> problems() {
        return problems;
    }

    List<String> warnings() {
        return warnings;
    }

    Set<String> unread() {
        return unread;
    }

    private static String shown(Setting setting, RawValue raw) {
        return setting.type().isSecret() && !raw.text().isEmpty() ? Secret.HIDDEN : raw.text();
    }
}
