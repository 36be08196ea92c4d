package io.robotrader.risk.metrics;

/**
 * Whether a value-at-risk model kept its word: how often the loss was above the value at risk (an exception), and
 * whether exceptions come in clusters.
 *
 * <p>A test only ever rejects. Over a year at 99 % it rejects few models, be they right or wrong, as P. H. Kupiec showed
 * in the paper that is named below. Immutable and thread-safe.
 */
public final class VarBacktest {

    private final double confidence;
    private final int observations;
    private final int exceptions;

    // Days by what the day before was and what the day was: c calm, x exception.
    private final int calmCalm;
    private final int calmException;
    private final int exceptionCalm;
    private final int exceptionException;

    private VarBacktest(boolean[] exceptions, double confidence) {
        int[][] moves = new int[2][2];
        int count = 0;
        for (int i = 0; i < exceptions.length; i++) {
            count += exceptions[i] ? 1 : 0;
            if (i > 0) {
                moves[exceptions[i - 1] ? 1 : 0][exceptions[i] ? 1 : 0]++;
            }
        }
        this.confidence = confidence;
        this.observations = exceptions.length;
        this.exceptions = count;
        this.calmCalm = moves[0][0];
        this.calmException = moves[0][1];
        this.exceptionCalm = moves[1][0];
        this.exceptionException = moves[1][1];
    }

    /**
     * {@return the back-test of forecasts}
     *
     * @param returns what happened: simple returns in time order, each finite and not below -1
     * @param valueAtRisk what was forecast for the same periods, each known before the period began: a fraction, finite,
     *     positive for a loss. A loss equal to it is no exception
     * @param confidence of the forecasts, for example 0.99, in (0, 1)
     * @throws IllegalArgumentException if a number is out of its range or the series differ in length
     */
    public static VarBacktest of(double[] returns, double[] valueAtRisk, double confidence) {
        if (valueAtRisk.length != returns.length) {
            throw new IllegalArgumentException("valueAtRisk must have a forecast for each of the " + returns.length
                    + " returns, but was " + valueAtRisk.length + " long");
        }
        Sample sample = Sample.of(returns, "returns");
        boolean[] exceptions = new boolean[returns.length];
        for (int i = 0; i < exceptions.length; i++) {
            if (!Double.isFinite(valueAtRisk[i])) {
                throw new IllegalArgumentException("valueAtRisk[" + i + "] must be finite, but was " + valueAtRisk[i]);
            }
            exceptions[i] = -sample.get(i) > valueAtRisk[i];
        }
        return ofExceptions(exceptions, confidence);
    }

    /**
     * {@return the back-test of a series of exceptions}
     *
     * @param exceptions in time order, whether the loss of the period was above the value at risk
     * @param confidence of the forecasts, for example 0.99, in (0, 1)
     * @throws IllegalArgumentException if the confidence is out of its range
     */
    public static VarBacktest ofExceptions(boolean[] exceptions, double confidence) {
        return new VarBacktest(exceptions, Confidence.check(confidence));
    }

    /** {@return how many periods there were} */
    public int observations() {
        return observations;
    }

    /** {@return in how many of them the loss was above the value at risk} */
    public int exceptions() {
        return exceptions;
    }

    /** {@return in how many of them it should have been on average: periods times (1 - confidence)} */
    public double expectedExceptions() {
        return observations * (1 - confidence);
    }

    /**
     * Kupiec's test of the proportion of failures: is the share x / n of the exceptions that of the confidence? The
     * statistic is 2 (x ln(x / np) + (n - x) ln((n - x) / n(1 - p))), p being 1 - confidence, with one degree of freedom
     * (P. H. Kupiec, Techniques for Verifying the Accuracy of Risk Measurement Models, 1995).
     *
     * @return the result; needs 1 / (1 - confidence) periods, so that one exception is expected
     */
    public BacktestResult proportionOfFailures() {
        int needed = Confidence.sample(confidence);
        if (observations < needed) {
            return BacktestResult.unknown(
                    Estimate.tooFew("periods", needed, observations).reason());
        }
        return BacktestResult.oneDegree(proportion());
    }

    /**
     * Christoffersen's test of independence: is an exception as likely after an exception as after a calm period? The
     * likelihood of two shares is held against that of one, with one degree of freedom (P. F. Christoffersen, Evaluating
     * Interval Forecasts, 1998).
     *
     * @return the result; needs an exception and a calm period, each followed by another period
     */
    public BacktestResult independence() {
        return calmCalm + calmException == 0 || exceptionCalm + exceptionException == 0
                ? BacktestResult.unknown("needs an exception and a calm period, each followed by another period")
                : BacktestResult.oneDegree(clustering());
    }

    /**
     * Christoffersen's test of conditional coverage: both at once. The statistic is the sum of the other two, with two
     * degrees of freedom. The first period, which follows none, counts for the proportion only.
     *
     * @return the result; needs what the other two need
     */
    public BacktestResult conditionalCoverage() {
        BacktestResult first = proportionOfFailures();
        BacktestResult second = independence();
        if (!first.statistic().isKnown()) {
            return first;
        }
        return second.statistic().isKnown() ? BacktestResult.twoDegrees(proportion() + clustering()) : second;
    }

    private double proportion() {
        double calm = observations - exceptions;
        return Math.max(
                0, 2 * (surprise(exceptions, expectedExceptions()) + surprise(calm, observations * confidence)));
    }

    private double clustering() {
        double afterCalm = calmCalm + calmException;
        double afterException = exceptionCalm + exceptionException;
        double share = (calmException + exceptionException) / (afterCalm + afterException);
        double sum = surprise(calmException, afterCalm * share)
                + surprise(calmCalm, afterCalm * (1 - share))
                + surprise(exceptionException, afterException * share)
                + surprise(exceptionCalm, afterException * (1 - share));
        return Math.max(0, 2 * sum);
    }

    /** n ln(n / expected), which is zero for none. */
    private static double surprise(double count, double expected) {
        return count == 0 ? 0 : count * Math.log(count / expected);
    }
}
