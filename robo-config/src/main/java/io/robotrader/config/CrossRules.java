package io.robotrader.config;

import io.robotrader.config.section.Environment;
import io.robotrader.config.section.LogLevel;
import io.robotrader.config.section.Secret;
import io.robotrader.config.section.TradingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** How settings must fit together. The first setting of a rule is the one that is reported. */
final class CrossRules {

    private static final Set<Integer> PAPER_PORTS = Set.of(7497, 4002);

    private static final String MODE = "execution.mode";
    private static final String CONFIRMATION = "execution.liveConfirmation";
    private static final String PORT = "ibkr.port";
    private static final String ACCOUNT = "ibkr.account";
    private static final String READONLY = "ibkr.readonly";
    private static final String ENVIRONMENT = "environment";

    static final List<CrossRule> ALL = List.of(
            new CrossRule(
                    List.of("data.correlationMinObservations", "data.correlationLookback"),
                    config -> config.data().correlationMinObservations()
                            <= config.data().correlationLookback(),
                    config -> "at most correlationLookback (" + config.data().correlationLookback() + ")"),
            rule(
                    "not a live port (7496, 4001) unless execution.mode is live",
                    config -> isLive(config) || !LiveInterlock.isLivePort(port(config)),
                    PORT,
                    MODE),
            rule(
                    "a known port (7497, 4002) unless ibkr.readonly is true",
                    config -> isLive(config)
                            || isReadonly(config)
                            || LiveInterlock.isLivePort(port(config))
                            || PAPER_PORTS.contains(port(config)),
                    PORT,
                    MODE,
                    READONLY),
            rule(
                    "a live port (7496, 4001) as execution.mode is live",
                    config -> !isLive(config) || LiveInterlock.isLivePort(port(config)),
                    PORT,
                    MODE),
            rule("false as execution.mode is live", config -> !(isLive(config) && isReadonly(config)), READONLY, MODE),
            rule("an account's id: capital letters and digits", config -> isId(account(config)), ACCOUNT),
            rule(
                    "an account's id: capital letters and digits",
                    config -> isId(config.execution().liveConfirmation().map(Secret::reveal)),
                    CONFIRMATION),
            rule(
                    "given as execution.mode is live",
                    config -> !isLive(config) || account(config).isPresent(),
                    ACCOUNT,
                    MODE),
            rule(
                    "a live account, which does not begin with D, as execution.mode is live",
                    config -> !isLive(config) || !account(config).orElse("").startsWith("D"),
                    ACCOUNT,
                    MODE),
            rule(
                    "an account on paper, which begins with D, unless execution.mode is live",
                    config -> isLive(config) || account(config).orElse("D").startsWith("D"),
                    ACCOUNT,
                    MODE),
            rule(
                    "the account of ibkr.account once more as execution.mode is live",
                    config -> !isLive(config) || LiveInterlock.isConfirmed(config),
                    CONFIRMATION,
                    MODE,
                    ACCOUNT),
            rule(
                    "true in production",
                    config -> !isProduction(config) || config.monitoring().enableAlerts(),
                    "monitoring.enableAlerts",
                    ENVIRONMENT),
            rule(
                    "info, warning or error in production",
                    config -> !isProduction(config) || config.monitoring().logLevel() != LogLevel.DEBUG,
                    "monitoring.logLevel",
                    ENVIRONMENT));

    private CrossRules() {}

    private static CrossRule rule(String expected, Predicate<RoboConfig> test, String... paths) {
        return new CrossRule(List.of(paths), test, config -> expected);
    }

    private static boolean isLive(RoboConfig config) {
        return config.execution().mode() == TradingMode.LIVE;
    }

    private static boolean isProduction(RoboConfig config) {
        return config.environment() == Environment.PRODUCTION;
    }

    private static boolean isReadonly(RoboConfig config) {
        return config.ibkr().readonly();
    }

    private static boolean isId(Optional<String> account) {
        return account.map(id -> id.matches("[A-Z][A-Z0-9]{3,19}")).orElse(true);
    }

    private static int port(RoboConfig config) {
        return config.ibkr().port();
    }

    private static Optional<String> account(RoboConfig config) {
        return config.ibkr().account().map(Secret::reveal);
    }
}
