package io.robotrader.config.wiring;

import io.robotrader.config.section.Cap;
import io.robotrader.config.section.ExecutionConfig;
import io.robotrader.config.section.RiskConfig;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.RiskLimitsBuilder;
import io.robotrader.risk.heat.StopDistance;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** One line a limit. */
final class Limits {

    private Limits() {}

    static RiskLimits of(ExecutionConfig execution, RiskConfig risk) {
        // Starts from nothing, so that what is off here is off there.
        RiskLimitsBuilder limits = RiskLimits.none().toBuilder()
                .stopDistance(new StopDistance(risk.atrRiskFactor(), risk.stopLossPct()))
                .restricted(Set.copyOf(risk.restrictedSymbols()));
        number(risk.maxBuyingPowerUsePct(), limits::maxBuyingPowerUse);
        number(risk.maxDailyLossPct(), limits::maxDailyLoss);
        number(risk.maxDrawdownPct(), limits::maxDrawdown);
        risk.maxLossStreak().limit().ifPresent(limits::maxLossStreak);
        execution.maxDailyTrades().limit().ifPresent(limits::maxDailyTrades);
        execution.maxOrdersPerMinute().limit().ifPresent(limits::maxOrdersPerMinute);
        seconds(execution.duplicateOrderWindow(), limits::minSecondsBetweenSameOrders);
        seconds(risk.maxPriceAge(), limits::maxPriceAge);
        number(risk.maxPriceDistancePct(), limits::maxPriceDistance);
        number(risk.minVolume(), limits::minAverageVolume);
        number(risk.minMarketCap(), limits::minMarketCap);
        number(risk.maxOrderNotional(), limits::maxOrderNotional);
        number(risk.maxDailyNotional(), limits::maxDailyNotional);
        number(risk.maxSymbolExposurePct(), limits::maxSymbolExposure);
        number(risk.maxSectorExposurePct(), limits::maxSectorExposure);
        number(risk.maxLeverage(), limits::maxLeverage);
        risk.maxOpenPositions().limit().ifPresent(limits::maxOpenPositions);
        number(risk.correlationLimit(), limits::maxCorrelation);
        number(risk.maxPortfolioHeatPct(), limits::maxPortfolioHeat);
        number(risk.maxPortfolioBeta(), limits::maxBeta);
        number(risk.maxValueAtRiskPct(), limits::maxValueAtRisk);
        if (!execution.enableShortSelling()) {
            limits.noShortSelling();
        }
        if (execution.onlyInSession()) {
            limits.onlyInSession();
        }
        return limits.build();
    }

    private static void number(Cap<? extends Number> cap, Consumer<Double> setter) {
        cap.limit().ifPresent(bound -> setter.accept(bound.doubleValue()));
    }

    private static void seconds(Cap<Duration> cap, Consumer<Double> setter) {
        cap.limit().ifPresent(bound -> setter.accept(bound.toMillis() / 1000.0));
    }
}
