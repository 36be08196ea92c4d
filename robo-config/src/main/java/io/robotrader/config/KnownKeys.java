package io.robotrader.config;

import java.util.Optional;

/** Tells the keys of settings from all others, for every kind of file. */
record KnownKeys(Schema schema, Findings findings) {

    /** By which a file tells an editor its schema; nothing else reads it. */
    static final String SCHEMA = "$schema";

    boolean isSetting(String path) {
        return schema.byPath(path) != null;
    }

    /** A map with nothing in it: fine for a section, a mistake for any other key. */
    void acceptEmpty(String path, Origin origin) {
        if (!schema.isSection(path)) {
            findings.add(ConfigProblem.unknown(path, origin, NearestName.to(path, schema.paths())));
        }
    }

    /** Takes a value over, if its key is that of a setting; an empty section is fine. */
    void accept(String path, RawValue value, boolean isEmpty) {
        if (isSetting(path)) {
            findings.put(path, value);
        } else if (path.equals(SCHEMA)) {
            return;
        } else if (!schema.isSection(path)) {
            findings.add(ConfigProblem.unknown(path, value.origin(), NearestName.to(path, schema.paths())));
        } else if (!isEmpty) { // a section whose lines are all commented out is fine
            findings.add(new ConfigProblem(
                    path, Optional.empty(), "a section of settings", value.origin(), Optional.empty()));
        }
    }
}
