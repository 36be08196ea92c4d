package io.robotrader.correlation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the positions of a portfolio risk together, who brings how much of it, and how many independent bets they are. Signs
 * count: a hedge lowers the risk. Immutable and thread-safe.
 *
 * <p>With x = weight x volatility, signed, and correlations c, the risk is sqrt(x' c x): the portfolio's volatility.
 * A pair whose correlation is unknown is taken to add up fully, c = sign(x) sign(y), so the risk is never told too low;
 * {@link #unknownPairs()} says how many are.
 */
public final class PortfolioRisk {
    private final CorrelationMatrix matrix;
    private final Map<String, Double> weights;

    /** Null for 1 each. */
    private final @Nullable Map<String, Double> volatilities;

    private final RiskForm form;

    private PortfolioRisk(
            CorrelationMatrix matrix,
            Map<String, Double> weights,
            @Nullable Map<String, Double> volatilities,
            RiskForm form) {
        this.matrix = matrix;
        this.weights = weights;
        this.volatilities = volatilities;
        this.form = form;
    }

    /**
     * The risk of a portfolio in which all symbols are as volatile as each other.
     *
     * @param matrix the correlations; {@link CorrelationMatrix#nearest()} if they might contradict each other
     * @param weights by symbol, each finite: a fraction of equity or an amount, negative for short. They need not add up to
     *     anything; weight x volatility is at most 1e60 in size
     * @return the risk in the unit of the weights, as if every volatility were 1
     * @throws IllegalArgumentException if a weight is not finite, or the coefficients contradict each other so that the
     *     variance of these weights is below 0
     */
    public static PortfolioRisk of(CorrelationMatrix matrix, Map<String, Double> weights) {
        return risk(matrix, weights, null);
    }

    /**
     * The risk of a portfolio.
     *
     * @param matrix the correlations; {@link CorrelationMatrix#nearest()} if they might contradict each other
     * @param weights by symbol, each finite: a fraction of equity or an amount, negative for short. They need not add up to
     *     anything; weight x volatility is at most 1e60 in size
     * @param volatilities by symbol, at least for each with a weight; finite and not negative, all over the same period, for
     *     example {@link AlignedReturns#volatilities()}
     * @return the risk in the unit of the weights, over the period of the volatilities
     * @throws IllegalArgumentException if a number is not so, or the coefficients contradict each other so that the variance
     *     of these weights is below 0
     */
    public static PortfolioRisk of(
            CorrelationMatrix matrix, Map<String, Double> weights, Map<String, Double> volatilities) {
        return risk(matrix, weights, Map.copyOf(volatilities));
    }

    private static PortfolioRisk risk(
            CorrelationMatrix matrix, Map<String, Double> weights, @Nullable Map<String, Double> volatilities) {
        Map<String, Double> ordered = Collections.unmodifiableMap(new TreeMap<>(weights));
        RiskForm form = RiskForm.of(matrix, ordered, volatilities);
        if (form.isContradictory()) {
            throw new IllegalArgumentException(
                    "matrix must be positive semi-definite (see nearest()), but was " + matrix);
        }
        return new PortfolioRisk(matrix, ordered, volatilities, form);
    }

    /**
     * The risk of all together.
     *
     * @return 0 or more, at most the sum of the absolute risks of each alone
     */
    public double total() {
        return form.total();
    }

    /**
     * What each symbol brings: x times the slope of the total in x (Euler). They add up to {@link #total()}.
     *
     * @return by symbol, in order of the names; below 0 for what lowers the risk. Unmodifiable
     */
    public Map<String, Double> contributions() {
        Map<String, Double> contributions = new LinkedHashMap<>();
        int i = 0;
        for (String symbol : weights.keySet()) {
            contributions.put(symbol, form.contribution(i));
            i++;
        }
        return Collections.unmodifiableMap(contributions);
    }

    /**
     * How many independent bets of equal size the portfolio comes to: (sum l)^2 / sum l^2 over the eigenvalues l of the
     * matrix x c x, as C. S. Bretherton and others, "The effective number of spatial degrees of freedom of a time-varying
     * field", Journal of Climate 12 (1999), equation 5. Signs make no difference here: two positions in one thing are one
     * bet, be it doubled or hedged.
     *
     * @return from 1 to the number of symbols, 0 if there is no risk to count. n equal risks that are uncorrelated are n,
     *     that are perfectly correlated 1
     */
    public double effectiveBets() {
        return form.effectiveBets();
    }

    /**
     * How many pairs of symbols with a weight have no known correlation.
     *
     * @return 0 or more
     */
    public int unknownPairs() {
        return form.unknownPairs();
    }

    /**
     * What adding a position does to the risk, for several candidates, each on its own; what is held stays as it is.
     *
     * @param candidates the weight that would be added of each symbol, negative for selling. May be held already
     * @return those that lower the risk most, or raise it least, first; and those that nothing can be said of
     * @throws IllegalArgumentException if a weight is not finite, also of a candidate of which nothing is known
     */
    public Diversification adding(Map<String, Double> candidates) {
        return Diversification.of(this, new TreeMap<>(candidates));
    }

    /** With a weight added; empty if nothing can be said of that. */
    Optional<PortfolioRisk> with(String symbol, double weight) {
        RiskForm.checkWeight(symbol, weight);
        boolean known = (volatilities == null || volatilities.containsKey(symbol))
                && matrix.between(symbol, symbol).isPresent()
                && weights.entrySet().stream()
                        .allMatch(held -> held.getValue() == 0
                                || matrix.between(symbol, held.getKey()).isPresent());
        Map<String, Double> after = new TreeMap<>(weights);
        after.merge(symbol, weight, Double::sum);
        if (!known || RiskForm.of(matrix, after, volatilities).isContradictory()) {
            return Optional.empty();
        }
        return Optional.of(risk(matrix, after, volatilities));
    }

    /** How alike a position of that sign and all together are; empty without a risk to be alike to. */
    OptionalDouble correlation(String symbol, double sign) {
        double covariance = 0;
        for (Map.Entry<String, Double> held : weights.entrySet()) {
            double risk = held.getValue() * (volatilities == null ? 1 : volatilities.getOrDefault(held.getKey(), 1.0));
            covariance += risk == 0 ? 0 : risk * sign * matrix.coefficient(symbol, held.getKey());
        }
        double correlation = Math.max(-1, Math.min(1, covariance / total()));
        return total() > 0 && sign != 0 ? OptionalDouble.of(correlation) : OptionalDouble.empty();
    }
}
