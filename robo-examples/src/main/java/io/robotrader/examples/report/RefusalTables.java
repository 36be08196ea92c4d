package io.robotrader.examples.report;

import io.robotrader.examples.report.Refusals.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns refusals into two tables: how often each rule refused, and each refusal. */
final class RefusalTables {

    private static final int DECIMALS = 4;
    private static final int MAX_DECIMALS = 12;

    private RefusalTables() {}

    static List<Table> of(Refusals refusals) {
        if (refusals.refusals().isEmpty()) {
            return List.of(new Table("Refused orders", List.of("Rule"), List.of()));
        }
        return List.of(byRule(refusals.refusals()), single(refusals.refusals()));
    }

    private static Table byRule(List<Refusal> refusals) {
        Map<String, List<Refusal>> groups =
                refusals.stream().collect(Collectors.groupingBy(Refusal::rule, TreeMap::new, Collectors.toList()));
        List<List<String>> rows = new ArrayList<>();
        groups.entrySet().stream()
                // Ties keep the order of the names.
                .sorted(Comparator.comparing(group -> group.getValue().size(), Comparator.reverseOrder()))
                .forEach(group -> rows.add(countRow(group.getKey(), group.getValue())));
        return new Table("Refused orders by rule", List.of("Rule", "Refusals", "First", "Last"), rows);
    }

    private static List<String> countRow(String rule, List<Refusal> refusals) {
        List<Instant> times = refusals.stream().map(Refusal::time).sorted().toList();
        return List.of(
                rule,
                Integer.toString(refusals.size()),
                Texts.time(times.get(0)),
                Texts.time(times.get(times.size() - 1)));
    }

    private static Table single(List<Refusal> refusals) {
        List<List<String>> rows = new ArrayList<>();
        for (Refusal refusal : refusals) {
            List<String> numbers = texts(refusal.observed(), refusal.limit());
            rows.add(List.of(
                    Texts.time(refusal.time()),
                    refusal.symbol(),
                    refusal.side(),
                    String.format(Locale.ROOT, "%,d", refusal.quantity()),
                    refusal.rule(),
                    numbers.get(0),
                    numbers.get(1),
                    refusal.text()));
        }
        return new Table(
                "Each refusal",
                List.of("Date", "Symbol", "Side", "Quantity", "Rule", "Observed", "Limit", "Reason"),
                rows);
    }

    /**
     * The two numbers of a refusal with equally many decimals: as few as can be read at a glance, but enough that a value
     * just over its limit does not look equal to it.
     */
    private static List<String> texts(double observed, double limit) {
        int decimals = isCoarse(observed) && isCoarse(limit) ? 0 : DECIMALS;
        while (decimals < MAX_DECIMALS
                && observed != limit
                && text(observed, decimals).equals(text(limit, decimals))) {
            decimals += 2;
        }
        return List.of(text(observed, decimals), text(limit, decimals));
    }

    private static String text(double value, int decimals) {
        return Texts.number(value, decimals, decimals);
    }

    /** Whether decimals would say nothing: a count, a large amount, or nothing that is a number. */
    private static boolean isCoarse(double value) {
        return !Double.isFinite(value) || value == Math.rint(value) || Math.abs(value) >= 1000;
    }
}
