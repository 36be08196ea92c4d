package io.robotrader.examples.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How alike two symbols move. */
record CorrelationPart(
        @Nullable List<String> pair, @Nullable Double value) {

    Pair toPair() {
        Set<String> symbols = new HashSet<>(Given.required(pair, "pair"));
        double correlation = Given.required(value, "value");
        if (symbols.size() != 2 || symbols.contains(null)) {
            throw new IllegalArgumentException("pair must be two symbols, but was " + pair);
        }
        if (!(Math.abs(correlation) <= 1)) {
            throw new IllegalArgumentException("value must be in [-1, 1], but was " + correlation);
        }
        return new Pair(new TreeSet<>(symbols), correlation);
    }

    /** Two symbols, in whichever order. */
    record Pair(Set<String> symbols, double value) {

        boolean isOf(String a, String b) {
            return symbols.contains(a) && symbols.contains(b);
        }

        String name() {
            return String.join(" and ", symbols);
        }
    }
}
