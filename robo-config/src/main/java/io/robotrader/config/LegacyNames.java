package io.robotrader.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of the Python program: those that mean a setting, and those that a user should know to mean none. */
final class LegacyNames {

    /**
     * What an old variable means.
     *
     * @param path the setting; empty if there is none
     * @param why why there is none
     */
    record Meaning(String path, String why) {}

    /** Old names that do not follow from the path; those that do are the new ones without their prefix. */
    private static final Map<String, String> IRREGULAR = Map.of(
            "EXECUTION_SHORT_SELLING", "execution.enableShortSelling",
            "RISK_MAX_SECTOR_EXPOSURE", "risk.maxSectorExposurePct",
            "RISK_POSITION_SIZING", "risk.positionSizingMethod");

    private static final String[] REGULAR = {
        "environment",
        "symbols",
        "defaultCash",
        "execution.mode",
        "execution.maxDailyTrades",
        "execution.enableShortSelling",
        "risk.maxPositionPct",
        "risk.maxDailyLossPct",
        "risk.maxPortfolioBeta",
        "risk.correlationLimit",
        "risk.minVolume",
        "risk.minMarketCap",
        "risk.maxSectorExposurePct",
        "risk.maxLeverage",
        "risk.stopLossPct",
        "risk.maxOrderNotional",
        "risk.maxDailyNotional",
        "risk.maxOpenPositions",
        "risk.positionSizingMethod",
        "risk.useTrailingStop",
        "risk.trailingStopPct",
        "ibkr.host",
        "ibkr.port",
        "ibkr.clientId",
        "ibkr.account",
        "ibkr.readonly",
        "strategy.momentumLookback",
        "monitoring.enableAlerts",
        "monitoring.logLevel"
    };

    /**
     * Names that other programs have on the same machine: a foreign {@code ENVIRONMENT=dev} must not loosen a limit, nor a
     * foreign {@code ENVIRONMENT=prod} keep a program from its start. They work in a {@code .env} file, which is ours.
     */
    static final Set<String> COMMON = Set.of("ENVIRONMENT", "SYMBOLS");

    private static final String NO_READER = "nothing here reads such a setting yet";

    /** Settings of the Python program that nothing here reads, by their variables. */
    static final String[] UNREAD = {
        "EXECUTION_ACCOUNT_TYPE",
        "EXECUTION_POSITION_TIMEOUT",
        "EXECUTION_ORDER_TIMEOUT",
        "RISK_TAKE_PROFIT_PCT",
        "DATA_PROVIDER",
        "DATA_STORAGE",
        "DATA_FEATURE_WINDOW",
        "DATA_TICK_BUFFER",
        "DATA_CACHE_TTL",
        "DATA_ENABLE_REALTIME",
        "DATA_HISTORICAL_DAYS",
        "DATA_BAR_SIZE",
        "IBKR_TIMEOUT",
        "STRATEGY_REBALANCE",
        "STRATEGY_MEAN_REVERSION_PERIOD",
        "STRATEGY_BREAKOUT_VOLUME",
        "MONITORING_ALERT_EMAIL",
        "MONITORING_ALERT_WEBHOOK",
        "MONITORING_METRICS_PORT",
        "MONITORING_HEALTH_CHECK_INTERVAL",
        "MONITORING_LOG_FORMAT"
    };

    private static final Map<String, Meaning> ALL = all();

    private LegacyNames() {}

    @Nullable
    static Meaning of(String variable) {
        return ALL.get(variable);
    }

    /** The old variables that still work, with the paths that they mean. */
    static Map<String, String> working() {
        Map<String, String> working = new HashMap<>(IRREGULAR);
        for (String path : REGULAR) {
            working.put(Schema.ROBO.known(path).variable().substring(Setting.PREFIX.length()), path);
        }
        return working;
    }

    private static Map<String, Meaning> all() {
        Map<String, Meaning> all = new HashMap<>();
        working().forEach((variable, path) -> all.put(variable, new Meaning(path, "")));
        for (String variable : UNREAD) {
            all.put(variable, new Meaning("", NO_READER));
        }
        // Documented by the Python program, and ignored by it too.
        all.put("STRATEGY_ENABLED", new Meaning("", "use a weight each, such as ROBO_STRATEGY_MOMENTUM=1"));
        all.put("STRATEGY_COMBINATION", new Meaning("", "use ROBO_STRATEGY_COMBINATION: vote, weight or priority"));
        all.put(
                "STRATEGY_MIN_CONFIDENCE",
                new Meaning("", "use ROBO_STRATEGY_MIN_CONFIDENCE, which is asked of entries"));
        all.put("TRADING_MODE", new Meaning("", "use ROBO_EXECUTION_MODE"));
        all.put("MAX_DAILY_LOSS", new Meaning("", "use ROBO_RISK_MAX_DAILY_LOSS_PCT, a fraction of the equity"));
        all.put("MAX_POSITION_RISK_PCT", new Meaning("", "use ROBO_RISK_MAX_POSITION_PCT"));
        all.put("MAX_SYMBOL_EXPOSURE_PCT", new Meaning("", "use ROBO_RISK_MAX_SYMBOL_EXPOSURE_PCT"));
        all.put("MAX_LEVERAGE", new Meaning("", "use ROBO_RISK_MAX_LEVERAGE"));
        return all;
    }
}
