package io.robotrader.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Variables whose names start with {@code ROBO_}, and those of the Python program; all others are somebody else's. */
final class VariableSource {
    private static final String FILE_SUFFIX = "_FILE";

    private final Schema schema;
    private final Findings findings = new Findings();
    private final Map<String, String> givenBy = new HashMap<>();

    private VariableSource(Schema schema) {
        this.schema = schema;
    }

    /** One variable. */
    record Variable(String name, String text, Origin origin) {}

    static Findings read(Collection<Variable> variables, Schema schema) {
        VariableSource source = new VariableSource(schema);
        variables.stream()
                .filter(variable -> variable.name().startsWith(Setting.PREFIX))
                .forEach(source::readOurs);
        // After ours, which win.
        variables.stream()
                .filter(variable -> !variable.name().startsWith(Setting.PREFIX))
                .forEach(source::readOld);
        return source.findings;
    }

    private void readOurs(Variable variable) {
        Setting setting = schema.byVariable(variable.name());
        Setting secret = variable.name().endsWith(FILE_SUFFIX)
                ? schema.byVariable(variable.name().substring(0, variable.name().length() - FILE_SUFFIX.length()))
                : null;
        if (setting != null) {
            put(setting, variable, variable.text());
        } else if (secret != null && secret.type().isSecret()) {
            readSecret(secret, variable);
        } else {
            findings.add(ConfigProblem.unknown(
                    variable.name(), variable.origin(), NearestName.to(variable.name(), schema.variables())));
        }
    }

    private void readSecret(Setting setting, Variable variable) {
        try {
            put(setting, variable, Files.readString(Path.of(variable.text())).strip());
        } catch (IOException | InvalidPathException e) {
            findings.add(ConfigProblem.of(
                    variable.name(), variable.text(), "the name of a file that can be read", variable.origin()));
        }
    }

    private void readOld(Variable variable) {
        LegacyNames.Meaning meaning = LegacyNames.of(variable.name());
        if (meaning == null) {
            return;
        }
        Setting setting = schema.byPath(meaning.path());
        if (setting == null) {
            findings.warn(variable.name() + " has no effect: " + meaning.why() + " (" + variable.origin() + ")");
            return;
        }
        String other = givenBy.get(setting.path());
        if (other != null) {
            findings.warn(variable.name() + " has no effect beside " + other + " (" + variable.origin() + ")");
            return;
        }
        findings.warn(variable.name() + " is an old name of " + setting.variable() + " (" + variable.origin() + ")");
        // Python wrote True and INFO.
        boolean isWord = setting.type().inner() == boolean.class
                || (setting.type().inner() instanceof Class<?> owner && owner.isEnum());
        put(setting, variable, isWord ? variable.text().toLowerCase(Locale.ROOT) : variable.text());
    }

    private void put(Setting setting, Variable variable, String text) {
        String other = givenBy.putIfAbsent(setting.path(), variable.name());
        if (other == null) {
            findings.put(setting.path(), RawValue.scalar(text, variable.origin()));
        } else {
            findings.add(new ConfigProblem(
                    variable.name(),
                    Optional.empty(),
                    "given once; " + other + " has it too",
                    variable.origin(),
                    Optional.empty()));
        }
    }
}
