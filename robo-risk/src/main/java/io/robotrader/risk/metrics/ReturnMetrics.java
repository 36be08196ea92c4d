package io.robotrader.risk.metrics;

import io.robotrader.risk.internal.Require;
import org.jspecify.annotations.Nullable;

/**
 * Figures about a series of simple returns, one a period: 0.01 is a gain of 1 %.
 *
 * <p>This is the whole series at once. For a series that grows by a return at a time see {@link StreamingReturns}, for
 * more ways to look at the tail {@link #tailRisk()}, and for each fall on its own {@link Drawdowns}.
 *
 * <p>The series is copied, so the caller's array may change. Immutable and thread-safe.
 */
public final class ReturnMetrics {

    private final Sample sample;
    private final double periodsPerYear;

    // Made when it is first asked for, since it sorts; two threads may both make it and get equal ones.
    private volatile @Nullable TailRisk tailRisk;

    private ReturnMetrics(Sample sample, double periodsPerYear) {
        this.sample = sample;
        this.periodsPerYear = periodsPerYear;
    }

    /**
     * {@return the figures of a series}
     *
     * @param returns simple returns in time order, each finite and not below -1
     * @param periodsPerYear how many of these periods a year has, positive: 252 for trading days, 12 for months
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static ReturnMetrics of(double[] returns, double periodsPerYear) {
        return new ReturnMetrics(Sample.of(returns, "returns"), Require.positive(periodsPerYear, "periodsPerYear"));
    }

    /** {@return sample standard deviation (n - 1) times the root of the periods a year; needs two returns} */
    public Estimate volatility() {
        if (sample.size() < 2) {
            return sample.tooFew(2);
        }
        return Sample.known(sample.deviation() * Math.sqrt(periodsPerYear));
    }

    /**
     * The Sharpe ratio: mean excess return over sample standard deviation, times the root of the periods a year (W. F.
     * Sharpe, The Sharpe Ratio, 1994).
     *
     * @param riskFreePerPeriod the return a period without risk, finite
     * @return the ratio; needs two returns that differ
     * @throws IllegalArgumentException if the return without risk is not finite
     */
    public Estimate sharpe(double riskFreePerPeriod) {
        Require.finite(riskFreePerPeriod, "riskFreePerPeriod");
        if (sample.size() < 2) {
            return sample.tooFew(2);
        }
        if (sample.isConstant()) {
            return Estimate.unknown(Sample.NO_SPREAD);
        }
        return Sample.annualisedRatio(sample.mean() - riskFreePerPeriod, sample.deviation(), periodsPerYear);
    }

    /**
     * The Sortino ratio: mean return above a target over the downside deviation, which is the root mean square of the
     * shortfalls below the target over all observations, times the root of the periods a year (F. A. Sortino and L. N.
     * Price, 1994).
     *
     * @param targetPerPeriod the return a period that is aimed at, finite
     * @return the ratio; needs two returns, one of them below the target
     * @throws IllegalArgumentException if the target is not finite
     */
    public Estimate sortino(double targetPerPeriod) {
        Require.finite(targetPerPeriod, "targetPerPeriod");
        if (sample.size() < 2) {
            return sample.tooFew(2);
        }
        return sortino(
                sample.mean() - targetPerPeriod,
                sample.shortfallSquares(targetPerPeriod),
                sample.size(),
                periodsPerYear);
    }

    static Estimate sortino(double reward, double shortfallSquares, long size, double periodsPerYear) {
        double downside = Math.sqrt(shortfallSquares / size);
        return downside <= Sample.NEGLIGIBLE
                ? Estimate.unknown("no return is below the target, so there is no downside to divide by")
                : Sample.annualisedRatio(reward, downside, periodsPerYear);
    }

    /**
     * The compound annual growth rate: wealth at the end over wealth at the start, to the power of one over the years,
     * minus one.
     *
     * @return a fraction a year, negative for a loss and -1 if all was lost; needs the returns of a full year, since a
     *     part of one must not be annualised (Global Investment Performance Standards, 2020)
     */
    public Estimate annualReturn() {
        double needed = Math.max(1, Math.ceil(periodsPerYear));
        if (sample.size() < needed) {
            return sample.tooFew((long) needed);
        }
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            sum += Math.log1p(sample.get(i));
        }
        return Sample.known(Math.expm1(sum / sample.size() * periodsPerYear));
    }

    /**
     * The Calmar ratio: {@link #annualReturn()} over {@link #maxDrawdown()}, both of the whole series (T. W. Young,
     * Calmar Ratio: A Smoother Tool, 1991, who looks at the last 36 months).
     *
     * @return the ratio; needs the returns of a full year and a drawdown
     */
    public Estimate calmar() {
        Estimate reward = annualReturn();
        if (!reward.isKnown()) {
            return reward;
        }
        double drawdown = worstFall();
        return drawdown <= Sample.NEGLIGIBLE
                ? Estimate.unknown("there is no drawdown to divide by")
                : Sample.known(reward.value().orElse(Double.NaN) / drawdown);
    }

    /**
     * Historical value at risk of one period, as {@link TailRisk#historicalVar(double)} has it.
     *
     * @param confidence for example 0.95, in (0, 1)
     * @return a fraction, positive for a loss and negative if even that quantile is a gain; needs
     *     1 / (1 - confidence) returns, that is 20 at 95 %
     * @throws IllegalArgumentException if the confidence is out of its range
     */
    public Estimate historicalVar(double confidence) {
        return tailRisk().historicalVar(confidence);
    }

    /**
     * Expected shortfall of one period, as {@link TailRisk#historicalExpectedShortfall(double)} has it.
     *
     * @param confidence for example 0.95, in (0, 1)
     * @return a fraction, positive for a loss, never below the value at risk; needs as many returns as that
     * @throws IllegalArgumentException if the confidence is out of its range
     */
    public Estimate expectedShortfall(double confidence) {
        return tailRisk().historicalExpectedShortfall(confidence);
    }

    /** {@return value at risk and expected shortfall of the series, each by three methods} */
    public TailRisk tailRisk() {
        TailRisk made = tailRisk;
        if (made == null) {
            made = new TailRisk(sample);
            tailRisk = made;
        }
        return made;
    }

    /** {@return the largest fall from a peak as a fraction of the peak, the starting capital counting as one; needs one return} */
    public Estimate maxDrawdown() {
        return sample.size() == 0 ? sample.tooFew(1) : Estimate.of(worstFall());
    }

    private double worstFall() {
        Underwater fall = new Underwater();
        for (int i = 0; i < sample.size(); i++) {
            fall.add(sample.get(i));
        }
        return fall.worst();
    }
}
