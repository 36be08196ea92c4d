package io.robotrader.examples.correlate;

import io.robotrader.correlation.AlignedReturns;
import io.robotrader.correlation.ClusterTree;
import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.correlation.Diversification;
import io.robotrader.correlation.PortfolioRisk;
import io.robotrader.correlation.SectorCorrelations;
import io.robotrader.examples.console.BadInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the prices say.
 *
 * @param question what was asked
 * @param matrix the correlations, symbols in the order of the clusters
 * @param clusters groups of symbols, in that order
 * @param sectors null if no sectors were told
 * @param portfolio null if nothing is held
 * @param suggestions what to add to it; null if nothing is held
 */
record Findings(
        Question question,
        CorrelationMatrix matrix,
        List<List<String>> clusters,
        @Nullable SectorCorrelations sectors,
        @Nullable PortfolioRisk portfolio,
        @Nullable Diversification suggestions) {

    static Findings of(Map<String, SortedMap<Instant, Double>> prices, Question question) {
        AlignedReturns returns = AlignedReturns.ofPrices(prices);
        CorrelationMatrix byName = question.estimator().estimate(returns, question.settings(), question.decay());
        ClusterTree tree = ClusterTree.of(byName);
        CorrelationMatrix matrix = byName.only(tree.order());
        PortfolioRisk portfolio = question.weights().isEmpty() ? null : portfolio(matrix, returns, question);
        return new Findings(
                question,
                matrix,
                tree.clusters(clusterCount(question, matrix.size())),
                question.sectors().isEmpty() ? null : SectorCorrelations.of(matrix, question.sectors()),
                portfolio,
                portfolio == null ? null : portfolio.adding(candidates(matrix, question)));
    }

    private static int clusterCount(Question question, int symbols) {
        int asked = question.clusters() == 0 ? (int) Math.round(Math.sqrt(symbols)) : question.clusters();
        return Math.max(1, Math.min(symbols, asked));
    }

    private static PortfolioRisk portfolio(CorrelationMatrix matrix, AlignedReturns returns, Question question) {
        Map<String, Double> volatilities =
                returns.last(question.settings().lookback()).volatilities();
        List<String> without = question.weights().keySet().stream()
                .filter(symbol -> !volatilities.containsKey(symbol))
                .sorted()
                .toList();
        if (!without.isEmpty()) {
            throw new BadInputException("what is held must have at least 2 returns in the look-back, but "
                    + String.join(", ", without) + " has not");
        }
        return PortfolioRisk.of(
                sound(matrix, List.copyOf(question.weights().keySet())), question.weights(), volatilities);
    }

    /** Only a matrix without an unknown pair can be repaired, so what would bring one is left out where held ones clash. */
    private static CorrelationMatrix sound(CorrelationMatrix matrix, List<String> held) {
        Optional<CorrelationMatrix> nearest = matrix.nearest();
        if (nearest.isPresent() || matrix.only(held).isPositiveSemiDefinite()) {
            return nearest.orElse(matrix);
        }
        List<String> known = new ArrayList<>(held);
        for (String symbol : matrix.symbols()) {
            if (!held.contains(symbol)
                    && known.stream()
                            .allMatch(other -> matrix.between(symbol, other).isPresent())) {
                known.add(symbol);
            }
        }
        return matrix.only(known).nearest().orElse(matrix);
    }

    private static Map<String, Double> candidates(CorrelationMatrix matrix, Question question) {
        Map<String, Double> candidates = new TreeMap<>();
        for (String symbol : matrix.symbols()) {
            if (!question.weights().containsKey(symbol)) {
                candidates.put(symbol, question.weightOfCandidates());
            }
        }
        return candidates;
    }

    /** What was measured, in one line. */
    String title() {
        return matrix.size() + " symbols, at most " + question.settings().lookback() + " returns to "
                + matrix.asOf().map(time -> time.toString().substring(0, 10)).orElse("never") + ", "
                + question.estimator();
    }
}
