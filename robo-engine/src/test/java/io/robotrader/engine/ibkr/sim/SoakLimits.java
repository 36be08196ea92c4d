package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.ConfigLoader;
import io.robotrader.config.RoboConfig;
import io.robotrader.engine.market.Bar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The limits of a soak, and whether the gateway's own book keeps to them. */
final class SoakLimits {

    private static final int POSITIONS = 3;
    private static final double SYMBOL = 0.08;
    private static final double LEVERAGE = 1;
    // An order meets the bar after the one that it was decided on: by so much may the price have moved, and so far may
    // the
    // positions beside it have gone.
    private static final double MOVED = 1.03;
    private static final List<String> OFF = List.of(
            "execution.maxDailyTrades",
            "execution.maxOrdersPerMinute",
            "execution.duplicateOrderWindow",
            "risk.maxDailyLossPct",
            "risk.maxDrawdownPct",
            "risk.maxSectorExposurePct",
            "risk.maxPortfolioHeatPct",
            "risk.maxPortfolioBeta",
            "risk.correlationLimit",
            "risk.maxOrderNotional",
            "risk.maxDailyNotional",
            "risk.minVolume",
            "risk.minMarketCap",
            "risk.maxPriceAge",
            "risk.maxPriceDistancePct");

    private final Map<String, Double> marks = new HashMap<>();
    private final Map<String, Long> before = new HashMap<>();
    private int grown;

    static RoboConfig config() {
        ConfigLoader loader = ConfigLoader.create()
                .set("symbols", String.join(",", SoakMarket.SYMBOLS))
                .set("defaultCash", SoakBooks.CASH.toPlainString())
                .set("execution.enableShortSelling", "true")
                .set("risk.maxPositionPct", "0.1")
                .set("risk.maxOpenPositions", String.valueOf(POSITIONS))
                .set("risk.maxSymbolExposurePct", String.valueOf(SYMBOL))
                .set("risk.maxLeverage", String.valueOf(LEVERAGE));
        OFF.forEach(path -> loader.set(path, "off"));
        return loader.load().config();
    }

    /** Looks at the gateway's book after a bar; what was bought or sold short on it must have been allowed. */
    void look(Bar bar, GatewaySimulator gateway) {
        marks.put(bar.symbol(), bar.close());
        long shares = gateway.position(SoakBooks.ACCOUNT, bar.symbol()).longValueExact();
        Long earlier = before.put(bar.symbol(), shares);
        boolean grew = Math.abs(shares) > (earlier == null ? 0 : Math.abs(earlier));
        if (!grew) {
            return;
        }
        grown++;
        double equity = gateway.cash(SoakBooks.ACCOUNT).doubleValue();
        double gross = 0;
        for (Map.Entry<String, Long> held : before.entrySet()) {
            double value = held.getValue() * marks.get(held.getKey());
            equity += value;
            gross += Math.abs(value);
        }
        assertThat(before.values().stream().filter(it -> it != 0).count())
                .as("open positions at %s", bar)
                .isLessThanOrEqualTo(POSITIONS);
        assertThat(Math.abs(shares) * bar.close())
                .as("exposure at %s", bar)
                .isLessThanOrEqualTo(SYMBOL * equity * MOVED);
        assertThat(gross).as("gross at %s", bar).isLessThanOrEqualTo(LEVERAGE * equity * MOVED);
    }

    /** How often a position has grown. */
    int grown() {
        return grown;
    }
}
