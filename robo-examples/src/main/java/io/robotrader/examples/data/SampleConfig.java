package io.robotrader.examples.data;

import io.robotrader.config.ConfigLoader;
import java.util.List;

/** Settings for runs that send more than any limit should admit. Stateless. */
public final class SampleConfig {

    private static final List<String> OFF = List.of(
            "execution.maxDailyTrades",
            "execution.maxOrdersPerMinute",
            "execution.duplicateOrderWindow",
            "risk.maxDailyLossPct",
            "risk.maxDrawdownPct",
            "risk.maxOpenPositions",
            "risk.maxDailyNotional",
            "risk.maxPortfolioBeta",
            "risk.maxPortfolioHeatPct",
            "risk.maxSectorExposurePct",
            "risk.correlationLimit",
            "risk.minVolume",
            "risk.minMarketCap");

    private SampleConfig() {}

    /**
     * Without the limits that many orders in a short time come up against: of their number and rate, and of what needs
     * facts that such a run does not have. What bounds a single position stays.
     *
     * @param symbols the symbols to trade
     * @return a loader, for what else the run wants
     */
    public static ConfigLoader forManyOrders(List<String> symbols) {
        ConfigLoader loader = ConfigLoader.create().set("symbols", String.join(",", symbols));
        OFF.forEach(path -> loader.set(path, "off"));
        return loader;
    }
}
