package io.robotrader.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads settings: the defaults, overridden by a YAML file, overridden by environment variables, overridden by what the
 * program sets. It reads nothing that it was not handed; pass {@link System#getenv()} to have the process's own.
 *
 * <pre>
 * LoadedConfig loaded = ConfigLoader.create()
 *         .file(Path.of("robo.yaml"))
 *         .environment(System.getenv())
 *         .load();
 * </pre>
 *
 * <p>The name of a setting's variable follows from its path: {@code risk.maxDailyLossPct} is
 * {@code ROBO_RISK_MAX_DAILY_LOSS_PCT}. A list is written with commas there. Unknown keys, keys given twice and unknown
 * variables that start with {@code ROBO_} are mistakes, not noise. So is a value that is given but empty: absent means
 * the default, and a limit that may be switched off is so by the word {@code off}. A value that a stronger source
 * overrides is not looked at.
 *
 * <p>For use by one thread.
 */
public final class ConfigLoader {
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private @Nullable Path file;

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
     * Reads a YAML file, in UTF-8, which must exist. Replaces the one given before.
     *
     * @param file the file
     * @return this
     */
    public ConfigLoader file(Path file) {
        this.file = file;
        return this;
    }

    /**
     * Reads environment variables. Replaces those given before.
     *
     * @param environment names and values; names that do not start with {@code ROBO_} are ignored
     * @return this
     */
    public ConfigLoader environment(Map<String, String> environment) {
        variables.clear();
        variables.putAll(environment);
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
        Findings found = file == null ? new Findings() : YamlSource.read(file, Schema.ROBO);
        found.override(EnvironmentSource.read(variables, Schema.ROBO));
        found.override(code());
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
        for (ConfigProblem problem : ConfigValidator.problems(config, found.unread())) {
            problems.add(found.located(problem));
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparing(
                            (ConfigProblem problem) -> problem.origin().kind())
                    .thenComparingInt(problem -> problem.origin().line().orElse(0))
                    .thenComparing(problem -> problem.origin().name()));
            throw new ConfigException(problems);
        }
        return new LoadedConfig(config, origins);
    }

    /** The value, or its default as a stand-in if it cannot be read. */
    private static Object read(Setting setting, RawValue raw, Findings found) {
        Optional<Object> value = Grammar.read(setting.component().getGenericType(), raw);
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
