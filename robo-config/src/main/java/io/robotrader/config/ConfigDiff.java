package io.robotrader.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What differs between two configurations. Immutable and thread-safe.
 *
 * @param changes one a setting, in the order in which the records declare the settings
 */
public record ConfigDiff(List<Change> changes) {

    /** Copies the list. */
    public ConfigDiff {
        changes = List.copyOf(changes);
    }

    /**
     * One setting that differs.
     *
     * @param path the path of the setting
     * @param before its value as it would be written; {@code ***} for a secret
     * @param after its new value
     * @param isFixedAtStart whether a running program needs a restart to take the new value
     */
    public record Change(String path, String before, String after, boolean isFixedAtStart) {

        /**
         * The change in one line.
         *
         * @return for example {@code risk.maxPositionPct: 0.02 -> 0.01}
         */
        @Override
        public String toString() {
            return path + ": " + before + " -> " + after;
        }
    }

    /**
     * Compares two configurations, setting by setting.
     *
     * @param before the first
     * @param after the second
     * @return what differs
     */
    public static ConfigDiff between(RoboConfig before, RoboConfig after) {
        List<Change> changes = new ArrayList<>();
        for (Setting setting : Schema.ROBO.settings()) {
            if (!Objects.equals(setting.valueIn(before), setting.valueIn(after))) {
                changes.add(new Change(
                        setting.path(),
                        before.text(setting.path()),
                        after.text(setting.path()),
                        setting.isFixedAtStart()));
            }
        }
        return new ConfigDiff(changes);
    }

    /**
     * Whether the configurations are equal.
     *
     * @return true if nothing differs
     */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
