package io.robotrader.correlation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The quadratic form x' c x of some signed risks, with c = sign x sign where it is unknown. Immutable. */
final class RiskForm {
    private static final double ROUNDING = 1e-9;

    /** Low enough that fourth powers, which the effective bets need, are finite. */
    private static final double LARGEST = 1e60;

    private final double[] x;

    /** c x. */
    private final double[] slopes;

    private double variance;
    private double squares;
    private int unknownPairs;

    private RiskForm(double[] x) {
        this.x = x;
        slopes = new double[x.length];
    }

    static RiskForm of(
            CorrelationMatrix matrix, Map<String, Double> weights, @Nullable Map<String, Double> volatilities) {
        List<String> symbols = List.copyOf(weights.keySet());
        double[] x = weights.entrySet().stream()
                .mapToDouble(entry -> risk(entry.getKey(), entry.getValue(), volatilities))
                .toArray();
        RiskForm form = new RiskForm(x);
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                form.take(i, j, matrix.coefficient(symbols.get(i), symbols.get(j)));
            }
        }
        return form;
    }

    static void checkWeight(String symbol, double weight) {
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("weight of " + symbol + " must be finite, but was " + weight);
        }
    }

    private static double risk(String symbol, double weight, @Nullable Map<String, Double> volatilities) {
        checkWeight(symbol, weight);
        Double volatility = volatilities == null ? Double.valueOf(1) : volatilities.get(symbol);
        if (volatility == null || !(volatility >= 0 && volatility < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "volatility of " + symbol + " must be finite and not negative, but was " + volatility);
        }
        double risk = weight * volatility;
        if (Math.abs(risk) > LARGEST) {
            throw new IllegalArgumentException("weight x volatility of " + symbol + " must be at most " + LARGEST
                    + " in size, but was " + weight + " x " + volatility);
        }
        return risk;
    }

    private void take(int i, int j, double coefficient) {
        double alike = coefficient;
        if (Double.isNaN(coefficient)) {
            alike = Math.signum(x[i]) * Math.signum(x[j]);
            unknownPairs += i < j && alike != 0 ? 1 : 0;
        }
        double product = x[i] * x[j] * alike;
        slopes[i] += x[j] * alike;
        variance += product;
        squares += product * product;
    }

    /** Whether the variance is below 0 by more than rounding. */
    boolean isContradictory() {
        return variance < -ROUNDING * ownVariances();
    }

    private double ownVariances() {
        double sum = 0;
        for (double risk : x) {
            sum += risk * risk;
        }
        return sum;
    }

    double total() {
        return Math.sqrt(Math.max(0, variance));
    }

    double contribution(int i) {
        double total = total();
        return total > 0 ? x[i] * slopes[i] / total : 0;
    }

    double effectiveBets() {
        double sum = ownVariances();
        return squares > 0 ? sum * sum / squares : 0;
    }

    int unknownPairs() {
        return unknownPairs;
    }
}
