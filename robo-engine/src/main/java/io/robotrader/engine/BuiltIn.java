package io.robotrader.engine;

import io.robotrader.config.section.Cap;
import io.robotrader.config.section.CombinationMethod;
import io.robotrader.config.section.StrategyConfig;
import io.robotrader.engine.strategy.Breakout;
import io.robotrader.engine.strategy.Combination;
import io.robotrader.engine.strategy.CombinedStrategy;
import io.robotrader.engine.strategy.CombinedStrategyBuilder;
import io.robotrader.engine.strategy.MeanReversion;
import io.robotrader.engine.strategy.Momentum;
import io.robotrader.engine.strategy.SmaCrossover;
import io.robotrader.engine.strategy.Strategy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From the settings to the strategy that an engine follows if it is given none. */
final class BuiltIn {

    private record Weighted(double weight, Strategy strategy) {}

    private BuiltIn() {}

    /** One alone stays itself, with its own reasons; empty if all are switched off. */
    static Optional<Strategy> of(StrategyConfig settings) {
        // Priority is the order in which they are added; nothing else looks at that order. Equal weights keep this one.
        List<Weighted> asked = Stream.of(
                        weighted(settings.momentum(), new Momentum(settings.momentumLookback())),
                        weighted(settings.smaCrossover(), new SmaCrossover(10, 20)),
                        weighted(settings.meanReversion(), new MeanReversion(20, 2, 0.5)),
                        weighted(settings.breakout(), new Breakout(20, 10)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Weighted::weight).reversed())
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        if (asked.size() == 1 && settings.minConfidence() == 0) {
            return Optional.of(asked.get(0).strategy());
        }
        CombinedStrategyBuilder all =
                CombinedStrategy.by(combination(settings.combination())).minConfidence(settings.minConfidence());
        asked.forEach(one -> all.add(one.strategy(), one.weight()));
        return Optional.of(all.build());
    }

    private static Optional<Weighted> weighted(Cap<Double> weight, Strategy strategy) {
        return weight.limit().map(number -> new Weighted(number, strategy));
    }

    private static Combination combination(CombinationMethod method) {
        return switch (method) {
            case VOTE -> Combination.VOTE;
            case WEIGHT -> Combination.WEIGHT;
            case PRIORITY -> Combination.PRIORITY;
        };
    }
}
