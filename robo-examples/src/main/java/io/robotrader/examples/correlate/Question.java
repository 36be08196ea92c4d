package io.robotrader.examples.correlate;

import io.robotrader.correlation.CorrelationSettings;
import java.util.Map;

/**
 * What is asked about the prices.
 *
 * @param estimator by which estimator
 * @param decay of EWMA
 * @param settings window, minimum and threshold
 * @param sectors by symbol; may be empty
 * @param weights of what is held, by symbol; may be empty
 * @param candidateWeight the weight of each suggestion; NaN for the mean absolute weight of what is held
 * @param clusters how many clusters to tell; 0 for about the root of the number of symbols
 */
record Question(
        EstimatorChoice estimator,
        double decay,
        CorrelationSettings settings,
        Map<String, String> sectors,
        Map<String, Double> weights,
        double candidateWeight,
        int clusters) {

    double weightOfCandidates() {
        return Double.isNaN(candidateWeight)
                ? weights.values().stream().mapToDouble(Math::abs).average().orElse(1)
                : candidateWeight;
    }
}
