package io.robotrader.config;

import io.robotrader.config.section.Secret;
import io.robotrader.config.section.TradingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The four things that live trading needs at once: who has one of them by accident does not have the others.
 *
 * <p>Settings that were loaded or {@linkplain RoboConfig#validated() validated} cannot ask for live trading with a key
 * missing. This says so of any settings, by key, and is asked by whatever is about to open a live port.
 */
public final class LiveInterlock {

    private static final Set<Integer> LIVE_PORTS = Set.of(7496, 4001);

    private LiveInterlock() {}

    /** One of the four. */
    public enum Key {
        /** {@code execution.mode} is live. */
        MODE("execution.mode", "live"),
        /** {@code ibkr.readonly} is false. */
        ORDERS("ibkr.readonly", "false"),
        /** {@code ibkr.port} is one on which the vendor's programs trade real money. */
        PORT("ibkr.port", "a live port (7496, 4001)"),
        /** {@code execution.liveConfirmation} names the account of {@code ibkr.account} once more, which is a live one. */
        CONFIRMATION("execution.liveConfirmation", "the live account of ibkr.account once more");

        private final String path;
        private final String rule;

        Key(String path, String rule) {
            this.path = path;
            this.rule = rule;
        }

        /** {@return the setting that is the key} */
        public String path() {
            return path;
        }
    }

    /**
     * {@return whether settings ask for live trading, by their mode or by their port, with or without the other keys}
     *
     * @param config the settings
     */
    public static boolean isAsked(RoboConfig config) {
        return config.execution().mode() == TradingMode.LIVE
                || isLivePort(config.ibkr().port());
    }

    /**
     * {@return what is missing for live trading; empty if it may begin}
     *
     * @param config the settings
     */
    public static Set<Key> missing(RoboConfig config) {
        Set<Key> missing = EnumSet.noneOf(Key.class);
        if (config.execution().mode() != TradingMode.LIVE) {
            missing.add(Key.MODE);
        }
        if (config.ibkr().readonly()) {
            missing.add(Key.ORDERS);
        }
        if (!isLivePort(config.ibkr().port())) {
            missing.add(Key.PORT);
        }
        if (!isConfirmed(config) || !isLiveAccount(config)) {
            missing.add(Key.CONFIRMATION);
        }
        return missing;
    }

    /**
     * Refuses settings that ask for live trading and do not have all of its keys.
     *
     * @param config the settings; those that do not ask for it pass
     * @throws ConfigException naming every key that is missing and what to set
     */
    public static void check(RoboConfig config) {
        if (!isAsked(config)) {
            return;
        }
        List<ConfigProblem> problems = new ArrayList<>();
        for (Key key : missing(config)) {
            if (key == Key.CONFIRMATION && !isLiveAccount(config)) {
                problems.add(problem(config, "ibkr.account", "given, and no account on paper (which begins with D)"));
            }
            if (key != Key.CONFIRMATION || !isConfirmed(config)) {
                problems.add(problem(config, key.path, key.rule));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private static ConfigProblem problem(RoboConfig config, String path, String rule) {
        return ConfigProblem.of(path, config.text(path), rule + " for live trading", Origin.CODE);
    }

    /**
     * {@return whether the vendor's programs trade real money on a port, as they are delivered}
     *
     * @param port the port
     */
    public static boolean isLivePort(int port) {
        return LIVE_PORTS.contains(port);
    }

    static boolean isConfirmed(RoboConfig config) {
        Optional<Secret> confirmed = config.execution().liveConfirmation();
        return confirmed.isPresent() && confirmed.equals(config.ibkr().account());
    }

    private static boolean isLiveAccount(RoboConfig config) {
        return !config.ibkr().account().map(Secret::reveal).orElse("D").startsWith("D");
    }
}
