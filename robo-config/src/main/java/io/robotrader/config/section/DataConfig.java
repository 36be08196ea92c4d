package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.Description;
import io.robotrader.config.constraint.Lasting;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;

/**
 * How much history the numbers rest on. Immutable and thread-safe.
 *
 * @param correlationLookback observations that a correlation looks back on
 * @param correlationMinObservations observations below which a correlation is unknown; at most {@code
 *     correlationLookback}
 * @param correlationThreshold absolute correlation above which a pair is listed as alike
 * @param atrPeriod bars that the average true range looks back on
 * @param checkQuality whether bars are judged before anything sees them
 * @param maxBarAge how long ago a bar may have ended when it comes; exactly this long passes
 * @param maxBarJumpPct the move from bar to bar, as a fraction, above which a price is not believed at once
 */
public record DataConfig(
        @Default("60")
        @DecimalMin("20")
        @DecimalMax("500")
        @Description("over how many returns a correlation is measured")
        int correlationLookback,

        @Default("30")
        @DecimalMin("2")
        @DecimalMax("500")
        @Description("below how many returns a correlation is unknown; at most data.correlationLookback")
        int correlationMinObservations,

        @Default("0.7")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        @Description(
                "above which correlation, of either sign, two symbols are listed as alike; refuses nothing, which is"
                        + " what risk.correlationLimit is for")
        double correlationThreshold,

        @Default("14") @DecimalMin("2") @DecimalMax("100") @Description("over how many bars the true range is averaged")
        int atrPeriod,

        @Default("true")
        @Description(
                "whether bars are judged before anything sees them; only the word false switches this off, and then a slipped"
                        + " decimal point is a price")
        boolean checkQuality,

        @Default("2m")
        @Lasting(minMillis = 1000, maxMillis = 86_400_000)
        @Description("how long ago a bar may have ended when it comes; older ones are refused")
        Cap<Duration> maxBarAge,

        @Default("0.25")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("10")
        @Description(
                "the move from one bar to the next above which a price is not believed until two more agree; after a night,"
                        + " twice that much")
        double maxBarJumpPct) {}
