package io.robotrader.correlation;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Sample standard deviations of columns. Stateless. */
final class Volatilities {
    private Volatilities() {}

    static Map<String, Double> of(AlignedReturns returns) {
        Map<String, Double> volatilities = new LinkedHashMap<>();
        for (int i = 0; i < returns.symbols().size(); i++) {
            int symbol = i;
            double[] present = IntStream.range(0, returns.times().size())
                    .mapToDouble(row -> returns.get(symbol, row))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (present.length >= 2) {
                volatilities.put(returns.symbols().get(i), deviation(present));
            }
        }
        return Collections.unmodifiableMap(volatilities);
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
