package io.robotrader.config;

import java.util.List;

/**
 * A way to write a whole configuration down, so that {@link ConfigLoader} reads an equal one back. Secrets are left out
 * unless they are asked for.
 */
public enum ConfigFormat {
    /** For a file whose name ends in {@code .yaml}. */
    YAML {
        @Override
        String write(RoboConfig config, List<Setting> settings) {
            return TreeWriter.yaml(config, settings);
        }
    },
    /** For a file whose name ends in {@code .json}. */
    JSON {
        @Override
        String write(RoboConfig config, List<Setting> settings) {
            return TreeWriter.json(config, settings);
        }
    },
    /** For a file whose name ends in {@code .properties}. */
    PROPERTIES {
        @Override
        String write(RoboConfig config, List<Setting> settings) {
            return lines(config, settings, false);
        }
    },
    /** For a {@code .env} file or the environment. */
    ENV {
        @Override
        String write(RoboConfig config, List<Setting> settings) {
            return lines(config, settings, true);
        }
    };

    abstract String write(RoboConfig config, List<Setting> settings);

    /**
     * Every setting but the secrets.
     *
     * @param config a valid configuration
     * @return the text, ending in a line break
     */
    public String write(RoboConfig config) {
        return write(
                config,
                Schema.ROBO.settings().stream()
                        .filter(setting -> !setting.type().isSecret())
                        .toList());
    }

    /**
     * Every setting, with the secrets in plain text: not for logs.
     *
     * @param config a valid configuration
     * @return the text, ending in a line break
     */
    public String writeWithSecrets(RoboConfig config) {
        return write(config, List.copyOf(Schema.ROBO.settings()));
    }

    private static String lines(RoboConfig config, List<Setting> settings, boolean variables) {
        StringBuilder text = new StringBuilder();
        for (Setting setting : settings) {
            String value = Written.text(setting.valueIn(config), true);
            text.append(variables ? setting.variable() + "=\"" + value + "\"" : setting.path() + " = " + value)
                    .append('\n');
        }
        return text.toString();
    }
}
