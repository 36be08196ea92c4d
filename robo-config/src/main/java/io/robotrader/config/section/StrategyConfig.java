package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.Description;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * How signals are made: which of the built-in strategies are asked, and how they become one. Immutable and thread-safe.
 *
 * <p>A strategy that has a weight is asked, one that is {@linkplain Cap#off() off} is not. If all are off, the program has to
 * bring a strategy of its own.
 *
 * @param momentumLookback bars over which momentum is measured
 * @param momentum the weight of the momentum, or off
 * @param smaCrossover the weight of the crossover of two averages, or off
 * @param meanReversion the weight of the return to the mean, or off
 * @param breakout the weight of the breakout from a channel, or off
 * @param combination how the strategies that are asked become one
 * @param minConfidence the confidence that an entry takes, from 0 to 1; an exit takes none
 */
public record StrategyConfig(
        @Default("20") @DecimalMin("5") @DecimalMax("100") @Description("over how many bars the momentum is measured")
        int momentumLookback,

        @Default("1")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("100")
        @Description(
                "the weight of the momentum: by weight what it counts, by priority its rank; by vote all that are not off have"
                        + " one vote")
        Cap<Double> momentum,

        @Default("off")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("100")
        @Description("the weight of the crossover of the means of 10 and 20 closes")
        Cap<Double> smaCrossover,

        @Default("off")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("100")
        @Description("the weight of the return to the mean of 20 closes from 2 standard deviations away")
        Cap<Double> meanReversion,

        @Default("off")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("100")
        @Description("the weight of the breakout from the channel of 20 bars, left at that of 10")
        Cap<Double> breakout,

        @Default("vote") @Description("how the strategies that are not off become one")
        CombinationMethod combination,

        @Default("0")
        @DecimalMin("0")
        @DecimalMax("1")
        @Description(
                "the confidence that an entry takes, of each strategy or, by weight, of all together; an exit takes none")
        double minConfidence) {}
