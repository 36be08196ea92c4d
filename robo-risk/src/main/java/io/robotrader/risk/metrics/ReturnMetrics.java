package io.robotrader.risk.metrics;

import io.robotrader.risk.internal.Require;
import java.util.Arrays;

/**
 * Figures about a series of simple returns, one a period: 0.01 is a gain of 1 %.
 *
 * <p>The series is copied, so the caller's array may change. Immutable and thread-safe.
 */
public final class ReturnMetrics {

    private static final String NO_SPREAD = "the returns do not differ, so there is no deviation to divide by";

    // Returns worked out from prices are wrong by about 1e-16; a spread as small as this is rounding, not risk.
    private static final double NEGLIGIBLE = 1e-12;

    private final double[] returns;
    private final double[] sorted;
    private final double periodsPerYear;
    private final double mean;

    private ReturnMetrics(double[] returns, double periodsPerYear) {
        this.returns = returns;
        this.periodsPerYear = periodsPerYear;
        this.sorted = returns.clone();
        Arrays.sort(sorted);
        this.mean = Arrays.stream(returns).average().orElse(Double.NaN);
    }

    /**
     * {@return the figures of a series}
     *
     * @param returns simple returns in time order, each finite and not below -1
     * @param periodsPerYear how many of these periods a year has, positive: 252 for trading days, 12 for months
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static ReturnMetrics of(double[] returns, double periodsPerYear) {
        double[] copy = returns.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!(copy[i] >= -1 && copy[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "returns[" + i + "] must be finite and not below -1, but was " + copy[i]);
            }
        }
        return new ReturnMetrics(copy, Require.positive(periodsPerYear, "periodsPerYear"));
    }

    /** {@return sample standard deviation (n - 1) times the root of the periods a year; needs two returns} */
    public Estimate volatility() {
        if (returns.length < 2) {
            return tooFew(2);
        }
        return known(deviation() * Math.sqrt(periodsPerYear));
    }

    /**
     * The Sharpe ratio: mean excess return over sample standard deviation, times the root of the periods a year (W. F.
     * Sharpe, The Sharpe Ratio, 1994).
     *
     * @param riskFreePerPeriod the return a period without risk, finite
     * @return the ratio; needs two returns that differ
     */
    public Estimate sharpe(double riskFreePerPeriod) {
        Require.finite(riskFreePerPeriod, "riskFreePerPeriod");
        if (returns.length < 2) {
            return tooFew(2);
        }
        if (constant()) {
            return Estimate.unknown(NO_SPREAD);
        }
        return ratio(mean - riskFreePerPeriod, deviation());
    }

    /**
     * The Sortino ratio: mean return above a target over the downside deviation, which is the root mean square of the
     * shortfalls below the target over all observations, times the root of the periods a year (F. A. Sortino and L. N.
     * Price, 1994).
     *
     * @param targetPerPeriod the return a period that is aimed at, finite
     * @return the ratio; needs two returns, one of them below the target
     */
    public Estimate sortino(double targetPerPeriod) {
        Require.finite(targetPerPeriod, "targetPerPeriod");
        if (returns.length < 2) {
            return tooFew(2);
        }
        double sum = 0;
        for (double r : returns) {
            double shortfall = Math.min(0, r - targetPerPeriod);
            sum += shortfall * shortfall;
        }
        double downside = Math.sqrt(sum / returns.length);
        if (downside <= NEGLIGIBLE) {
            return Estimate.unknown("no return is below the target, so there is no downside to divide by");
        }
        return ratio(mean - targetPerPeriod, downside);
    }

    /**
     * Historical value at risk of one period: the loss that was not exceeded in the given share of the periods, by
     * linear interpolation of the empirical quantile (R. J. Hyndman and Y. Fan, 1996, definition 7).
     *
     * @param confidence for example 0.95, in (0, 1)
     * @return a fraction, positive for a loss and negative if even that quantile is a gain; needs
     *     1 / (1 - confidence) returns, that is 20 at 95 %
     */
    public Estimate historicalVar(double confidence) {
        checkConfidence(confidence);
        int needed = tailSample(confidence);
        return returns.length < needed ? tooFew(needed) : known(0 - quantile(1 - confidence));
    }

    /**
     * Expected shortfall of one period: the mean of the losses at or beyond the historical value at risk.
     *
     * @param confidence for example 0.95, in (0, 1)
     * @return a fraction, positive for a loss, never below the value at risk; needs as many returns as that
     */
    public Estimate expectedShortfall(double confidence) {
        checkConfidence(confidence);
        int needed = tailSample(confidence);
        if (returns.length < needed) {
            return tooFew(needed);
        }
        double threshold = quantile(1 - confidence);
        double sum = 0;
        int count = 0;
        while (count < sorted.length && sorted[count] <= threshold) {
            sum += sorted[count++];
        }
        // Rounding of the mean must not put it below the value at risk.
        return known(Math.max(0 - threshold, 0 - sum / count));
    }

    /** {@return the largest fall from a peak as a fraction of the peak, the starting capital counting as one; needs one return} */
    public Estimate maxDrawdown() {
        if (returns.length == 0) {
            return tooFew(1);
        }
        double wealth = 1;
        double peak = 1;
        double worst = 0;
        for (double r : returns) {
            wealth *= 1 + r;
            peak = Math.max(peak, wealth);
            worst = Math.max(worst, 1 - wealth / peak);
        }
        return known(worst);
    }

    private double quantile(double p) {
        double position = p * (sorted.length - 1);
        // 1 - 0.9 is a little less than 0.1; what is meant to be an observation must not fall just short of it.
        long nearest = Math.round(position);
        if (Math.abs(position - nearest) < 1e-9) {
            return sorted[(int) nearest];
        }
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    private double deviation() {
        if (constant()) {
            return 0;
        }
        double sum = 0;
        for (double r : returns) {
            sum += (r - mean) * (r - mean);
        }
        return Math.sqrt(sum / (returns.length - 1));
    }

    private boolean constant() {
        return sorted[sorted.length - 1] - sorted[0] <= NEGLIGIBLE;
    }

    private Estimate ratio(double reward, double risk) {
        // What is divided by an infinite risk would look like an honest zero.
        return known(Double.isFinite(risk) ? reward / risk * Math.sqrt(periodsPerYear) : Double.NaN);
    }

    private static Estimate known(double value) {
        return Double.isFinite(value)
                ? Estimate.of(value)
                : Estimate.unknown("the returns are too large to compute with");
    }

    private Estimate tooFew(int needed) {
        return Estimate.unknown("needs " + needed + " returns, but has " + returns.length);
    }

    private static int tailSample(double confidence) {
        return Math.max(2, (int) Math.ceil(1 / (1 - confidence) * (1 - 1e-9)));
    }

    private static void checkConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1), but was " + confidence);
        }
    }
}
