package io.robotrader.engine.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a {@link CombinedStrategy} together. Not thread-safe. */
public final class CombinedStrategyBuilder {

    private static final Logger LOG = LoggerFactory.getLogger(CombinedStrategy.class);

    private final Combination combination;
    private final List<Part> parts = new ArrayList<>();
    private double minConfidence;
    private int maxErrors = 5;
    private int withinBars = 100;
    private Consumer<StrategyError> onError = CombinedStrategyBuilder::log;

    private record Part(Strategy strategy, String name, double weight) {}

    CombinedStrategyBuilder(Combination combination) {
        this.combination = Objects.requireNonNull(combination, "combination");
    }

    /**
     * Adds a strategy of weight 1, after those that were added before.
     *
     * @param strategy the strategy
     * @return this builder
     * @throws IllegalArgumentException if one of its name was added before, or its name is blank
     */
    public CombinedStrategyBuilder add(Strategy strategy) {
        return add(strategy, 1);
    }

    /**
     * Adds a strategy, after those that were added before.
     *
     * @param strategy the strategy
     * @param weight what it weighs against the others, finite and positive; only {@link Combination#WEIGHT} looks at it
     * @return this builder
     * @throws IllegalArgumentException if one of its name was added before, its name is blank, or the weight is not so
     */
    public CombinedStrategyBuilder add(Strategy strategy, double weight) {
        String name = strategy.name();
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank, but was '" + name + "'");
        }
        if (parts.stream().anyMatch(part -> part.name().equals(name))) {
            throw new IllegalArgumentException("name must be one that no other strategy has, but was '" + name + "'");
        }
        if (!(weight > 0 && weight <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("weight must be finite and positive, but was " + weight);
        }
        parts.add(new Part(strategy, name, weight));
        return this;
    }

    /**
     * Asks for confidence. It keeps out entries; a wish to be flat always counts. {@link Combination} says what is compared.
     *
     * @param confidence the least that lets in, from 0, which is the default, to 1
     * @return this builder
     * @throws IllegalArgumentException if it does not lie there
     */
    public CombinedStrategyBuilder minConfidence(double confidence) {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("minConfidence must lie from 0 to 1, but was " + confidence);
        }
        minConfidence = confidence;
        return this;
    }

    /**
     * Says how often a strategy may fail.
     *
     * @param errors the error that switches it off, 1 or more; 5 by default
     * @param bars within how many of the bars that it was asked on, at least as many as errors; 100 by default
     * @return this builder
     * @throws IllegalArgumentException if one of them is not so
     */
    public CombinedStrategyBuilder errorBudget(int errors, int bars) {
        if (errors < 1) {
            throw new IllegalArgumentException("errors must be at least 1, but was " + errors);
        }
        if (bars < errors) {
            throw new IllegalArgumentException("bars must be at least the errors " + errors + ", but was " + bars);
        }
        maxErrors = errors;
        withinBars = bars;
        return this;
    }

    /**
     * Names who is told that a strategy failed; by default it is logged.
     *
     * @param listener called on the thread of the bar after all strategies were asked; what it throws reaches the caller
     * @return this builder
     */
    public CombinedStrategyBuilder onError(Consumer<StrategyError> listener) {
        onError = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * Makes the combination. The strategies belong to it from now on.
     *
     * @return the combination
     * @throws IllegalStateException if no strategy was added
     */
    public CombinedStrategy build() {
        if (parts.isEmpty()) {
            throw new IllegalStateException("strategies must not be empty, but were []");
        }
        List<Member> members = parts.stream()
                .map(part -> new Member(part.strategy(), part.name(), part.weight(), maxErrors, withinBars))
                .toList();
        return new CombinedStrategy(combination, minConfidence, onError, members);
    }

    private static void log(StrategyError error) {
        LOG.error(
                "Strategy {} failed on the bar of {} at {}, {} times of late{}",
                error.strategy(),
                error.symbol(),
                error.at(),
                error.recentErrors(),
                error.switchedOff() ? "; it is switched off" : "",
                error.cause());
    }
}
