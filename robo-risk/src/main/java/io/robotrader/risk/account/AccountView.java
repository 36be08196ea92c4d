package io.robotrader.risk.account;

/**
 * What a rule may see of the account: sums over the whole book, working orders included, each in constant time but
 * {@link #highestCorrelation}, and {@link #oldestMarkAgeSeconds} where the answer is high.
 *
 * <p>A sum that cannot be known, because something that it needs is missing, is {@link Double#NaN}, which no limit admits.
 * Valid only while a rule is being asked; keep {@link AccountFigures} instead.
 */
public interface AccountView {

    /** {@return cash plus signed quantity times mark of every position, in money} */
    double equity();

    /** {@return the money that may still be spent on opening orders, working orders already taken off} */
    double buyingPower();

    /** {@return the equity at the start of the trade date, in money; NaN if it was not told} */
    double startOfDayEquity();

    /**
     * {@return equity now less equity at the start of the trade date less what was paid in since, in money: realised,
     * unrealised and fees together; negative for a loss}
     */
    double dailyPnl();

    /** {@return how far the equity is below the highest that it was, as a fraction of that, zero or positive} */
    double drawdown();

    /** {@return losing trades in a row, as far as the gate was told of trades} */
    int lossStreak();

    /** {@return opening orders of this trade date that were held and not given back unfilled} */
    int openedOrders();

    /** {@return the opening parts of the orders of this trade date, in money, what was given back taken off} */
    double openedNotional();

    /** {@return opening orders that were held in the last minute} */
    int ordersInLastMinute();

    /** {@return the sum over all symbols of quantity times mark, working orders at their worst, in money} */
    double grossExposure();

    /**
     * {@return the same sum over the symbols of one sector, in money}
     *
     * @param sector the sector's name
     */
    double sectorExposure(String sector);

    /** {@return what is lost from here if every protective stop is hit, in money, never negative} */
    double riskAtStops();

    /** {@return the sum over all symbols of signed exposure times beta, in money; NaN if a beta is missing} */
    double betaExposure();

    /**
     * {@return the sum over all symbols of (exposure x residual volatility) squared, in money squared: the variance of a
     * day that the market does not explain; NaN if a volatility is missing}
     */
    double residualVariance();

    /** {@return the standard deviation of the market's daily returns as a fraction; NaN if it was not told} */
    double marketVolatility();

    /**
     * How much a new position would move with those that are held, or are about to be.
     *
     * @param symbol the new position's symbol
     * @param sign 1 if it would be long, -1 if short
     * @return the highest correlation x sign x sign of the held position, over all other symbols, from -1 to 1; -1 if
     *     nothing else is held; NaN if one of the correlations is not known
     */
    double highestCorrelation(String symbol, int sign);

    /**
     * How far from now the marks are that the sums rest on. In constant time where the answer is small enough.
     *
     * @param enough seconds up to which the exact number is of no interest: one that is at most this may be told higher than
     *     it is, though not above this; zero or negative for the exact number
     * @return the seconds between now and the mark that is farthest from it, either way, over all symbols with a position or
     *     a working order that would open one; 0 if there is none; NaN if one of them has no mark
     */
    double oldestMarkAgeSeconds(double enough);

    /** {@return how many symbols have a position or a working order that would open one} */
    int openPositions();
}
