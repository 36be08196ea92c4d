package io.robotrader.examples.correlate;

import io.robotrader.correlation.CorrelatedPair;
import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.correlation.Diversification;
import io.robotrader.correlation.PortfolioRisk;
import io.robotrader.correlation.SectorCorrelations;
import io.robotrader.examples.report.Table;
import java.util.ArrayList;
import java.util.List;

/** The findings as tables, for the terminal and for the page. Stateless. */
final class Tables {

    private Tables() {}

    static Table pairs(Findings findings, String title, List<CorrelatedPair> pairs) {
        List<List<String>> rows = new ArrayList<>();
        for (CorrelatedPair pair : pairs) {
            rows.add(List.of(
                    pair.first(),
                    pair.second(),
                    Figure.coefficient(pair.coefficient()),
                    Figure.interval(findings.matrix().interval(pair.first(), pair.second())),
                    Integer.toString(pair.observations())));
        }
        return new Table(title, List.of("First", "Second", "Correlation", "95 % interval", "Returns"), rows);
    }

    static Table matrix(CorrelationMatrix matrix) {
        List<String> header = new ArrayList<>();
        header.add("");
        header.addAll(matrix.symbols());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < matrix.size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(matrix.symbols().get(i));
            for (int j = 0; j < matrix.size(); j++) {
                row.add(j > i ? "" : Figure.coefficient(matrix.get(i, j)));
            }
            rows.add(row);
        }
        return new Table("Matrix, neighbours being alike", header, rows);
    }

    static Table sectors(SectorCorrelations sectors) {
        List<List<String>> rows = sectors.averages().stream()
                .map(average -> List.of(
                        average.first(),
                        average.isWithin() ? "(within)" : average.second(),
                        Figure.coefficient(average.mean()),
                        Integer.toString(average.knownPairs()),
                        Integer.toString(average.unknownPairs())))
                .toList();
        return new Table("Sectors", List.of("Sector", "and", "Mean", "Pairs", "Not known"), rows);
    }

    static Table contributions(Findings findings, PortfolioRisk portfolio) {
        List<List<String>> rows = new ArrayList<>();
        portfolio
                .contributions()
                .forEach((symbol, part) -> rows.add(List.of(
                        symbol,
                        Figure.percent(findings.question().weights().getOrDefault(symbol, 0.0)),
                        Figure.percent(part))));
        rows.add(List.of("all together", "", Figure.percent(portfolio.total())));
        return new Table("Risk, a standard deviation a row", List.of("Held", "Weight", "Risk"), rows);
    }

    static Table suggestions(Diversification suggestions) {
        List<List<String>> rows = suggestions.ranked().stream()
                .map(candidate -> List.of(
                        candidate.symbol(),
                        Figure.percent(candidate.weight()),
                        Figure.coefficient(candidate.correlation()),
                        Figure.percent(candidate.totalAfter()),
                        Figure.percent(candidate.change())))
                .toList();
        return new Table(
                "What adding would do", List.of("Add", "Weight", "With the portfolio", "Risk after", "Change"), rows);
    }

    static Table clusters(Findings findings) {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> cluster : findings.clusters()) {
            rows.add(List.of(Integer.toString(rows.size() + 1), String.join(" ", cluster)));
        }
        return new Table("Clusters", List.of("Cluster", "Symbols"), rows);
    }
}
