package io.robotrader.engine.strategy;

import io.robotrader.engine.market.Bar;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One strategy among others: what it wishes, how often it failed, and whether it is still asked. */
final class Member {

    private final Strategy strategy;
    private final String name;
    private final double weight;
    private final int maxErrors;
    private final int withinBars;
    private final Map<String, Opinion> wishes = new LinkedHashMap<>();
    private final Map<String, Opinion> fresh = new HashMap<>();
    // The numbers of the bars on which it failed of late.
    private final Deque<Long> failed = new ArrayDeque<>();
    private long bars;
    private long signals;
    private long agreed;
    private long errors;
    private boolean switchedOff;

    Member(Strategy strategy, String name, double weight, int maxErrors, int withinBars) {
        this.strategy = strategy;
        this.name = name;
        this.weight = weight;
        this.maxErrors = maxErrors;
        this.withinBars = withinBars;
    }

    String name() {
        return name;
    }

    boolean isOn() {
        return !switchedOff;
    }

    /** Returns the symbol of which it now has another wish, if any; throws whatever the strategy throws. */
    Optional<String> ask(Bar bar, Collection<String> known) {
        bars++;
        Optional<Signal> answer = Objects.requireNonNull(strategy.onBar(bar), "the answer to a bar");
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Signal signal = answer.get();
        String symbol = signal.symbol();
        if (!known.contains(symbol)) {
            throw new IllegalStateException(
                    "symbol of a signal must be one of which a bar has come, but was " + symbol);
        }
        signals++;
        Opinion wish = new Opinion(signal.direction(), signal.confidence(), weight);
        wishes.put(symbol, wish);
        fresh.put(symbol, wish);
        return Optional.of(symbol);
    }

    /** Notes that it failed on the bar it was asked on last; its wishes go with it when it is switched off. */
    StrategyError fail(Bar bar, Throwable cause) {
        errors++;
        failed.addLast(bars);
        while (!failed.isEmpty() && failed.getFirst() <= bars - withinBars) {
            failed.removeFirst();
        }
        switchedOff = failed.size() >= maxErrors;
        return new StrategyError(name, bar.symbol(), bar.time(), cause, failed.size(), switchedOff);
    }

    /** Takes back all it wished, and returns the symbols. */
    List<String> withdraw() {
        List<String> symbols = List.copyOf(wishes.keySet());
        wishes.clear();
        return symbols;
    }

    @Nullable
    Opinion wish(String symbol) {
        return wishes.get(symbol);
    }

    /** Compares what it wished on this bar with what came out. */
    void compare(String symbol, Opinion outcome) {
        Opinion wish = fresh.get(symbol);
        if (wish != null && wish.direction() == outcome.direction()) {
            agreed++;
        }
    }

    void endBar() {
        fresh.clear();
    }

    StrategyStatistics statistics() {
        return new StrategyStatistics(name, bars, signals, agreed, signals - agreed, errors, switchedOff);
    }
}
