package io.robotrader.config;

import java.util.Map;
import java.util.TreeMap;

/** System properties whose names start with {@code robo.}; all others are somebody else's. */
final class PropertySource {
    private PropertySource() {}

    static Findings read(Map<String, String> properties, Schema schema) {
        Findings findings = new Findings();
        new TreeMap<>(properties).forEach((name, text) -> {
            if (!name.startsWith(Setting.PROPERTY_PREFIX)) {
                return;
            }
            Origin origin = Origin.property(name);
            String path = name.substring(Setting.PROPERTY_PREFIX.length());
            if (schema.byPath(path) != null) {
                findings.put(path, RawValue.scalar(text, origin));
            } else {
                findings.add(ConfigProblem.unknown(
                        name,
                        origin,
                        NearestName.to(path, schema.paths()).map(near -> Setting.PROPERTY_PREFIX + near)));
            }
        });
        return findings;
    }
}
