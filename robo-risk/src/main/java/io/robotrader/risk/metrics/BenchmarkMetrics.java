package io.robotrader.risk.metrics;

import io.robotrader.risk.internal.Require;

/**
 * A series of simple returns held against those of a benchmark over the same periods.
 *
 * <p>All figures need three periods, since a line through two points always fits. Both series are copied. Immutable and
 * thread-safe.
 */
public final class BenchmarkMetrics {

    private static final int NEEDED = 3;

    private final Sample sample;
    private final Sample benchmark;
    private final double periodsPerYear;

    private BenchmarkMetrics(Sample sample, Sample benchmark, double periodsPerYear) {
        this.sample = sample;
        this.benchmark = benchmark;
        this.periodsPerYear = periodsPerYear;
    }

    /**
     * {@return the comparison of two series}
     *
     * @param returns simple returns in time order, each finite and not below -1
     * @param benchmark the returns of the benchmark in the same periods, likewise
     * @param periodsPerYear how many of these periods a year has, positive: 252 for trading days, 12 for months
     * @throws IllegalArgumentException if a number is out of its range or the series differ in length
     */
    public static BenchmarkMetrics of(double[] returns, double[] benchmark, double periodsPerYear) {
        if (benchmark.length != returns.length) {
            throw new IllegalArgumentException("benchmark must have a return for each of the " + returns.length
                    + " returns, but was " + benchmark.length + " long");
        }
        return new BenchmarkMetrics(
                Sample.of(returns, "returns"),
                Sample.of(benchmark, "benchmark"),
                Require.positive(periodsPerYear, "periodsPerYear"));
    }

    /**
     * Beta: the covariance with the benchmark over the variance of the benchmark (W. F. Sharpe, 1964).
     *
     * @return the return for each unit of the benchmark's, negative if they move against each other; needs three periods
     *     in which the benchmark differs
     */
    public Estimate beta() {
        if (sample.size() < NEEDED) {
            return sample.tooFew(NEEDED);
        }
        if (benchmark.isConstant()) {
            return Estimate.unknown("the returns of the benchmark do not differ");
        }
        return sample.isConstant() ? Estimate.of(0) : Sample.known(products() / benchmark.squares());
    }

    /**
     * Jensen's alpha: mean excess return less beta times the mean excess return of the benchmark (M. C. Jensen, 1968),
     * times the periods a year, without compounding.
     *
     * @param riskFreePerPeriod the return a period without risk, finite
     * @return a fraction a year, positive where the series did better than its beta asks for; needs what beta needs
     * @throws IllegalArgumentException if the return without risk is not finite
     */
    public Estimate alpha(double riskFreePerPeriod) {
        Require.finite(riskFreePerPeriod, "riskFreePerPeriod");
        Estimate beta = beta();
        if (!beta.isKnown()) {
            return beta;
        }
        double expected = beta.value().orElse(Double.NaN) * (benchmark.mean() - riskFreePerPeriod);
        return Sample.known((sample.mean() - riskFreePerPeriod - expected) * periodsPerYear);
    }

    /** {@return Pearson's correlation with the benchmark, in [-1, 1]; needs three periods in which both series differ} */
    public Estimate correlation() {
        if (sample.size() < NEEDED) {
            return sample.tooFew(NEEDED);
        }
        if (sample.isConstant() || benchmark.isConstant()) {
            return Estimate.unknown("the returns of one of the series do not differ");
        }
        double raw = products() / (Math.sqrt(sample.squares()) * Math.sqrt(benchmark.squares()));
        return Sample.known(Math.max(-1, Math.min(1, raw)));
    }

    private double products() {
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            sum += (sample.get(i) - sample.mean()) * (benchmark.get(i) - benchmark.mean());
        }
        return sum;
    }
}
