package io.robotrader.config.reload;

import io.robotrader.config.ConfigDiff;
import io.robotrader.config.LoadedConfig;
import java.util.List;

/** What became of new settings. Immutable and thread-safe. */
public sealed interface Reloaded {

    /**
     * Whether the new settings are in force.
     *
     * @return true for {@link Applied}
     */
    boolean isApplied();

    /**
     * The new settings are in force.
     *
     * @param config the settings
     * @param diff what they change; may be nothing
     */
    record Applied(LoadedConfig config, ConfigDiff diff) implements Reloaded {
        @Override
        public boolean isApplied() {
            return true;
        }
    }

    /**
     * The settings from before stay in force, all of them.
     *
     * @param reasons at least one sentence; secrets are hidden in them
     */
    record Refused(List<String> reasons) implements Reloaded {
        /** Copies the list. */
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public boolean isApplied() {
            return false;
        }
    }
}
