package io.robotrader.examples.correlate;

import io.robotrader.correlation.CorrelatedPair;
import io.robotrader.correlation.CorrelationSummary;
import io.robotrader.examples.report.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;

/** Tells the findings on a terminal. Stateless. */
final class FindingsText {

    /** A matrix of more symbols is wider than terminals are. */
    private static final int WIDEST = 25;

    private static final int MOST_PAIRS = 20;

    private FindingsText() {}

    static void print(Findings findings, PrintWriter out) {
        out.println(findings.title());
        summary(findings).forEach(out::println);
        if (findings.matrix().size() <= WIDEST) {
            print(Tables.matrix(findings.matrix()), out);
        } else {
            out.println();
            out.println("The matrix is too wide to print: see --html, --json or --save.");
        }
        List<CorrelatedPair> pairs = findings.matrix().highPairs();
        String title = "Highest pairs, above "
                + Figure.number(findings.question().settings().highThreshold())
                + (pairs.size() > MOST_PAIRS ? ", the first " + MOST_PAIRS + " of " + pairs.size() : "");
        print(Tables.pairs(findings, title, pairs.subList(0, Math.min(pairs.size(), MOST_PAIRS))), out);
        print(Tables.clusters(findings), out);
        if (findings.sectors() != null) {
            print(Tables.sectors(findings.sectors()), out);
            list("Without a sector", findings.sectors().withoutSector(), out);
        }
        if (findings.portfolio() != null) {
            print(Tables.contributions(findings, findings.portfolio()), out);
            out.println("Independent bets: "
                    + Figure.number(findings.portfolio().effectiveBets())
                    + (findings.portfolio().unknownPairs() == 0
                            ? ""
                            : "; pairs not known, taken to add up: "
                                    + findings.portfolio().unknownPairs()));
        }
        if (findings.suggestions() != null) {
            print(Tables.suggestions(findings.suggestions()), out);
            list("Not enough data to tell", findings.suggestions().unknown(), out);
        }
        out.flush();
    }

    static List<String> summary(Findings findings) {
        CorrelationSummary summary = findings.matrix().summary();
        String known = summary.pairs() + " pairs, " + summary.knownPairs() + " known, " + summary.highPairs() + " high";
        if (summary.knownPairs() == 0) {
            return List.of(known);
        }
        String sound = findings.matrix().smallestEigenvalue().isEmpty()
                        || findings.matrix().isPositiveSemiDefinite()
                ? ""
                : "; the coefficients contradict each other (smallest eigenvalue "
                        + Figure.number(findings.matrix().smallestEigenvalue().getAsDouble()) + ")";
        return List.of(
                known + sound,
                "mean " + Figure.coefficient(summary.mean()) + ", median " + Figure.coefficient(summary.median())
                        + ", lowest " + summary.lowest().map(FindingsText::pair).orElse("") + ", highest "
                        + summary.highest().map(FindingsText::pair).orElse(""));
    }

    private static String pair(CorrelatedPair pair) {
        return Figure.coefficient(pair.coefficient()) + " (" + pair.first() + " and " + pair.second() + ")";
    }

    private static void list(String title, List<String> names, PrintWriter out) {
        if (!names.isEmpty()) {
            out.println(title + ": " + String.join(", ", names));
        }
    }

    private static void print(Table table, PrintWriter out) {
        out.println();
        out.println(table.title());
        if (table.rows().isEmpty()) {
            out.println("  none");
            return;
        }
        int[] widths = IntStream.range(0, table.headers().size())
                .map(column -> Math.max(
                        table.headers().get(column).length(),
                        table.rows().stream()
                                .mapToInt(row -> row.get(column).length())
                                .max()
                                .orElse(0)))
                .toArray();
        printRow(table.headers(), widths, out);
        table.rows().forEach(row -> printRow(row, widths, out));
    }

    private static void printRow(List<String> cells, int[] widths, PrintWriter out) {
        StringBuilder line = new StringBuilder(" ");
        for (int column = 0; column < widths.length; column++) {
            String gap = " ".repeat(widths[column] - cells.get(column).length());
            boolean number = cells.get(column).matches("[-0-9].*|n/a");
            line.append(' ').append(number ? gap + cells.get(column) : cells.get(column) + gap);
        }
        out.println(line.toString().stripTrailing());
    }
}
