package io.robotrader.examples.correlate;

import io.robotrader.correlation.ConfidenceInterval;
import io.robotrader.correlation.CorrelatedPair;
import io.robotrader.correlation.CorrelationJson;
import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.correlation.CorrelationSummary;
import io.robotrader.correlation.Diversification;
import io.robotrader.correlation.PortfolioRisk;
import io.robotrader.correlation.SectorCorrelations;
import io.robotrader.examples.console.Json;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells the findings to programs; what is not known is null. Stateless. */
final class FindingsJson {

    private FindingsJson() {}

    static ObjectNode of(Findings findings) {
        CorrelationMatrix matrix = findings.matrix();
        ObjectNode answer = Json.object();
        answer.put("estimator", findings.question().estimator().toString());
        // As the library reads it.
        answer.set("matrix", Json.parse(CorrelationJson.write(matrix)));
        summary(answer.putObject("summary"), matrix.summary());
        number(answer, "smallestEigenvalue", matrix.smallestEigenvalue());
        ArrayNode pairs = answer.putArray("highPairs");
        matrix.highPairs().forEach(pair -> pair(pairs.addObject(), pair, matrix));
        ArrayNode clusters = answer.putArray("clusters");
        findings.clusters().forEach(cluster -> names(clusters.addArray(), cluster));
        if (findings.sectors() != null) {
            sectors(answer, findings.sectors());
        }
        if (findings.portfolio() != null) {
            portfolio(answer.putObject("portfolio"), findings.portfolio());
        }
        if (findings.suggestions() != null) {
            suggestions(answer.putObject("suggestions"), findings.suggestions());
        }
        return answer;
    }

    private static void summary(ObjectNode node, CorrelationSummary summary) {
        node.put("symbols", summary.symbols());
        node.put("pairs", summary.pairs());
        node.put("knownPairs", summary.knownPairs());
        node.put("highPairs", summary.highPairs());
        number(node, "mean", summary.mean());
        number(node, "median", summary.median());
    }

    private static void pair(ObjectNode node, CorrelatedPair pair, CorrelationMatrix matrix) {
        node.put("first", pair.first());
        node.put("second", pair.second());
        node.put("coefficient", pair.coefficient());
        node.put("observations", pair.observations());
        ConfidenceInterval interval =
                matrix.interval(pair.first(), pair.second()).orElse(null);
        if (interval == null) {
            node.putNull("interval");
        } else {
            node.putArray("interval").add(interval.lower()).add(interval.upper());
        }
    }

    private static void sectors(ObjectNode answer, SectorCorrelations sectors) {
        ArrayNode averages = answer.putArray("sectors");
        for (SectorCorrelations.Average average : sectors.averages()) {
            ObjectNode node = averages.addObject();
            node.put("first", average.first());
            node.put("second", average.second());
            number(node, "mean", average.mean());
            node.put("knownPairs", average.knownPairs());
            node.put("unknownPairs", average.unknownPairs());
        }
        names(answer.putArray("withoutSector"), sectors.withoutSector());
    }

    private static void portfolio(ObjectNode node, PortfolioRisk portfolio) {
        node.put("risk", portfolio.total());
        ObjectNode contributions = node.putObject("contributions");
        portfolio.contributions().forEach(contributions::put);
        node.put("effectiveBets", portfolio.effectiveBets());
        node.put("unknownPairs", portfolio.unknownPairs());
    }

    private static void suggestions(ObjectNode node, Diversification suggestions) {
        ArrayNode ranked = node.putArray("ranked");
        for (Diversification.Candidate candidate : suggestions.ranked()) {
            ObjectNode told = ranked.addObject();
            told.put("symbol", candidate.symbol());
            told.put("weight", candidate.weight());
            number(told, "correlation", candidate.correlation());
            told.put("riskAfter", candidate.totalAfter());
            told.put("change", candidate.change());
        }
        names(node.putArray("unknown"), suggestions.unknown());
    }

    private static void number(ObjectNode node, String name, OptionalDouble value) {
        if (value.isPresent()) {
            node.put(name, value.getAsDouble());
        } else {
            node.putNull(name);
        }
    }

    private static void names(ArrayNode array, List<String> names) {
        names.forEach(array::add);
    }
}
