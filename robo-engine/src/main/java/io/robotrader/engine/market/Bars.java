package io.robotrader.engine.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operations on several {@link Bar}s. Thread-safe, as nothing is kept. */
public final class Bars {
    private Bars() {}

    /**
     * Merges series of bars into one in order of time. Bars of the same instant come in the order in which their symbols
     * first appear in the argument, so that the same input always gives the same output.
     *
     * @param series any number of lists of bars, each in any order and of any symbols
     * @return all bars, in order; unmodifiable
     * @throws IllegalArgumentException if a symbol has two bars of the same instant, since both cannot be true
     */
    public static List<Bar> merge(Collection<? extends Collection<Bar>> series) {
        Map<String, Integer> rank = new HashMap<>();
        List<Bar> merged = new ArrayList<>();
        for (Collection<Bar> bars : series) {
            for (Bar bar : bars) {
                rank.putIfAbsent(bar.symbol(), rank.size());
                merged.add(bar);
            }
        }
        merged.sort(Comparator.comparing(Bar::time).thenComparing(bar -> rank.getOrDefault(bar.symbol(), 0)));
        for (int i = 1; i < merged.size(); i++) {
            Bar bar = merged.get(i);
            Bar before = merged.get(i - 1);
            if (bar.time().equals(before.time()) && bar.symbol().equals(before.symbol())) {
                throw new IllegalArgumentException(
                        "bars must be one a symbol and instant, but " + bar.symbol() + " has two at " + bar.time());
            }
        }
        return List.copyOf(merged);
    }
}
