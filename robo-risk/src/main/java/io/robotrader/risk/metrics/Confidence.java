package io.robotrader.risk.metrics;

/** The share of the periods whose loss is not to exceed the value at risk. */
final class Confidence {

    private Confidence() {}

    static double check(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1), but was " + confidence);
        }
        return confidence;
    }

    /** How many periods it takes until one of them is expected beyond: 1 / (1 - confidence), and two at the least. */
    static int sample(double confidence) {
        return Math.max(2, (int) Math.ceil(1 / (1 - confidence) * (1 - 1e-9)));
    }
}
