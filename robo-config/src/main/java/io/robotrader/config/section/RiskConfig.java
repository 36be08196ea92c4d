package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.Description;
import io.robotrader.config.constraint.FixedAtStart;
import io.robotrader.config.constraint.Lasting;
import io.robotrader.config.constraint.Symbols;
import io.robotrader.config.constraint.SymbolsValidator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * What may be risked. Fractions are fractions: 0.02 is 2 %. At a limit passes, above it does not, except for the daily
 * loss, where reaching it is too much already. A limit that is on and lacks its number refuses. Immutable and thread-safe.
 *
 * @param maxPositionPct part of the equity for one position, as a fraction: what is put in with {@code fixed} and at most
 *     with {@code kelly} sizing, what is at risk at the assumed stop with {@code atr} sizing
 * @param maxDailyLossPct loss on a trade date at or above which nothing is opened, as a fraction of the equity at its
 *     start; what is held may be closed, and is not closed by this, and once the loss is smaller again, orders that open
 *     pass again
 * @param maxDrawdownPct how far the equity may be below its peak, as a fraction of the peak
 * @param maxLossStreak losing trades in a row after which a new one may be opened
 * @param maxSymbolExposurePct exposure to one symbol, with its working orders, as a fraction of equity
 * @param maxSectorExposurePct exposure to one sector, as a fraction of equity; an unknown sector is one of its own
 * @param maxLeverage gross exposure over equity
 * @param maxBuyingPowerUsePct part of the buying power that one order may take, as a fraction
 * @param maxPortfolioHeatPct what is lost if every stop is hit, as a fraction of equity
 * @param maxPortfolioBeta sum of signed exposure times beta over equity, without its sign
 * @param maxValueAtRiskPct value at risk of one day at 95 %, as a fraction of equity
 * @param correlationLimit correlation with a held position above which a new one adds to the same bet
 * @param maxOrderNotional value of one order in the account's currency
 * @param maxDailyNotional value of the orders of a trade date in the account's currency
 * @param maxOpenPositions positions that may be open at once
 * @param minVolume shares that must trade on an average day; exactly this passes
 * @param minMarketCap what all shares of the company must be worth; exactly this passes
 * @param maxPriceAge how old the mark may be
 * @param maxPriceDistancePct how far an order's limit may be from the mark, as a fraction of it
 * @param restrictedSymbols symbols that must not be opened; trimmed and in upper case, none twice
 * @param positionSizingMethod how a signal becomes a number of shares
 * @param atrRiskFactor distance of the assumed stop in average true ranges
 * @param kellyFraction part of the Kelly stake that is put in
 * @param stopLossPct distance of a stop as a fraction of the price; also of the assumed one, where neither a stop nor the
 *     average true range is known
 * @param useTrailingStop whether a stop follows the best price
 * @param trailingStopPct distance of a stop that follows, as a fraction of the best price
 * @param enableEmergencyShutdown whether the kill switch trips by itself; if not, only a person trips it
 * @param halt what makes the kill switch trip
 */
public record RiskConfig(
        @Default("0.02")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("0.1")
        @Description(
                "the part of the equity that a new position may take (fixed, and at most with kelly), or that it may"
                        + " lose (atr)")
        double maxPositionPct,

        @Default("0.005")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("0.05")
        @Description(
                "the loss since the start of the trade date at which nothing more is opened, as a part of the equity"
                        + " then")
        Cap<Double> maxDailyLossPct,

        @Default("0.2")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("0.5")
        @Description(
                "how far the equity may be below its peak for anything to be opened; needs nothing but the equity, so"
                        + " it is on by itself")
        Cap<Double> maxDrawdownPct,

        @Default("off")
        @DecimalMin("0")
        @DecimalMax("100")
        @Description(
                "after how many losing trades in a row one may still be opened; needs a gate that is told of closed"
                        + " trades, so it is off by itself")
        Cap<Integer> maxLossStreak,

        @Default("0.2")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        @Description("the most that one symbol may be of the equity")
        Cap<Double> maxSymbolExposurePct,

        @Default("0.3")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("0.5")
        @Description(
                "the most that one sector may be of the equity; all symbols of which the sector is not known are one"
                        + " sector")
        Cap<Double> maxSectorExposurePct,

        @Default("2")
        @DecimalMin("1")
        @DecimalMax("4")
        @Description("the most that all positions, long and short, may be worth, in equities")
        Cap<Double> maxLeverage,

        @Default("1")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        @Description("the part of the buying power that one order may take; 1 keeps an order from what cannot be paid")
        Cap<Double> maxBuyingPowerUsePct,

        @Default("0.06")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("0.5")
        @Description("the most that may be lost if every stop is hit, as a part of the equity")
        Cap<Double> maxPortfolioHeatPct,

        @Default("1.2")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("2")
        @Description("how much the portfolio may move with the market, in equities; needs the beta of every symbol, and"
                + " without it refuses")
        Cap<Double> maxPortfolioBeta,

        @Default("off")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("0.5")
        @Description(
                "the most that may be lost on 19 of 20 days, as a part of the equity; needs volatilities and betas, so"
                        + " it is off by itself")
        Cap<Double> maxValueAtRiskPct,

        @Default("0.7")
        @DecimalMin("0")
        @DecimalMax("1")
        @Description("how alike a new position may be to one held in the same direction")
        Cap<Double> correlationLimit,

        @Default("10000")
        @DecimalMin("100")
        @DecimalMax("1000000000000000")
        @Digits(integer = 16, fraction = 30)
        @Description("the most that one order may be worth, in money")
        Cap<BigDecimal> maxOrderNotional,

        @Default("100000")
        @DecimalMin("1000")
        @DecimalMax("1000000000000000")
        @Digits(integer = 16, fraction = 30)
        @Description("the most that the orders of a trade date may be worth together, in money")
        Cap<BigDecimal> maxDailyNotional,

        @Default("20")
        @DecimalMin("1")
        @DecimalMax("100")
        @Description("in how many symbols there may be a position or an order that opens one")
        Cap<Integer> maxOpenPositions,

        @Default("1000000")
        @DecimalMin("100000")
        @DecimalMax("1000000000000")
        @Description("how many shares must trade on an average day; needs that number for every symbol, and without it"
                + " refuses")
        Cap<Long> minVolume,

        @Default("1000000000")
        @DecimalMin("100000000")
        @DecimalMax("1000000000000000")
        @Digits(integer = 16, fraction = 30)
        @Description(
                "what a company must be worth, in money; needs that number for every symbol, and without it refuses")
        Cap<BigDecimal> minMarketCap,

        @Default("1m")
        @Lasting(minMillis = 1_000, maxMillis = 86_400_000)
        @Description(
                "how old a price may be for something to be opened at it; a minute is twice the slowest feed of quotes")
        Cap<Duration> maxPriceAge,

        @Default("0.1")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("0.5")
        @Description("how far from the last price an order's limit may be, either way; catches a slipped decimal point")
        Cap<Double> maxPriceDistancePct,

        @Default("off")
        @Symbols(min = 0, max = 1000)
        @Description("what must not be opened; positions in them may still be closed")
        List<String> restrictedSymbols,

        @Default("fixed")
        @Description(
                "how the number of shares follows from the equity; kelly stakes nothing until the program hands in a"
                        + " record of trades")
        SizingMethod positionSizingMethod,

        @Default("2")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("10")
        @Description("how many average true ranges away a stop is taken to be")
        double atrRiskFactor,

        @Default("0.25")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        @Description("the part of the stake of Kelly's criterion that is put in")
        double kellyFraction,

        @Default("0.02")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("0.1")
        @Description(
                "how far away a stop is, as a part of the price; also where one has to be assumed and no true range is"
                        + " known")
        double stopLossPct,

        @Default("false")
        @Description(
                "whether a stop follows the best price, risk.trailingStopPct away, in place of staying where it is")
        boolean useTrailingStop,

        @Default("0.015")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("0.1")
        @Description("how far behind the best price a stop follows")
        double trailingStopPct,

        @Default("true")
        @FixedAtStart
        @Description("whether the kill switch trips by itself; only the word false switches this off, and then a person"
                + " still can trip it")
        boolean enableEmergencyShutdown,

        @FixedAtStart @Valid HaltConfig halt) {

    /** Brings the restricted symbols into their one form; checks nothing. */
    public RiskConfig {
        restrictedSymbols = SymbolsValidator.inOneForm(restrictedSymbols);
    }
}
