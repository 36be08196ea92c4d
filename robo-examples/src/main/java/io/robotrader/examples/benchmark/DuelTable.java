package io.robotrader.examples.benchmark;

import java.util.List;
import java.util.Locale;

/** Writes what duels gave as a Markdown table: medians, the quartiles of the ratios, and whether each goal is met. */
final class DuelTable {

    /** What a goal compares. */
    enum Kind {
        RATIO,
        SLOPE,
        NANOS,
        INFO
    }

    /** One goal: a candidate, what it is held against, and the most that may come out. */
    record Goal(Kind kind, String name, String base, double divisor, double most) {

        static Goal ratio(String name, String base, double most) {
            return new Goal(Kind.RATIO, name, base, 1, most);
        }

        static Goal slope(String name, String base, double steps, double most) {
            return new Goal(Kind.SLOPE, name, base, steps, most);
        }

        static Goal nanos(String name, double most) {
            return new Goal(Kind.NANOS, name, name, 1, most);
        }

        static Goal info(String name, String base) {
            return new Goal(Kind.INFO, name, base, 1, Double.POSITIVE_INFINITY);
        }

        private double[] values(Duel duel) {
            double[] times = duel.times(name);
            double[] bases = duel.times(base);
            double[] values = new double[times.length];
            for (int round = 0; round < times.length; round++) {
                values[round] = switch (kind) {
                    case RATIO, INFO -> times[round] / bases[round];
                    case SLOPE -> (times[round] - bases[round]) / divisor;
                    case NANOS -> times[round];
                };
            }
            return values;
        }

        private String unit() {
            return kind == Kind.RATIO || kind == Kind.INFO ? "" : " ns";
        }

        private String against() {
            return switch (kind) {
                case RATIO, INFO -> base;
                case SLOPE -> "a position more than " + base;
                case NANOS -> "time alone";
            };
        }
    }

    private DuelTable() {}

    static String of(Duel duel, List<Goal> goals) {
        StringBuilder table = new StringBuilder("| what | ns/op | against | ratio (quartiles) | goal | met |\n");
        table.append("|---|---:|---|---:|---:|---|\n");
        for (Goal goal : goals) {
            double[] values = goal.values(duel);
            double middle = Duel.quantile(values, 0.5);
            boolean told = goal.kind() == Kind.INFO;
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s%s (%s-%s) | %s | %s |%n",
                    goal.name(),
                    number(Duel.quantile(duel.times(goal.name()), 0.5)),
                    goal.against(),
                    number(middle),
                    goal.unit(),
                    number(Duel.quantile(values, 0.25)),
                    number(Duel.quantile(values, 0.75)),
                    told ? "-" : "at most " + number(goal.most()) + goal.unit(),
                    told ? "-" : middle <= goal.most() ? "yes" : "**no**"));
        }
        return table.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.3g", value);
    }
}
