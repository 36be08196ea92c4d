package io.robotrader.risk.account;

/**
 * What a rule may see of the account: sums over the whole book, each in constant time.
 *
 * <p>A sum that cannot be known, because a position has no mark or the numbers are too large to add, is {@link Double#NaN}, which no limit admits. The
 * gate's own view is valid only while a rule is being asked; keep an {@link AccountSnapshot} instead.
 */
public interface AccountView {

    /** {@return cash plus signed quantity times mark of every position, in money; NaN if a mark is missing} */
    double equity();

    /**
     * {@return the money that may still be spent on opening orders, working orders already taken off; NaN if such an
     * order has no mark}
     */
    double buyingPower();

    /** {@return the equity at the start of the trade date, in money; NaN if unknown} */
    double startOfDayEquity();

    /**
     * {@return equity now less equity at the start of the trade date less what was paid in since, in money: realised,
     * unrealised and fees together; negative for a loss; NaN if either equity is unknown}
     */
    double dailyPnl();

    /**
     * {@return the sum over all symbols of quantity times mark, working orders at their worst, in money, never
     * negative; NaN if a mark is missing}
     */
    double grossExposure();

    /**
     * {@return what is lost from here if every protective stop is hit, working orders included, in money, never
     * negative; NaN if a mark is missing}
     */
    double riskAtStops();

    /**
     * How much a new position would move with those that are held, or are about to be.
     *
     * @param symbol the new position's symbol
     * @param sign 1 if it would be long, -1 if short
     * @return the highest correlation x sign x sign of the held position, over all other symbols, from -1 to 1; -1 if
     *     nothing else is held; NaN if one of the correlations is not known
     */
    double highestCorrelation(String symbol, int sign);

    /** {@return how many symbols have a position or a working order that would open one} */
    int openPositions();
}
