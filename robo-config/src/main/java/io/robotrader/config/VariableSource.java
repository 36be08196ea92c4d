package io.robotrader.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

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
        variables.stream().filter(variable -> isOurs(variable.name())).forEach(source::readOurs);
        // After ours, which win.
        variables.stream().filter(variable -> !isOurs(variable.name())).forEach(source::readOld);
        return source.findings;
    }

    /** In any case, so that a limit that is spelt {@code robo_...} is told and not passed over. */
    private static boolean isOurs(String name) {
        return name.regionMatches(true, 0, Setting.PREFIX, 0, Setting.PREFIX.length());
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
                    variable.name(),
                    variable.origin(),
                    NearestName.to(variable.name().toUpperCase(Locale.ROOT), schema.variables())));
        }
    }

    private void readSecret(Setting setting, Variable variable) {
        // Why, and not the name: somebody might have put the secret itself there.
        Consumer<String> whyNot = why -> findings.add(
                ConfigProblem.of(variable.name(), why, "the name of a file that can be read", variable.origin()));
        if (variable.text().isBlank()) {
            whyNot.accept("");
            return;
        }
        try {
            TextFile.read(Path.of(variable.text()), whyNot).ifPresent(text -> put(setting, variable, text.strip()));
        } catch (InvalidPathException e) {
            whyNot.accept("no name of a file");
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
        if (LegacyNames.COMMON.contains(variable.name()) && variable.origin().kind() == Origin.Kind.ENVIRONMENT) {
            findings.warn(variable.name() + " has no effect: other programs have a variable of that name, too; use "
                    + setting.variable() + " (" + variable.origin() + ")");
            return;
        }
        if (other != null && !isOurs(other) && !isSaidBefore(setting, variable)) {
            put(setting, variable, variable.text());
            return;
        }
        if (other != null) {
            findings.warn(variable.name() + " has no effect beside " + other + " (" + variable.origin() + ")");
            return;
        }
        findings.warn(variable.name() + " is an old name of " + setting.variable() + " (" + variable.origin() + ")");
        put(setting, variable, pythonic(setting, variable.text()));
    }

    /** Whether another old name says the same; two that do not are a mistake, as nobody knows which is meant. */
    private boolean isSaidBefore(Setting setting, Variable variable) {
        RawValue before = findings.values().get(setting.path());
        return before != null && before.text().equals(pythonic(setting, variable.text()));
    }

    /** Python wrote True and INFO. */
    private static String pythonic(Setting setting, String text) {
        boolean isWord = setting.type().inner() == boolean.class
                || (setting.type().inner() instanceof Class<?> owner && owner.isEnum());
        return isWord ? text.toLowerCase(Locale.ROOT) : text;
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
