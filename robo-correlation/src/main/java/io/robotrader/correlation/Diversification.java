package io.robotrader.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Candidates for a portfolio, ranked by what adding each would do to its risk; made by {@link PortfolioRisk#adding}.
 * Immutable and thread-safe.
 *
 * @param ranked those that lower the risk most, or raise it least, first; equals by name
 * @param unknown those of which nothing can be said: their volatility or a correlation with a symbol that is held is not
 *     known, or contradicts the others; by name
 */
public record Diversification(List<Candidate> ranked, List<String> unknown) {
    /** Copies the lists. */
    public Diversification {
        ranked = List.copyOf(ranked);
        unknown = List.copyOf(unknown);
    }

    /**
     * A position that might be added, and what it would do.
     *
     * @param symbol of what
     * @param weight how much of it, negative for selling; in the unit of the portfolio's weights
     * @param correlation of that position with the portfolio as it is, from -1 to 1: the sign of the weight counts. Empty if
     *     the portfolio has no risk or the weight is 0
     * @param totalAfter the risk of all together with it, as {@link PortfolioRisk#total()}
     * @param change how much that is more than without it; below 0 if it lowers the risk
     */
    public record Candidate(
            String symbol, double weight, OptionalDouble correlation, double totalAfter, double change) {}

    static Diversification of(PortfolioRisk held, Map<String, Double> candidates) {
        List<Candidate> ranked = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        candidates.forEach((symbol, weight) -> {
            Optional<PortfolioRisk> after = held.with(symbol, weight);
            if (after.isPresent()) {
                double total = after.get().total();
                OptionalDouble correlation = held.correlation(symbol, Math.signum(weight));
                ranked.add(new Candidate(symbol, weight, correlation, total, total - held.total()));
            } else {
                unknown.add(symbol);
            }
        });
        ranked.sort(Comparator.comparingDouble(Candidate::totalAfter).thenComparing(Candidate::symbol));
        return new Diversification(ranked, unknown);
    }
}
