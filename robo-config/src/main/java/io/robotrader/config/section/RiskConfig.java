package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;

/**
 * What may be risked. Fractions are fractions: 0.02 is 2 %. At a limit passes, above it does not, except for the daily
 * loss, where reaching it is too much already. Immutable and thread-safe.
 *
 * @param maxPositionPct part of the equity for one position, as a fraction: what is put in with {@code fixed} sizing, what
 *     is at risk at the assumed stop with {@code atr} sizing
 * @param maxDailyLossPct loss on a trade date at or above which nothing is opened, as a fraction of the equity at its
 *     start; what is held may be closed, and is not closed by this, and once the loss is smaller again, orders that open
 *     pass again
 * @param maxSymbolExposurePct exposure to one symbol, with its working orders, as a fraction of equity
 * @param maxOrderNotional value of one order in the account's currency
 * @param maxOpenPositions positions that may be open at once
 * @param maxPortfolioHeatPct what is lost if every stop is hit, as a fraction of equity
 * @param correlationLimit correlation with a held position above which a new one adds to the same bet
 * @param positionSizingMethod how a signal becomes a number of shares
 * @param atrRiskFactor distance of the assumed stop in average true ranges
 * @param stopLossPct distance of the assumed stop as a fraction of the price, where neither a stop nor the average true
 *     range is known
 */
public record RiskConfig(
        @Default("0.02") @DecimalMin(value = "0", inclusive = false) @DecimalMax("0.1")
        double maxPositionPct,

        @Default("0.005") @DecimalMin(value = "0", inclusive = false) @DecimalMax("0.05")
        Cap<Double> maxDailyLossPct,

        @Default("0.2") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        Cap<Double> maxSymbolExposurePct,

        @Default("10000") @DecimalMin("100") @DecimalMax("1000000000000000")
        Cap<BigDecimal> maxOrderNotional,

        @Default("20") @DecimalMin("1") @DecimalMax("100") Cap<Integer> maxOpenPositions,

        @Default("0.06") @DecimalMin(value = "0", inclusive = false) @DecimalMax("0.5")
        Cap<Double> maxPortfolioHeatPct,

        @Default("0.7") @DecimalMin("0") @DecimalMax("1") Cap<Double> correlationLimit,

        @Default("fixed") SizingMethod positionSizingMethod,

        @Default("2.0") @DecimalMin(value = "0", inclusive = false) @DecimalMax("10")
        double atrRiskFactor,

        @Default("0.02") @DecimalMin(value = "0", inclusive = false) @DecimalMax("0.1")
        double stopLossPct) {}
