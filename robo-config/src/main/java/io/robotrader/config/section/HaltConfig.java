package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.Description;
import io.robotrader.config.constraint.Lasting;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.time.Duration;

/**
 * What makes the kill switch trip, and what then happens. A person can always trip it. Immutable and thread-safe.
 *
 * @param dailyLoss when the loss of the trade date reaches its limit
 * @param leverage when the portfolio as it is is above its leverage limit
 * @param heat when the portfolio as it is is above its heat limit
 * @param drawdown when the equity is too far below its peak
 * @param rejectedOrders when too many opening orders were refused in a short time
 * @param unhealthy when the program cannot vouch for itself
 * @param rejectedOrderCount how many refused orders are too many; this many trip
 * @param rejectedOrderWindow the time within which they count
 * @param warnAtPct the part of a limit from which on there is a warning, as a fraction
 * @param flatten whether a halt asks for all positions to be closed
 */
public record HaltConfig(
        @Default("halt") @Description("what happens when the loss of the trade date reaches its limit")
        HaltAction dailyLoss,

        @Default("reduce_only")
        @Description("what happens when the portfolio as it is, not an order, is above its leverage limit")
        HaltAction leverage,

        @Default("reduce_only")
        @Description("what happens when the portfolio as it is, not an order, is above its heat limit")
        HaltAction heat,

        @Default("halt") @Description("what happens when the equity is too far below its peak")
        HaltAction drawdown,

        @Default("reduce_only") @Description("what happens when a bot keeps asking for what it may not have")
        HaltAction rejectedOrders,

        @Default("reduce_only") @Description("what happens when connection, data or a loop have failed")
        HaltAction unhealthy,

        @Default("5") @DecimalMin("1") @DecimalMax("1000") @Description("how many refused opening orders are too many")
        int rejectedOrderCount,

        @Default("5m")
        @Lasting(minMillis = 1_000, maxMillis = 86_400_000)
        @Description("the time within which refused orders count")
        Duration rejectedOrderWindow,

        @Default("0.8")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        @Description("from which part of a limit on there is a warning")
        double warnAtPct,

        @Default("false") @Description("whether a halt asks for all positions to be closed")
        boolean flatten) {}
