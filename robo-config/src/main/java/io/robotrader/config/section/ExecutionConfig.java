package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;

/**
 * How orders are executed. Immutable and thread-safe.
 *
 * @param mode where orders go
 * @param enableShortSelling whether an order may open a short position
 */
public record ExecutionConfig(
        @Default("paper") TradingMode mode,
        @Default("false") boolean enableShortSelling) {}
