package io.robotrader.risk.metrics;

import io.robotrader.risk.internal.Require;

/**
 * What the results of closed trades say. A trade's result is in the account's currency, after fees, positive for a gain.
 * A trade of exactly zero is neither won nor lost, but it is a trade.
 *
 * <p>For trades that come one by one, {@link #plus(double)} gives the statistics with the next one, to the same digits
 * as all at once. Immutable and thread-safe.
 */
public final class TradeStatistics {

    private static final TradeStatistics NONE = new TradeStatistics(0, 0, 0, 0, 0);

    private final long trades;
    private final long wins;
    private final long losses;
    private final double won;
    private final double lost;

    private TradeStatistics(long trades, long wins, long losses, double won, double lost) {
        this.trades = trades;
        this.wins = wins;
        this.losses = losses;
        this.won = won;
        this.lost = lost;
    }

    /**
     * {@return the statistics of trades}
     *
     * @param results the results in the account's currency, each finite; none is allowed
     * @throws IllegalArgumentException if a result is not finite
     */
    public static TradeStatistics of(double... results) {
        long wins = 0;
        long losses = 0;
        double won = 0;
        double lost = 0;
        for (int i = 0; i < results.length; i++) {
            double result = results[i];
            if (result > 0 && result < Double.POSITIVE_INFINITY) {
                wins++;
                won += result;
            } else if (result < 0 && result > Double.NEGATIVE_INFINITY) {
                losses++;
                lost -= result;
            } else if (result != 0) {
                throw new IllegalArgumentException("results[" + i + "] must be finite, but was " + result);
            }
        }
        return results.length == 0 ? NONE : new TradeStatistics(results.length, wins, losses, won, lost);
    }

    /**
     * {@return the statistics with one more trade}
     *
     * @param result its result in the account's currency, finite
     * @throws IllegalArgumentException if the result is not finite
     */
    public TradeStatistics plus(double result) {
        Require.finite(result, "result");
        return new TradeStatistics(
                trades + 1,
                wins + (result > 0 ? 1 : 0),
                losses + (result < 0 ? 1 : 0),
                won + Math.max(0, result),
                lost + Math.max(0, -result));
    }

    /** {@return how many trades there were, zero or above} */
    public long trades() {
        return trades;
    }

    /** {@return the share of the trades that were won, in [0, 1]; needs one trade} */
    public Estimate winRate() {
        return trades == 0 ? tooFew() : known((double) wins / trades);
    }

    /** {@return the sum of all gains over the sum of all losses, zero or above; needs a trade that lost} */
    public Estimate profitFactor() {
        return losses == 0 ? noLoss() : known(ratio(won, lost));
    }

    /** {@return the mean gain of the trades that were won, in the account's currency; needs one of them} */
    public Estimate averageWin() {
        return wins == 0 ? noWin() : known(won / wins);
    }

    /** {@return the mean loss of the trades that were lost, in the account's currency, positive; needs one of them} */
    public Estimate averageLoss() {
        return losses == 0 ? noLoss() : known(lost / losses);
    }

    /** {@return the average win over the average loss, which Kelly's formula calls b; needs a trade won and one lost} */
    public Estimate payoffRatio() {
        if (losses == 0 || wins == 0) {
            return losses == 0 ? noLoss() : noWin();
        }
        return known(ratio(won / wins, lost / losses));
    }

    /** {@return the mean result of a trade in the account's currency, negative for a loss; needs one trade} */
    public Estimate expectancy() {
        return trades == 0 ? tooFew() : known((won - lost) / trades);
    }

    private Estimate noLoss() {
        return trades == 0 ? tooFew() : Estimate.unknown("no trade was lost");
    }

    private Estimate noWin() {
        return trades == 0 ? tooFew() : Estimate.unknown("no trade was won");
    }

    private static Estimate tooFew() {
        return Estimate.tooFew("trades", 1, 0);
    }

    private static double ratio(double gain, double loss) {
        // What is divided by an infinite loss would look like an honest zero.
        return Double.isFinite(loss) ? gain / loss : Double.NaN;
    }

    private static Estimate known(double value) {
        return Estimate.computed(value, "results");
    }
}
