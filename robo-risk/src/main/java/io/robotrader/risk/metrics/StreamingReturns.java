package io.robotrader.risk.metrics;

import io.robotrader.risk.internal.Require;

/**
 * The figures of {@link ReturnMetrics} that can be kept up to date one return at a time, over all returns so far and to
 * the same digits. A return takes constant time and allocates nothing; what is read is an object.
 *
 * <p>Mean and variance are kept by the method of B. P. Welford (1962). There is no rolling window here: taking returns
 * out again lets rounding grow, and a drawdown cannot be taken out at all. For a window, give its returns to
 * {@link ReturnMetrics}.
 *
 * <p>Not thread-safe: one writer at a time.
 */
public final class StreamingReturns {

    private final double periodsPerYear;
    private final double targetPerPeriod;
    private final Underwater wealth = new Underwater();
    private double mean;
    private double squares;
    private double shortfallSquares;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    private StreamingReturns(double periodsPerYear, double targetPerPeriod) {
        this.periodsPerYear = periodsPerYear;
        this.targetPerPeriod = targetPerPeriod;
    }

    /**
     * {@return figures that have seen no return}
     *
     * @param periodsPerYear how many periods a year has, positive: 252 for trading days, 12 for months
     * @param targetPerPeriod the return a period that {@link #sortino()} aims at, finite; usually 0
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static StreamingReturns of(double periodsPerYear, double targetPerPeriod) {
        return new StreamingReturns(
                Require.positive(periodsPerYear, "periodsPerYear"), Require.finite(targetPerPeriod, "targetPerPeriod"));
    }

    /**
     * Takes in the next return. A return that is refused changes nothing.
     *
     * @param simpleReturn of the next period, finite and not below -1
     * @throws IllegalArgumentException if the return is out of its range
     */
    public void add(double simpleReturn) {
        if (!Sample.isReturn(simpleReturn)) {
            throw Sample.bad("simpleReturn", simpleReturn);
        }
        wealth.add(simpleReturn);
        double before = simpleReturn - mean;
        mean += before / wealth.returns();
        squares += before * (simpleReturn - mean);
        double shortfall = Math.min(0, simpleReturn - targetPerPeriod);
        shortfallSquares += shortfall * shortfall;
        least = Math.min(least, simpleReturn);
        most = Math.max(most, simpleReturn);
    }

    /** {@return how many returns came} */
    public long count() {
        return wealth.returns();
    }

    /** {@return as {@link ReturnMetrics#volatility()}; needs two returns} */
    public Estimate volatility() {
        return count() < 2 ? tooFew(2) : Sample.known(deviation() * Math.sqrt(periodsPerYear));
    }

    /**
     * {@return as {@link ReturnMetrics#sharpe(double)}; needs two returns that differ}
     *
     * @param riskFreePerPeriod the return a period without risk, finite
     * @throws IllegalArgumentException if the return without risk is not finite
     */
    public Estimate sharpe(double riskFreePerPeriod) {
        Require.finite(riskFreePerPeriod, "riskFreePerPeriod");
        if (count() < 2) {
            return tooFew(2);
        }
        return Sample.isConstant(least, most)
                ? Estimate.unknown(Sample.NO_SPREAD)
                : Sample.annualisedRatio(mean - riskFreePerPeriod, deviation(), periodsPerYear);
    }

    /** {@return as {@link ReturnMetrics#sortino(double)}; needs two returns, one of them below the target} */
    public Estimate sortino() {
        return count() < 2
                ? tooFew(2)
                : ReturnMetrics.sortino(mean - targetPerPeriod, shortfallSquares, count(), periodsPerYear);
    }

    /** {@return as {@link Drawdowns#currentDepth()}; needs one return} */
    public Estimate currentDrawdown() {
        return count() == 0 ? tooFew(1) : Estimate.of(wealth.depth());
    }

    /** {@return as {@link ReturnMetrics#maxDrawdown()}; needs one return} */
    public Estimate maxDrawdown() {
        return count() == 0 ? tooFew(1) : Estimate.of(wealth.worst());
    }

    /** {@return the periods since the last peak, 0 at a peak and before the first return} */
    public long currentDrawdownLength() {
        return wealth.length();
    }

    /** {@return the most periods from a peak to its recovery or, if there was none yet, to now; 0 without a fall} */
    public long longestDrawdownLength() {
        return wealth.longest();
    }

    private double deviation() {
        return Sample.isConstant(least, most) ? 0 : Math.sqrt(squares / (count() - 1));
    }

    private Estimate tooFew(int needed) {
        return Estimate.tooFew("returns", needed, count());
    }
}
