package io.robotrader.config;

import io.robotrader.config.VariableSource.Variable;
import io.robotrader.config.section.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads settings. Each source overrides the ones before it: the defaults, the preset of the environment that is named,
 * a file, a {@code .env} file, environment variables, system properties, the program itself. It reads nothing that it was
 * not handed; pass {@link System#getenv()} to have the process's own.
 *
 * <pre>
 * LoadedConfig loaded = ConfigLoader.create()
 *         .file(Path.of("robo.yaml"))
 *         .environment(System.getenv())
 *         .load();
 * </pre>
 *
 * <p>The name of a setting's variable follows from its path: {@code risk.maxDailyLossPct} is
 * {@code ROBO_RISK_MAX_DAILY_LOSS_PCT} and, as a system property, {@code robo.risk.maxDailyLossPct}. A list is written with
 * commas there. A secret can come from a file, named by its variable with {@code _FILE} behind it. The variables of the
 * Python program work too, with a warning; of the process's variables, {@code ENVIRONMENT} and {@code SYMBOLS} do not, as
 * other programs have them, too. Unknown keys, keys given twice, unknown variables that start with {@code ROBO_}
 * and unknown properties that start with {@code robo.} are mistakes, not noise. So is a value that is given but empty:
 * absent means the default, and a limit that may be switched off is so by the word {@code off}. A value that a stronger
 * source overrides is not looked at.
 *
 * <p>May load more than once, and then reads its files again. For use by one thread.
 */
public final class ConfigLoader {
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private @Nullable Supplier<Findings> file;
    private @Nullable Path dotEnv;

    private ConfigLoader() {}

    /**
     * A loader without sources, which would load the defaults.
     *
     * @return a new loader
     */
    public static ConfigLoader create() {
        return new ConfigLoader();
    }

    /**
     * Reads a file, in UTF-8, which must exist: JSON if its name ends in {@code .json}, properties if it ends in
     * {@code .properties}, and YAML otherwise. Replaces the one given before.
     *
     * @param path the file
     * @return this
     */
    public ConfigLoader file(Path path) {
        file = () -> FileSource.read(path, Schema.ROBO);
        return this;
    }

    /**
     * Reads text that is at hand already, such as a resource of the program, in place of a file. Replaces the file given
     * before.
     *
     * @param name what to call it in errors and origins; its end tells the kind, as with a file
     * @param text YAML, JSON or properties
     * @return this
     */
    public ConfigLoader text(String name, String text) {
        file = () -> FileSource.read(name, text, Schema.ROBO);
        return this;
    }

    /**
     * Reads a file of environment variables, {@code NAME=value} a line, if it exists. Replaces the one given before.
     *
     * @param path the file, often {@code .env}
     * @return this
     */
    public ConfigLoader dotEnv(Path path) {
        dotEnv = path;
        return this;
    }

    /**
     * Reads environment variables. Replaces those given before.
     *
     * @param environment names and values; names that are not of settings are ignored, unless they start with
     *     {@code ROBO_}
     * @return this
     */
    public ConfigLoader environment(Map<String, String> environment) {
        variables.clear();
        variables.putAll(environment);
        return this;
    }

    /**
     * Reads system properties. Replaces those given before.
     *
     * @param system names and values; those that do not start with {@code robo.} are ignored
     * @return this
     */
    public ConfigLoader systemProperties(Properties system) {
        properties.clear();
        system.stringPropertyNames().forEach(name -> properties.put(name, system.getProperty(name, "")));
        return this;
    }

    /**
     * Sets one value, overriding all other sources; for options of a command line, say.
     *
     * @param path the path of a setting, such as {@code risk.maxPositionPct}
     * @param value the value, written as in an environment variable
     * @return this
     */
    public ConfigLoader set(String path, String value) {
        settings.put(path, value);
        return this;
    }

    /**
     * Reads all sources now.
     *
     * @return a valid configuration, and where its values came from
     * @throws ConfigException if anything is wrong, naming everything that is
     */
    public LoadedConfig load() {
        Findings found = sources();
        addPreset(found);
        Map<String, Object> values = new HashMap<>();
        Map<String, Origin> origins = new LinkedHashMap<>();
        for (Setting setting : Schema.ROBO.settings()) {
            RawValue raw = found.values().get(setting.path());
            origins.put(setting.path(), raw == null ? Origin.DEFAULT : raw.origin());
            values.put(setting.path(), raw == null ? setting.defaultValue() : read(setting, raw, found));
        }
        RoboConfig config =
                Schema.ROBO.bind(RoboConfig.class, setting -> Objects.requireNonNull(values.get(setting.path())));
        List<ConfigProblem> problems = new ArrayList<>(found.problems());
        for (ConfigProblem problem : ConfigChecks.problems(config, found.unread())) {
            problems.add(found.located(problem));
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(
                            (ConfigProblem problem) -> problem.origin().kind())
                    .thenComparingInt(problem -> problem.origin().line().orElse(0))
                    .thenComparing(problem -> problem.origin().name()));
            throw new ConfigException(problems);
        }
        return new LoadedConfig(config, origins, found.warnings());
    }

    private Findings sources() {
        Findings found = file == null ? new Findings() : file.get();
        if (dotEnv != null) {
            found.override(DotEnvSource.read(dotEnv, Schema.ROBO));
        }
        found.override(VariableSource.read(
                new TreeMap<>(variables)
                        .entrySet().stream()
                                .map(entry -> new Variable(
                                        entry.getKey(), entry.getValue(), Origin.environment(entry.getKey())))
                                .toList(),
                Schema.ROBO));
        found.override(PropertySource.read(properties, Schema.ROBO));
        found.override(code());
        return found;
    }

    private static void addPreset(Findings found) {
        RawValue named = found.values().get("environment");
        if (named != null
                && Grammar.read(Schema.ROBO.known("environment").type(), named).orElse(null)
                        instanceof Environment environment) {
            Presets.of(environment)
                    .forEach((path, text) ->
                            found.putIfAbsent(path, RawValue.scalar(text, Origin.preset(named.text()))));
        }
    }

    /** The value, or its default as a stand-in if it cannot be read. */
    private static Object read(Setting setting, RawValue raw, Findings found) {
        Optional<Object> value = Grammar.read(setting.type(), raw);
        if (value.isEmpty()) {
            found.addUnread(setting, raw);
        }
        return value.orElseGet(setting::defaultValue);
    }

    private Findings code() {
        Findings findings = new Findings();
        settings.forEach((path, value) -> {
            if (Schema.ROBO.byPath(path) != null) {
                findings.put(path, RawValue.scalar(value, Origin.CODE));
            } else {
                findings.add(ConfigProblem.unknown(path, Origin.CODE, NearestName.to(path, Schema.ROBO.paths())));
            }
        });
        return findings;
    }
}
