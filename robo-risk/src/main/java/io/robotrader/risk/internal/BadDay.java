package io.robotrader.risk.internal;

/** What a bad day costs, one of 20, where its profit and loss is normal with a mean of zero. */
public final class BadDay {

    private static final double CONFIDENCE = 0.95;
    private static final double QUANTILE = Normal.quantile(CONFIDENCE);
    private static final double MEAN_BEYOND = Normal.density(QUANTILE) / (1 - CONFIDENCE);

    private BadDay() {}

    /**
     * {@return the loss that is not exceeded on 95 days of 100, positive, in the unit of the deviation; NaN for NaN}
     *
     * @param deviation the standard deviation of a day's profit and loss
     */
    public static double valueAtRisk(double deviation) {
        return QUANTILE * deviation;
    }

    /**
     * {@return the mean loss of the other 5 days, positive, in the unit of the deviation; NaN for NaN}
     *
     * @param deviation the standard deviation of a day's profit and loss
     */
    public static double expectedShortfall(double deviation) {
        return MEAN_BEYOND * deviation;
    }
}
