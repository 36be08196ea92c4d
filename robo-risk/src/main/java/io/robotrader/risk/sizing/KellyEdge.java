package io.robotrader.risk.sizing;

import io.robotrader.risk.internal.Require;

/**
 * What a record of trades says of a strategy's edge: how often it wins, how much, and how many trades say so.
 *
 * <p>Numbers that show no edge are no mistake and stake nothing: a win rate that is not strictly between 0 and 1, an
 * average that is not positive, no trades. Immutable and thread-safe.
 *
 * @param winRate the part of the trades that won, as a fraction, finite
 * @param averageWin what a winning trade gained on average, in any unit, finite
 * @param averageLoss what a losing trade lost on average, in the same unit, positive for a loss, finite
 * @param trades how many trades these numbers are about, zero or more
 */
public record KellyEdge(double winRate, double averageWin, double averageLoss, long trades) {

    // A fair game, 0.4 - 0.6 / 1.5, comes out a little above zero.
    private static final double ROUNDING = 1e-12;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a number is not finite, or the count is negative
     */
    public KellyEdge {
        Require.finite(winRate, "winRate");
        Require.finite(averageWin, "averageWin");
        Require.finite(averageLoss, "averageLoss");
        Require.atLeast(trades, 0, "trades");
    }

    /**
     * {@return the edge that a record of trades shows}
     *
     * @param profits the result of each trade, in money or as a return, negative for a loss, finite; a trade that came
     *     out even is left out, as it tells nothing of the size of wins or losses
     * @throws IllegalArgumentException if a number, or their sum, is not finite
     */
    public static KellyEdge ofProfits(double... profits) {
        long wins = 0;
        long losses = 0;
        double won = 0;
        double lost = 0;
        for (double profit : profits) {
            Require.finite(profit, "profit");
            if (profit > 0) {
                wins++;
                won += profit;
            } else if (profit < 0) {
                losses++;
                lost -= profit;
            }
        }
        return new KellyEdge(
                wins == 0 ? 0 : (double) wins / (wins + losses),
                wins == 0 ? 0 : won / wins,
                losses == 0 ? 0 : lost / losses,
                wins + losses);
    }

    /**
     * The part of the capital that the Kelly criterion stakes if these numbers are exactly true: p - (1 - p) / b, where
     * p is the win rate and b the average win over the average loss (Kelly, A New Interpretation of Information Rate,
     * 1956).
     *
     * @return a fraction from 0, where there is no edge, to less than 1
     */
    public double rawFraction() {
        if (!(winRate > 0 && winRate < 1 && averageWin > 0 && averageLoss > 0) || trades == 0) {
            return 0;
        }
        double edge = winRate - (1 - winRate) * (averageLoss / averageWin);
        return edge > ROUNDING ? edge : 0;
    }

    /**
     * The Kelly fraction, made smaller for what a short record does not know.
     *
     * <p>With f the raw fraction and v the variance of its estimate, the stake k x f that grows the capital most on
     * average has k = f<sup>2</sup> / (f<sup>2</sup> + v), where v = (1 + 1 / b)<sup>2</sup> s<sup>2</sup> and
     * s<sup>2</sup> is the variance of the win rate (Baker and McHale, Optimal Betting Under Parameter Uncertainty:
     * Improving the Kelly Criterion, Decision Analysis 10(3), 2013, the approximation for a back of an envelope). For
     * s<sup>2</sup> this takes 1 / (4 x trades), the most it can be, so that a short run of luck does not look certain.
     * That the averages are estimates too is not in it.
     *
     * @return a fraction from 0 to {@link #rawFraction()}, which it approaches as the trades grow many
     */
    public double fraction() {
        double raw = rawFraction();
        if (raw == 0) {
            return 0;
        }
        double deviation = (1 + averageLoss / averageWin) / (2 * Math.sqrt((double) trades));
        double noise = deviation / raw;
        return raw / (1 + noise * noise);
    }
}
