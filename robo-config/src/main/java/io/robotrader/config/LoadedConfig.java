package io.robotrader.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A valid configuration that knows where each of its values came from. Immutable and thread-safe. */
public final class LoadedConfig {
    private final RoboConfig config;
    private final Map<String, Origin> origins;
    private final List<String> warnings;

    LoadedConfig(RoboConfig config, Map<String, Origin> origins, List<String> warnings) {
        this.config = config;
        this.origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
        this.warnings = List.copyOf(warnings);
    }

    /**
     * The settings.
     *
     * @return a valid configuration
     */
    public RoboConfig config() {
        return config;
    }

    /**
     * Where a value came from.
     *
     * @param path the path of a setting, such as {@code risk.maxPositionPct} or {@code symbols}
     * @return its origin
     * @throws IllegalArgumentException if there is no such setting
     */
    public Origin origin(String path) {
        Origin origin = origins.get(path);
        if (origin == null) {
            throw new IllegalArgumentException("path must be that of a setting, but was " + path);
        }
        return origin;
    }

    /**
     * Where every value came from.
     *
     * @return the origins by path, in the order in which the records declare the settings; not modifiable
     */
    public Map<String, Origin> origins() {
        return origins;
    }

    /**
     * What is not wrong, but should be known: old names that were used, and old variables that have no effect.
     *
     * @return one sentence each; values are not repeated in them
     */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * The configuration as text.
     *
     * @return a line a setting, with its value and where that came from; secrets are hidden
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        origins.forEach((path, origin) -> text.append(path)
                .append(" = ")
                .append(config.text(path))
                .append(" (")
                .append(origin)
                .append(")\n"));
        return text.toString();
    }
}
