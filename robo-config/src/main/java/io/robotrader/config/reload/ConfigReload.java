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
import java.util.function.Consumer;

/**
 * Holds the settings in force and takes new ones, whole or not at all. It watches no file: the program says when.
 *
 * <pre>
 * Reloaded outcome = reload.apply(
 *         ConfigLoader.create().file(path).environment(System.getenv()),
 *         taken -&gt; gate.use(Wiring.limits(taken.config())));
 * if (outcome instanceof Reloaded.Refused refused) {
 *     refused.reasons().forEach(log::warn);
 * }
 * </pre>
 *
 * <p>Thread-safe: of two that apply at once, the second is held against what the first left, and the program is told of
 * them in that order.
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
    public Reloaded apply(ConfigLoader next) {
        return apply(next, taken -> {});
    }

    /**
     * Loads new settings as {@link #apply(ConfigLoader)} does, and has the program use them before anybody else can apply
     * others: so what is used last is what is in force.
     *
     * @param next the sources to read, all of them
     * @param use makes the program use what is taken; called at most once, under the lock. If it throws, the settings
     *     from before stay in force, and what it threw is thrown on
     * @return applied with what changes, or refused with every reason
     */
    public synchronized Reloaded apply(ConfigLoader next, Consumer<LoadedConfig> use) {
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
        use.accept(loaded);
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
