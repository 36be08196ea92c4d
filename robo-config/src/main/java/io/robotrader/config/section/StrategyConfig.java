package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * How signals are made. Immutable and thread-safe.
 *
 * @param momentumLookback bars over which momentum is measured
 */
public record StrategyConfig(
        @Default("20") @DecimalMin("5") @DecimalMax("100") int momentumLookback) {}
