package io.robotrader.correlation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.Covariance;

/** The slow twin: keeps every price and works each answer out from the definition, with Commons Math. */
final class Definition {
    private final CorrelationSettings settings;
    private final SortedMap<Instant, SortedMap<String, Double>> rows = new TreeMap<>();

    /** A return, and when it began. */
    private record Step(Instant from, double value) {}

    Definition(CorrelationSettings settings) {
        this.settings = settings;
    }

    void add(String symbol, Instant time, double price) {
        rows.computeIfAbsent(time, key -> new TreeMap<>()).put(symbol, price);
    }

    Set<String> symbols() {
        Set<String> symbols = new LinkedHashSet<>();
        rows.values().forEach(row -> symbols.addAll(row.keySet()));
        return symbols;
    }

    int observations(String a, String b) {
        return shared(a, b).size();
    }

    /** NaN if unknown. */
    double coefficient(String a, String b) {
        List<double[]> shared = shared(a, b);
        double[] x = shared.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] y = shared.stream().mapToDouble(pair -> pair[1]).toArray();
        if (x.length < settings.minimumObservations() || isConstant(x) || isConstant(y)) {
            return Double.NaN;
        }
        // Not by PearsonsCorrelation: it takes the root of R squared, and loses half of the digits near zero.
        return new Covariance().covariance(x, y) / Math.sqrt(StatUtils.variance(x) * StatUtils.variance(y));
    }

    /** Rounding, and no variation, is a standard deviation of up to 1e-14 of 1 and the size of the mean together. */
    private static boolean isConstant(double[] values) {
        double deviation = Math.sqrt(StatUtils.populationVariance(values));
        return deviation <= 1e-14 * (1 + Math.abs(StatUtils.mean(values)));
    }

    private List<double[]> shared(String a, String b) {
        Map<Instant, Step> stepsOfA = steps(a);
        Map<Instant, Step> stepsOfB = steps(b);
        List<double[]> shared = new ArrayList<>();
        for (Instant time : lastRows()) {
            Step one = stepsOfA.get(time);
            Step other = stepsOfB.get(time);
            if (one != null && other != null && one.from.equals(other.from)) {
                shared.add(new double[] {one.value, other.value});
            }
        }
        return shared;
    }

    private List<Instant> lastRows() {
        List<Instant> times = new ArrayList<>(rows.keySet());
        return times.subList(Math.max(0, times.size() - settings.lookback()), times.size());
    }

    private Map<Instant, Step> steps(String symbol) {
        Map<Instant, Step> steps = new TreeMap<>();
        Instant previousTime = null;
        double previous = 0;
        for (Map.Entry<Instant, SortedMap<String, Double>> row : rows.entrySet()) {
            Double price = row.getValue().get(symbol);
            if (price != null) {
                if (previousTime != null) {
                    steps.put(row.getKey(), new Step(previousTime, price / previous - 1));
                }
                previousTime = row.getKey();
                previous = price;
            }
        }
        return steps;
    }
}
