package io.robotrader.examples.session;

import io.robotrader.engine.market.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Bars of one cadence that are traded together.
 *
 * @param name short, fit for a file name
 * @param title for a person
 * @param bars at least one, in time order
 */
record DataSet(String name, String title, List<Bar> bars) {

    private static final double DAYS_PER_YEAR = 365.25;
    private static final long[] USUAL = {252, 52, 12, 4, 1};

    DataSet {
        bars = List.copyOf(bars);
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("bars must hold at least one, but was empty");
        }
    }

    /** The same with the bars of some symbols alone; one of them at least must be here. */
    DataSet only(Collection<String> symbols) {
        return new DataSet(
                name,
                title,
                bars.stream().filter(bar -> symbols.contains(bar.symbol())).toList());
    }

    List<String> symbols() {
        return bars.stream().map(Bar::symbol).distinct().sorted().toList();
    }

    /** How many bars the symbols have that have fewer than a number of them. */
    Map<String, Long> shorterThan(int needed) {
        Map<String, Long> counts =
                bars.stream().collect(Collectors.groupingBy(Bar::symbol, TreeMap::new, Collectors.counting()));
        counts.values().removeIf(count -> count >= needed);
        return counts;
    }

    Instant start() {
        return bars.get(0).time();
    }

    Instant end() {
        return bars.get(bars.size() - 1).time();
    }

    /** How many periods a year has, from how many there are: of the usual numbers, the nearest by ratio. */
    double periodsPerYear() {
        long times = bars.stream().map(Bar::time).distinct().count();
        double years = Duration.between(start(), end()).toDays() / DAYS_PER_YEAR;
        double seen = years > 0 ? (times - 1) / years : USUAL[0];
        double best = USUAL[0];
        for (long usual : USUAL) {
            if (Math.abs(Math.log(usual / seen)) < Math.abs(Math.log(best / seen))) {
                best = usual;
            }
        }
        return best;
    }
}
