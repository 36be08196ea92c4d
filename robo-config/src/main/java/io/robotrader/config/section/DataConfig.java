package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.NotAbove;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * How much history the numbers rest on. Immutable and thread-safe.
 *
 * @param correlationLookback observations that a correlation looks back on
 * @param correlationMinObservations observations below which a correlation is unknown; at most {@code
 *     correlationLookback}
 * @param atrPeriod bars that the average true range looks back on
 */
@NotAbove(setting = "correlationMinObservations", limit = "correlationLookback")
public record DataConfig(
        @Default("60") @DecimalMin("20") @DecimalMax("500") int correlationLookback,

        @Default("30") @DecimalMin("2") @DecimalMax("500") int correlationMinObservations,

        @Default("14") @DecimalMin("2") @DecimalMax("100") int atrPeriod) {}
