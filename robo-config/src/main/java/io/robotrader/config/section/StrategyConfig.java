package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.Description;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * How signals are made. Immutable and thread-safe.
 *
 * @param momentumLookback bars over which momentum is measured
 */
public record StrategyConfig(
        @Default("20") @DecimalMin("5") @DecimalMax("100") @Description("over how many bars the momentum is measured")
        int momentumLookback) {}
