package io.robotrader.config;

import java.nio.file.Path;
import java.util.Locale;

/** A configuration file, of the kind that its name tells. */
final class FileSource {
    private FileSource() {}

    static Findings read(Path file, Schema schema) {
        Findings findings = new Findings();
        TextFile.read(file, findings).ifPresent(text -> parse(file.toString(), text, schema, findings));
        return findings;
    }

    static Findings read(String name, String text, Schema schema) {
        Findings findings = new Findings();
        parse(name, TextFile.withoutMark(text), schema, findings);
        return findings;
    }

    /** Each kind has a class of its own, so that a program loads only the parser that it needs. */
    private static void parse(String name, String text, Schema schema, Findings findings) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".properties")) {
            PropertiesSource.parse(text, name, schema, findings);
        } else if (lower.endsWith(".json")) {
            JsonSource.parse(text, name, schema, findings);
        } else {
            YamlSource.parse(text, name, schema, findings);
        }
    }
}
