package io.robotrader.config.reload;

import io.robotrader.config.ConfigDiff;
import io.robotrader.config.ConfigException;
import io.robotrader.config.ConfigLoader;
import io.robotrader.config.ConfigProblem;
import io.robotrader.config.LoadedConfig;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.wiring.Wiring;
import io.robotrader.risk.LimitsDiff;
import io.robotrader.risk.RiskLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Holds the settings in force and takes new ones, whole or not at all. It watches no file: the program says when.
 *
 * <pre>
 * switch (reload.apply(ConfigLoader.create().file(path).environment(System.getenv()))) {
 *     case Applied applied -&gt; gate.use(Wiring.limits(applied.config().config()));
 *     case Refused refused -&gt; refused.reasons().forEach(log::warn);
 * }
 * </pre>
 *
 * <p>Thread-safe: of two that apply at once, the second is held against what the first left.
 */
public final class ConfigReload {

    private static final String POSITION = "risk.maxPositionPct";

    private final ReloadPolicy policy;
    private volatile LoadedConfig current;

    private ConfigReload(LoadedConfig start, ReloadPolicy policy) {
        this.current = Objects.requireNonNull(start, "start");
        this.policy = Objects.requireNonNull(policy, "policy");
    }

    /**
     * Starts with the settings that the program started with.
     *
     * @param start the settings in force
     * @param policy which new ones to take
     * @return the holder
     */
    public static ConfigReload of(LoadedConfig start, ReloadPolicy policy) {
        return new ConfigReload(start, policy);
    }

    /**
     * The settings in force.
     *
     * @return what was applied last, or the start
     */
    public LoadedConfig current() {
        return current;
    }

    /**
     * Loads new settings and puts them in force, if they are valid, need no restart, and the policy takes them.
     *
     * @param next the sources to read, all of them: what is no longer given has its default again
     * @return applied with what changes, or refused with every reason
     */
    public synchronized Reloaded apply(ConfigLoader next) {
        LoadedConfig loaded;
        try {
            loaded = next.load();
        } catch (ConfigException e) {
            return new Reloaded.Refused(
                    e.problems().stream().map(ConfigProblem::toString).toList());
        }
        ConfigDiff diff = ConfigDiff.between(current.config(), loaded.config());
        List<String> reasons = reasons(diff, loaded.config());
        if (!reasons.isEmpty()) {
            return new Reloaded.Refused(reasons);
        }
        current = loaded;
        return new Reloaded.Applied(loaded, diff);
    }

    private List<String> reasons(ConfigDiff diff, RoboConfig next) {
        List<String> reasons = new ArrayList<>();
        diff.changes().stream()
                .filter(ConfigDiff.Change::isFixedAtStart)
                .forEach(change -> reasons.add(change + " takes a restart"));
        if (policy == ReloadPolicy.TIGHTEN_ONLY) {
            LimitsDiff limits = Wiring.limits(current.config()).diff(Wiring.limits(next));
            limits.changes().stream()
                    .filter(change -> change.direction() != LimitsDiff.Direction.TIGHTENED)
                    .forEach(change -> reasons.add(change.kind() + " must only be tightened, but was "
                            + (change.direction() == LimitsDiff.Direction.LOOSENED ? "loosened" : "changed")));
            diff.changes().stream()
                    .filter(change -> !change.isFixedAtStart() && !isTightening(change, next))
                    .forEach(change -> reasons.add(change + " is not a limit that is tightened"));
        }
        return reasons;
    }

    /** Whether it is a limit, of which the direction is looked at elsewhere, or makes positions smaller. */
    private boolean isTightening(ConfigDiff.Change change, RoboConfig next) {
        if (change.path().equals(POSITION)) {
            return next.risk().maxPositionPct() < current.config().risk().maxPositionPct();
        }
        RiskLimits before = Wiring.limits(current.config());
        RiskLimits after = Wiring.limits(current.config().with(change.path(), next));
        // What is assumed about stops is no bound: it moves real stops and sizes, too.
        return !before.bounds().equals(after.bounds()) || !before.restricted().equals(after.restricted());
    }
}
