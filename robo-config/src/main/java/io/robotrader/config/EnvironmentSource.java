package io.robotrader.config;

import java.util.Map;
import java.util.TreeMap;

/** Environment variables whose names start with {@code ROBO_}; all others are somebody else's. */
final class EnvironmentSource {
    private EnvironmentSource() {}

    static Findings read(Map<String, String> environment, Schema schema) {
        Findings findings = new Findings();
        new TreeMap<>(environment).forEach((variable, text) -> {
            Origin origin = Origin.environment(variable);
            Setting setting = schema.byVariable(variable);
            if (setting != null) {
                findings.put(setting.path(), RawValue.scalar(text, origin));
            } else if (variable.startsWith(Setting.PREFIX)) {
                findings.add(ConfigProblem.unknown(variable, origin, NearestName.to(variable, schema.variables())));
            }
        });
        return findings;
    }
}
