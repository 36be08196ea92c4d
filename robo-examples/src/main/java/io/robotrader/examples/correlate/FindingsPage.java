package io.robotrader.examples.correlate;

import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.correlation.PortfolioRisk;
import io.robotrader.examples.report.Block;
import io.robotrader.examples.report.CorrelationMap;
import io.robotrader.examples.report.Figures;
import io.robotrader.examples.report.HeatMap;
import io.robotrader.examples.report.ReportPage;
import io.robotrader.examples.report.ReportSection;
import java.util.ArrayList;
import java.util.List;

/** The findings as a page. Stateless. */
final class FindingsPage {

    /** All pairs of more symbols would be most of the page. */
    private static final int MOST_LISTED = 60;

    private FindingsPage() {}

    static ReportPage of(Findings findings) {
        List<ReportSection> sections = new ArrayList<>();
        sections.add(matrix(findings));
        sections.add(new ReportSection(
                "Clusters",
                "Symbols that move together, joined by average linkage.",
                List.of(Tables.clusters(findings))));
        if (findings.sectors() != null) {
            List<String> without = findings.sectors().withoutSector();
            String note = without.isEmpty() ? "" : " Without a sector: " + String.join(", ", without) + ".";
            sections.add(new ReportSection(
                    "Sectors", "Mean correlations, signed." + note, List.of(Tables.sectors(findings.sectors()))));
        }
        PortfolioRisk portfolio = findings.portfolio();
        if (portfolio != null && findings.suggestions() != null) {
            sections.add(new ReportSection(
                    "Portfolio", "Risk is a standard deviation a row; the parts add up.", held(findings, portfolio)));
            List<String> unknown = findings.suggestions().unknown();
            String note = unknown.isEmpty() ? "" : " Not enough data to tell: " + String.join(", ", unknown) + ".";
            sections.add(new ReportSection(
                    "Suggestions",
                    "What lowers the risk most, or raises it least, comes first." + note,
                    List.of(Tables.suggestions(findings.suggestions()))));
        }
        return new ReportPage("Correlations", findings.title(), sections);
    }

    private static ReportSection matrix(Findings findings) {
        CorrelationMatrix matrix = findings.matrix();
        double[][] values = new double[matrix.size()][matrix.size()];
        for (int i = 0; i < matrix.size(); i++) {
            for (int j = 0; j < matrix.size(); j++) {
                values[i][j] = matrix.get(i, j);
            }
        }
        List<Block> blocks = new ArrayList<>();
        String note = "Neighbours are alike: symbols are in the order of their clusters.";
        blocks.add(new HeatMap(CorrelationMap.of(note, matrix.symbols(), values)));
        String above = Figure.number(findings.question().settings().highThreshold());
        blocks.add(Tables.pairs(findings, "Highest pairs, above " + above, matrix.highPairs()));
        if (matrix.size() <= MOST_LISTED) {
            blocks.add(Tables.pairs(findings, "All known pairs", matrix.pairsAbove(0)));
        }
        return new ReportSection("Matrix", String.join("; ", FindingsText.summary(findings)) + ".", blocks);
    }

    private static List<Block> held(Findings findings, PortfolioRisk portfolio) {
        return List.of(
                new Figures(List.of(
                        new Figures.Figure("Risk", Figure.percent(portfolio.total())),
                        new Figures.Figure("Independent bets", Figure.number(portfolio.effectiveBets())),
                        new Figures.Figure("Pairs not known", Integer.toString(portfolio.unknownPairs())))),
                Tables.contributions(findings, portfolio));
    }
}
