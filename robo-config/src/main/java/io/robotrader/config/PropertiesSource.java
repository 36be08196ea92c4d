package io.robotrader.config;

import java.util.HashMap;
import java.util.Map;

/**
 * A file of properties: {@code path = value} a line. Comments start with # or !. What Java's own format has besides,
 * escapes and lines that go on, is refused instead of being taken for something else.
 */
final class PropertiesSource {
    private PropertiesSource() {}

    static void parse(String text, String name, Schema schema, Findings findings) {
        KnownKeys keys = new KnownKeys(schema, findings);
        Map<String, Integer> firstLines = new HashMap<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            Origin origin = Origin.file(name, ++number);
            String bare = line.strip();
            if (bare.isEmpty() || bare.startsWith("#") || bare.startsWith("!")) {
                continue;
            }
            int equals = bare.indexOf('=');
            if (equals < 1 || bare.indexOf('\\') >= 0) {
                findings.add(
                        ConfigProblem.ofLine("a line such as risk.maxPositionPct = 0.02, without \\", number, origin));
                continue;
            }
            String path = bare.substring(0, equals).strip();
            Integer before = firstLines.putIfAbsent(path, number);
            if (before != null) {
                findings.add(ConfigProblem.twice(path, before, origin));
            } else {
                keys.accept(path, RawValue.scalar(bare.substring(equals + 1).strip(), origin), false);
            }
        }
    }
}
