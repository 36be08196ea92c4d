package io.robotrader.config;

import io.robotrader.config.section.Cap;
import io.robotrader.config.section.TradingMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The ten flat fields of the Python program, for code that is being moved over. Immutable and thread-safe.
 *
 * @param ibkrHost where Trader Workstation or the gateway runs
 * @param ibkrPort its port
 * @param ibkrClientId the number by which the broker knows this program
 * @param tradingMode where orders go
 * @param maxDailyLoss the part of {@code defaultCash} that may be lost on a trade date, in money; empty if the limit is
 *     off. The limit itself goes by the equity at the start of the trade date, which this cannot know
 * @param maxPositionRiskPct part of the equity for one position, as a fraction
 * @param maxSymbolExposurePct exposure to one symbol, as a fraction of equity; empty if the limit is off
 * @param maxLeverage gross exposure over equity; empty if the limit is off
 * @param defaultCash the cash that the books begin with
 * @param symbols what is traded
 */
public record LegacyConfig(
        String ibkrHost,
        int ibkrPort,
        int ibkrClientId,
        TradingMode tradingMode,
        Optional<BigDecimal> maxDailyLoss,
        double maxPositionRiskPct,
        Optional<Double> maxSymbolExposurePct,
        Optional<Double> maxLeverage,
        BigDecimal defaultCash,
        List<String> symbols) {

    /** Copies the list. */
    public LegacyConfig {
        symbols = List.copyOf(symbols);
    }

    /**
     * The flat view of a configuration.
     *
     * @param config valid settings
     * @return the ten fields
     */
    public static LegacyConfig of(RoboConfig config) {
        Cap<Double> dailyLoss = config.risk().maxDailyLossPct();
        return new LegacyConfig(
                config.ibkr().host(),
                config.ibkr().port(),
                config.ibkr().clientId(),
                config.execution().mode(),
                dailyLoss.limit().map(part -> config.defaultCash().multiply(BigDecimal.valueOf(part))),
                config.risk().maxPositionPct(),
                config.risk().maxSymbolExposurePct().limit(),
                config.risk().maxLeverage().limit(),
                config.defaultCash(),
                config.symbols());
    }
}
