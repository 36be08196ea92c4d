package io.robotrader.risk.heat;

import io.robotrader.risk.account.Side;
import io.robotrader.risk.internal.Require;

/**
 * How far away the protective stop of a share is, and what to assume where there is none.
 *
 * <p>In this order: the stop itself; average true range times a factor; a fraction of the price. Immutable and
 * thread-safe.
 *
 * @param atrFactor how many average true ranges a stop is taken to be away, positive; default 2
 * @param defaultFraction the stop's distance as a fraction of the price where neither a stop nor an average true range
 *     is known, in (0, 1]; default 0.02, which is 2 %
 */
public record StopDistance(double atrFactor, double defaultFraction) {

    /** Two average true ranges, or 2 % of the price. */
    public static final StopDistance DEFAULT = new StopDistance(2.0, 0.02);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public StopDistance {
        Require.positive(atrFactor, "atrFactor");
        Require.fraction(defaultFraction, "defaultFraction");
    }

    /**
     * What one share loses from its price to its stop.
     *
     * <p>A price already through the stop gives zero: that loss is incurred, not at risk. A price that is NaN gives NaN.
     *
     * @param opened the side that opened the position: {@link Side#BUY} for long, {@link Side#SELL} for short
     * @param price the price per share to count from
     * @param stop the protective stop per share; NaN if there is none
     * @param atr the average true range per share; NaN if unknown
     * @return money per share, zero or positive
     */
    public double riskPerShare(Side opened, double price, double stop, double atr) {
        if (Double.isNaN(price)) {
            return Double.NaN;
        }
        if (!Double.isNaN(stop)) {
            return Math.max(0, opened.sign() * (price - stop));
        }
        return Double.isNaN(atr) ? price * defaultFraction : atr * atrFactor;
    }

    /**
     * What {@link #riskPerShare} counts from.
     *
     * @param stop the protective stop per share; NaN if there is none
     * @param atr the average true range per share; NaN if unknown
     * @return the stop, or else what is assumed in its place
     */
    public StopBasis basis(double stop, double atr) {
        if (!Double.isNaN(stop)) {
            return StopBasis.STOP;
        }
        return Double.isNaN(atr) ? StopBasis.DEFAULT_FRACTION : StopBasis.ATR;
    }
}
