package io.robotrader.config;

import io.robotrader.config.section.Environment;
import java.util.Map;

/** What an environment brings along: stronger than a default, weaker than whatever the user says. */
final class Presets {

    // Production does not touch the mode: real money takes more than a preset.
    private static final Map<Environment, Map<String, String>> ALL = Map.of(
            Environment.DEV,
                    Map.of(
                            "execution.mode", "paper",
                            "monitoring.enableAlerts", "false",
                            "monitoring.logLevel", "debug",
                            "risk.maxPositionPct", "0.05"),
            Environment.STAGING,
                    Map.of(
                            "execution.mode", "paper",
                            "monitoring.enableAlerts", "true",
                            "monitoring.logLevel", "debug"),
            Environment.PRODUCTION,
                    Map.of(
                            "monitoring.enableAlerts", "true",
                            "monitoring.logLevel", "info",
                            "risk.maxPositionPct", "0.01",
                            "risk.maxDailyLossPct", "0.003"));

    private Presets() {}

    /** Texts by the path of their setting. */
    static Map<String, String> of(Environment environment) {
        return ALL.getOrDefault(environment, Map.of());
    }
}
