package io.robotrader.risk.metrics;

import io.robotrader.risk.internal.Normal;
import java.util.Arrays;

/**
 * Value at risk and expected shortfall of one period, from a series of simple returns, by three methods: the history as
 * it was, a normal distribution, and a normal one bent by skewness and kurtosis (Cornish-Fisher).
 *
 * <p>All answers are fractions of the capital, positive for a loss, for one period of the series: nothing is scaled to
 * longer ones. The two parametric methods know no floor, so that an answer above 1 is possible. The order of the returns
 * does not matter.
 *
 * <p>The series is copied. Immutable and thread-safe.
 */
public final class TailRisk {

    // The standard error of a deviation of n returns is about 1 / sqrt(2n), that is 16 % at 20.
    private static final int GAUSSIAN_SAMPLE = 20;

    // The standard errors of skewness and kurtosis are sqrt(6 / n) and sqrt(24 / n), that is 0.35 and 0.7 at 50.
    private static final int CORNISH_FISHER_SAMPLE = 50;

    private final Sample sample;
    private final double[] sorted;

    TailRisk(Sample sample) {
        this.sample = sample;
        this.sorted = sample.toArray();
        Arrays.sort(sorted);
    }

    /**
     * {@return the tail of a series}
     *
     * @param returns simple returns, each finite and not below -1
     * @throws IllegalArgumentException if a return is out of its range
     */
    public static TailRisk of(double[] returns) {
        return new TailRisk(Sample.of(returns, "returns"));
    }

    /**
     * Historical value at risk: the loss that was not exceeded in the given share of the periods, by linear
     * interpolation of the empirical quantile (R. J. Hyndman and Y. Fan, 1996, definition 7).
     *
     * @param confidence for example 0.95, in (0, 1)
     * @return a fraction, positive for a loss and negative if even that quantile is a gain; needs
     *     1 / (1 - confidence) returns, that is 20 at 95 %
     * @throws IllegalArgumentException if the confidence is out of its range
     */
    public Estimate historicalVar(double confidence) {
        Confidence.check(confidence);
        int needed = Confidence.sample(confidence);
        return sorted.length < needed ? sample.tooFew(needed) : Sample.known(0 - quantile(1 - confidence));
    }

    /**
     * Historical expected shortfall: the mean of the losses at or beyond the historical value at risk.
     *
     * @param confidence for example 0.95, in (0, 1)
     * @return a fraction, positive for a loss, never below the value at risk; needs as many returns as that
     * @throws IllegalArgumentException if the confidence is out of its range
     */
    public Estimate historicalExpectedShortfall(double confidence) {
        Confidence.check(confidence);
        int needed = Confidence.sample(confidence);
        if (sorted.length < needed) {
            return sample.tooFew(needed);
        }
        double threshold = quantile(1 - confidence);
        double sum = 0;
        int count = 0;
        while (count < sorted.length && sorted[count] <= threshold) {
            sum += sorted[count++];
        }
        // Rounding of the mean must not put it below the value at risk.
        return Sample.known(Math.max(0 - threshold, 0 - sum / count));
    }

    /**
     * Gaussian value at risk: -(mean + deviation x z), z the standard normal quantile of 1 - confidence, with the sample
     * deviation (n - 1) (RiskMetrics Technical Document, 1996, but with the mean).
     *
     * @param confidence for example 0.95, in (0, 1)
     * @return a fraction, positive for a loss; needs 20 returns
     * @throws IllegalArgumentException if the confidence is out of its range
     */
    public Estimate gaussianVar(double confidence) {
        double z = -Normal.quantile(Confidence.check(confidence));
        return sorted.length < GAUSSIAN_SAMPLE ? sample.tooFew(GAUSSIAN_SAMPLE) : loss(z);
    }

    /**
     * Gaussian expected shortfall: -mean + deviation x density(z) / (1 - confidence), z as for the value at risk (A. J.
     * McNeil, R. Frey and P. Embrechts, Quantitative Risk Management, 2005, example 2.18).
     *
     * @param confidence for example 0.95, in (0, 1)
     * @return a fraction, positive for a loss, never below the value at risk; needs 20 returns
     * @throws IllegalArgumentException if the confidence is out of its range
     */
    public Estimate gaussianExpectedShortfall(double confidence) {
        double z = -Normal.quantile(Confidence.check(confidence));
        return sorted.length < GAUSSIAN_SAMPLE
                ? sample.tooFew(GAUSSIAN_SAMPLE)
                : loss(-Normal.density(z) / (1 - confidence));
    }

    /**
     * Cornish-Fisher value at risk, also called modified: as the Gaussian one, with the quantile bent by the skewness S
     * and the excess kurtosis K of the returns, both moments of the population: z + (z^2 - 1) S / 6 + (z^3 - 3z) K / 24 -
     * (2z^3 - 5z) S^2 / 36 (L. Favre and J.-A. Galeano, 2002).
     *
     * @param confidence for example 0.95, in (0, 1)
     * @return a fraction, positive for a loss; needs 50 returns that differ, and is not known where skewness and kurtosis
     *     are so large that the bent quantile does not rise between z and -z (D. Maillard, A User's Guide to the
     *     Cornish-Fisher Expansion, 2012)
     * @throws IllegalArgumentException if the confidence is out of its range
     */
    public Estimate cornishFisherVar(double confidence) {
        return cornishFisher(confidence, false);
    }

    /**
     * Cornish-Fisher expected shortfall: the mean of the bent quantile over the tail, in closed form: -mean + deviation x
     * density(z) / (1 - confidence) x (1 + z S / 6 + (z^2 - 1) K / 24 - (2z^2 - 1) S^2 / 36).
     *
     * @param confidence for example 0.95, in (0, 1)
     * @return a fraction, positive for a loss, never below the value at risk; needs what that needs, and is not known
     *     either where the bent quantile turns back so soon that the tail beyond the value at risk would be milder than it
     * @throws IllegalArgumentException if the confidence is out of its range
     */
    public Estimate cornishFisherExpectedShortfall(double confidence) {
        return cornishFisher(confidence, true);
    }

    private Estimate cornishFisher(double confidence, boolean shortfall) {
        double z = -Normal.quantile(Confidence.check(confidence));
        if (sorted.length < CORNISH_FISHER_SAMPLE) {
            return sample.tooFew(CORNISH_FISHER_SAMPLE);
        }
        if (sample.isConstant()) {
            return Estimate.unknown(Sample.NO_SPREAD);
        }
        if (!Double.isFinite(sample.deviation())) {
            return loss(z);
        }
        CornishFisher bent = CornishFisher.of(sample);
        double quantile = bent.quantile(z);
        double tail = shortfall ? bent.tailMean(z, 1 - confidence) : quantile;
        return bent.rises(Math.abs(z)) && tail <= quantile
                ? loss(tail)
                : Estimate.unknown("skewness and kurtosis are too large for the Cornish-Fisher expansion");
    }

    private Estimate loss(double deviations) {
        return Sample.known(0 - (sample.mean() + sample.deviation() * deviations));
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
}
